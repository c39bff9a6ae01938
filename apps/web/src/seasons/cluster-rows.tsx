import { ChevronDown, ChevronRight } from 'lucide-react';
import { plural } from '../ui/plural.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { type Cluster, countReviews, daysShort, orderForWeeks, type Row, type Week } from './arrange.ts';
import { HeatCells } from './heat-cells.tsx';
import { SchoolRow } from './school-row.tsx';

const firstShown = 6;

type Props = {
  cluster: Cluster;
  rows: readonly Row[];
  weeks: readonly Week[];
  now: string;
  /** The most reviews that any cluster has in a week: the darkest shade. */
  most: number;
  openSchool: string | undefined;
  isExpanded: boolean;
  isWhole: boolean;
  onToggle: () => void;
  onShowAll: () => void;
};

/** One cluster of the timeline: a line of counts, or its schools. */
export function ClusterRows(props: Props) {
  const { cluster, rows, weeks, now, most, openSchool, isExpanded, isWhole, onToggle, onShowAll } = props;
  if (!isExpanded)
    return (
      <tbody>
        <tr>
          <th
            scope="row"
            className="sticky left-0 z-10 border-r border-b border-line bg-surface px-2 py-1 text-left font-normal print:static"
          >
            <ClusterButton cluster={cluster} isExpanded={false} onToggle={onToggle} />
          </th>
          <HeatCells counts={countReviews(rows)} weeks={weeks} now={now} most={most} />
        </tr>
      </tbody>
    );
  const ordered = orderForWeeks(rows, weeks);
  const shown = isWhole ? ordered : keepOpen(ordered, openSchool);
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={weeks.length + 1}
          className="border-b border-line bg-side text-left font-normal"
        >
          <div className="sticky left-0 flex w-max max-w-[calc(100vw-6rem)] flex-wrap items-center gap-x-4 px-2 py-0.5 print:static print:p-0">
            <ClusterButton cluster={cluster} isExpanded onToggle={onToggle} />
            <Standing cluster={cluster} />
          </div>
        </th>
      </tr>
      {shown.map((row) => (
        <SchoolRow
          key={row.schoolId}
          row={row}
          weeks={weeks}
          now={now}
          isOpen={row.schoolId === openSchool}
        />
      ))}
      {shown.length < ordered.length && (
        <tr>
          <td colSpan={weeks.length + 1} className="border-b border-line">
            <div className="sticky left-0 w-max px-10 py-1.5">
              <TextButton onClick={onShowAll}>
                Show {ordered.length - shown.length} more {cluster.name} schools
              </TextButton>
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** The first few, and the school that is open beside the board wherever it stands. */
function keepOpen(rows: readonly Row[], openSchool: string | undefined) {
  return rows.filter(({ schoolId }, at) => at < firstShown || schoolId === openSchool);
}

type ButtonProps = { cluster: Cluster; isExpanded: boolean; onToggle: () => void };

function ClusterButton({ cluster, isExpanded, onToggle }: ButtonProps) {
  const Icon = isExpanded ? ChevronDown : ChevronRight;
  const standing = `${plural(cluster.schools, 'school')}, ${cluster.placed} placed`;
  return (
    <button
      type="button"
      data-cluster
      aria-expanded={isExpanded}
      onClick={onToggle}
      className="flex min-h-10 items-center gap-2 rounded-control px-1.5 text-left hover:text-pen"
    >
      <Icon aria-hidden className="size-4.5 shrink-0 text-muted print:hidden" />
      <span className={isExpanded ? 'flex items-baseline gap-3' : 'leading-tight'}>
        <span className="font-semibold">{cluster.name}</span>
        <span className={`text-sm text-muted print:text-[7pt] ${isExpanded ? '' : 'block'}`}>{standing}</span>
      </span>
    </button>
  );
}

export function Standing({ cluster }: { cluster: Cluster }) {
  const short = daysShort(cluster);
  return (
    <>
      <span className="block w-28 print:hidden">
        <ProgressBar
          label={`${cluster.name}: schools placed`}
          value={cluster.placed}
          max={cluster.schools}
          text={`${cluster.placed} of ${cluster.schools}`}
        />
      </span>
      {short > 0 && (
        <span className="text-sm font-semibold text-risk print:text-[7pt]">{plural(short, 'day')} short</span>
      )}
    </>
  );
}
