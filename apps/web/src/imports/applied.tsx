import type { Import } from '@lateral/contract/imports';
import type { ChangeKind } from '@lateral/domain/imports/states';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import { ChangeTabs } from './change-tabs.tsx';
import { sayCounts } from './imports-screen.tsx';
import { kindWords } from './words.ts';

/** What an import did, and where to go on. */
export function Applied({ found, tab }: { found: Import; tab: ChangeKind | undefined }) {
  const { kind, counts, appliedAt } = found;
  const unsettled = counts?.unsettled ?? 0;
  return (
    <>
      <Card className="mb-5">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4 pt-1">
          <div className="min-w-0 flex-1 basis-80">
            <h2 className="text-lead">Applied: the changes have been made</h2>
            <p className="mt-1">
              {sayCounts(found)}.{' '}
              {appliedAt && <span className="text-muted">{momentInWords(appliedAt)}</span>}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            {unsettled > 0 && (
              <ButtonLink to="/schools" search={{ show: 'unsettled' }} variant="primary">
                Settle {plural(unsettled, kindWords[kind].one)}
              </ButtonLink>
            )}
            {kind === 'register' ? (
              <ButtonLink to="/schools">See the schools</ButtonLink>
            ) : (
              <ButtonLink to="/people">See the people</ButtonLink>
            )}
          </div>
        </div>
      </Card>
      <ChangeTabs found={found} tab={tab} />
    </>
  );
}
