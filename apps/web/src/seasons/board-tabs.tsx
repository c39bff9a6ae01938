import type { SeasonTab } from '@lateral/domain/seasons/standing';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { changeSearch, useReviewsSearch } from './review-link.tsx';

const tabs: readonly { tab: SeasonTab; text: string }[] = [
  { tab: 'short', text: 'Short of people' },
  { tab: 'clashes', text: 'Clashes' },
  { tab: 'changed', text: 'Not published' },
  { tab: 'none', text: 'No date yet' },
];

type Props = { all: number; counts: ReadonlyMap<SeasonTab, number> };

/** What of the season is looked at; whichever way it is seen stays. */
export function BoardTabs({ all, counts }: Props) {
  const search = useReviewsSearch();
  const isByReason = search.view === 'unplaced';
  const current = isByReason ? 'none' : search.tab;
  const link = (tab: SeasonTab | undefined) =>
    changeSearch(search, { tab, school: undefined, ...(isByReason && { view: undefined }) });
  return (
    <Tabs label="Reviews of the season">
      <TabLink to="/reviews" search={link(undefined)} isCurrent={current === undefined} count={all}>
        All reviews
      </TabLink>
      {tabs.map(({ tab, text }) => (
        <TabLink
          key={tab}
          to="/reviews"
          search={link(tab)}
          isCurrent={current === tab}
          count={counts.get(tab) ?? 0}
        >
          {text}
        </TabLink>
      ))}
    </Tabs>
  );
}
