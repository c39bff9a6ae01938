import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { shortDay, weekdayShort } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { type Cluster, orderForWeeks, type Row, type Week } from './arrange.ts';
import { Standing } from './cluster-rows.tsx';
import { ReviewLink } from './review-link.tsx';
import { SeatDots } from './seat-dots.tsx';
import { seatsOf, standingTags, standingWords } from './standing-words.ts';

type Props = {
  clusters: readonly Cluster[];
  rowsOf: ReadonlyMap<string | null, readonly Row[]>;
  weeks: readonly Week[];
};

/** The season on a phone: each cluster is a list of its schools in order of date. */
export function PhoneTimeline({ clusters, rowsOf, weeks }: Props) {
  return (
    <ul className="grid gap-3">
      {clusters.map((cluster, at) => (
        <PhoneCluster
          key={cluster.id ?? 'none'}
          cluster={cluster}
          rows={orderForWeeks(rowsOf.get(cluster.id) ?? [], weeks)}
          isFirst={at === 0}
        />
      ))}
    </ul>
  );
}

function PhoneCluster({
  cluster,
  rows,
  isFirst,
}: {
  cluster: Cluster;
  rows: readonly Row[];
  isFirst: boolean;
}) {
  const [isExpanded, setIsExpanded] = useState(isFirst);
  const [shown, setShown] = useState(8);
  const Icon = isExpanded ? ChevronDown : ChevronRight;
  return (
    <li className="overflow-clip rounded-card border border-line bg-surface">
      <button
        type="button"
        aria-expanded={isExpanded}
        onClick={() => setIsExpanded(!isExpanded)}
        className="focus-inside flex min-h-14 w-full items-center gap-2 px-3 py-2 text-left"
      >
        <Icon aria-hidden className="size-5 shrink-0 text-muted" />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{cluster.name}</span>
          <span className="block text-sm text-muted">
            {plural(cluster.schools, 'school')}, {cluster.placed} placed
          </span>
        </span>
        <span className="grid shrink-0 justify-items-end gap-1">
          <Standing cluster={cluster} />
        </span>
      </button>
      {isExpanded && (
        <>
          <ul className="border-t border-line">
            {rows.slice(0, shown).map((row) => (
              <PhoneRow key={row.schoolId} row={row} />
            ))}
          </ul>
          {rows.length > shown && (
            <div className="px-4 py-2">
              <TextButton className="min-h-11" onClick={() => setShown(rows.length)}>
                Show {rows.length - shown} more {cluster.name} schools
              </TextButton>
            </div>
          )}
        </>
      )}
    </li>
  );
}

function PhoneRow({ row: { schoolId, name, review, standing } }: { row: Row }) {
  return (
    <li className="border-b border-line last:border-b-0">
      <ReviewLink
        change={{ school: schoolId }}
        data-review={schoolId}
        className="focus-inside flex min-h-12 items-center gap-3 px-4 py-2"
      >
        <span className="min-w-0 flex-1 font-semibold">{name}</span>
        {review ? (
          <span className="grid shrink-0 justify-items-end gap-1 text-sm">
            {weekdayShort(review.day)} {shortDay(review.day)}
            <span className="flex items-center gap-2">
              <StatusTag status={standingTags[standing]}>{standingWords[standing]}</StatusTag>
              <SeatDots seats={seatsOf(review, standing)} className="text-muted" />
            </span>
          </span>
        ) : (
          <span className="shrink-0 text-sm font-semibold text-waiting">No date yet</span>
        )}
      </ReviewLink>
    </li>
  );
}
