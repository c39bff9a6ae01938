import type { MembershipSummary } from '@lateral/contract/memberships';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import type { MemberSearch } from './search.ts';
import { memberTabs, tabOf } from './tabs.ts';

/** Which schools the list holds, with how many there are; the other filters stay as they are. */
export function MemberTabs({
  search,
  summary,
}: {
  search: MemberSearch;
  summary: MembershipSummary | undefined;
}) {
  const { standing: _, needs: __, ...rest } = search;
  const current = tabOf(search);
  return (
    <Tabs label="Which schools">
      {memberTabs.map((tab) => (
        <TabLink
          key={tab.label}
          to="/members"
          search={{ ...rest, ...tab.search }}
          isCurrent={tab === current}
          count={summary && tab.count(summary)}
        >
          {tab.label}
        </TabLink>
      ))}
    </Tabs>
  );
}
