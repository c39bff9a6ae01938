import { schoolShows } from '@lateral/contract/schools';
import { useQuery } from '@tanstack/react-query';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { unsettledCountQuery } from './queries.ts';
import type { SchoolSearch } from './search.ts';
import { showWords } from './words.ts';

/** Which schools the list holds; the other filters stay as they are. */
export function SchoolTabs({ search }: { search: SchoolSearch }) {
  const { data: unsettled } = useQuery(unsettledCountQuery);
  const { show: current = 'counted', member: _, ...rest } = search;
  return (
    <Tabs label="Which schools">
      {schoolShows.map((show) => (
        <TabLink
          key={show}
          to="/schools"
          search={show === 'counted' ? rest : { ...rest, show }}
          isCurrent={show === current}
          count={show === 'unsettled' ? unsettled : undefined}
        >
          {showWords[show]}
        </TabLink>
      ))}
    </Tabs>
  );
}
