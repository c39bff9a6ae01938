import type { Board, Season } from '@lateral/contract/seasons';
import { CalendarCheck2 } from 'lucide-react';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { listKeys, rowProps } from '../ui/list-keys.ts';
import { plural } from '../ui/plural.ts';
import { NothingFound } from './nothing-found.tsx';
import { ReviewLink } from './review-link.tsx';
import { Cure } from './school-reasons.tsx';
import { reasonOf, unplacedWords } from './words.ts';

type Props = { season: Pick<Season, 'quality' | 'unplaced'>; board: Board };

/** The schools without a date, gathered by the reason. */
export function UnplacedView({ season, board: { unplaced, clusters } }: Props) {
  if (unplaced.length === 0 && season.unplaced > 0)
    return (
      <Card>
        <NothingFound />
      </Card>
    );
  if (unplaced.length === 0)
    return (
      <Card>
        <EmptyState icon={CalendarCheck2} title="Every school has a date">
          Nothing needs you here.
        </EmptyState>
      </Card>
    );
  const groups = [...Map.groupBy(unplaced, ({ reasons }) => reasons[0] ?? 'unknown')].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const proven = unplaced.length === season.unplaced ? unplacedWords(season) : null;
  const inOrder = groups.flatMap(([, schools]) => schools);
  const clusterName = new Map(clusters.map(({ id, name }) => [id, name]));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the rows in focus
    <div onKeyDown={listKeys()} className="grid gap-5">
      {proven && <p className="font-semibold">{proven}.</p>}
      {groups.map(([code, schools]) => {
        const { title, means, next, cure } = reasonOf(code);
        return (
          <Card key={code} title={title} beside={plural(schools.length, 'school')} isPadded={false}>
            <div className="grid gap-1 px-5 py-3.5">
              <p>{means}</p>
              <p>
                <strong>What to do next.</strong> {next} <Cure cure={cure} />
              </p>
            </div>
            <ul className="border-t border-line">
              {schools.map((school) => (
                <li
                  key={school.schoolId}
                  {...rowProps(inOrder.indexOf(school))}
                  className="focus-inside flex flex-wrap items-center gap-x-4 border-b border-line px-5 py-2.5 last:border-b-0"
                >
                  <ReviewLink
                    change={{ school: school.schoolId }}
                    data-review={school.schoolId}
                    className="min-h-6 flex-1 basis-60 max-desk:min-h-11 max-desk:content-center rounded-xs font-semibold text-pen underline underline-offset-3"
                  >
                    {school.schoolName}
                  </ReviewLink>
                  <span className="text-sm text-muted">
                    {[clusterName.get(school.clusterId), ...alsoWords(school.reasons)]
                      .filter(Boolean)
                      .join('. ')}
                  </span>
                  <span className="text-sm font-semibold text-waiting">No date yet</span>
                </li>
              ))}
            </ul>
          </Card>
        );
      })}
    </div>
  );
}

const alsoWords = (reasons: readonly string[]) =>
  reasons.slice(1).map((code) => `Also: ${reasonOf(code).title.toLowerCase()}`);
