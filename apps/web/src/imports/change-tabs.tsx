import type { Import } from '@lateral/contract/imports';
import type { ChangeKind } from '@lateral/domain/imports/states';
import { CircleCheck } from 'lucide-react';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ChangeList } from './change-list.tsx';
import { MarkedFiles } from './marked-files.tsx';
import { changeWords, tabOrder } from './words.ts';

/** The changes of an import, gathered by what happens to each record. */
export function ChangeTabs({ found, tab }: { found: Import; tab: ChangeKind | undefined }) {
  const kinds = tabOrder.filter((kind) => (found.counts?.[kind] ?? 0) > 0);
  const current = kinds.find((kind) => kind === tab) ?? kinds[0];
  if (!current)
    return (
      <Card>
        <EmptyState icon={CircleCheck} title="Everything is as we hold it">
          These files change nothing.
        </EmptyState>
      </Card>
    );
  return (
    <>
      <Tabs label="Changes by kind">
        {kinds.map((kind) => (
          <TabLink
            key={kind}
            to="/imports/$importId"
            params={{ importId: found.id }}
            search={{ tab: kind }}
            replace
            resetScroll={false}
            count={found.counts?.[kind]}
            isCurrent={kind === current}
          >
            {changeWords[kind].tab}
          </TabLink>
        ))}
      </Tabs>
      <p className="mb-3 max-w-3xl text-muted">{changeWords[current].means}</p>
      {current === 'refused' && <MarkedFiles found={found} />}
      <ChangeList key={current} importId={found.id} kind={current} />
    </>
  );
}
