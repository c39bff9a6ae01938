import type { Board } from '@lateral/contract/seasons';
import { Avatar } from '../ui/avatar.tsx';
import { weekdayLong } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import type { Review, Row } from './arrange.ts';
import { SchoolReasons } from './school-reasons.tsx';
import { phaseNoun, shortRoleWords } from './words.ts';

type Props = { row: Row; clusters: Board['clusters']; onClose: () => void };

/** One school of the season: its date and its reviewers, or why it has none. */
export function ReviewPanel({ row, clusters, onClose }: Props) {
  const cluster = clusters.find(({ id }) => id === row.clusterId);
  const { review } = row;
  return (
    <SidePanel
      title={row.name}
      onClose={onClose}
      above={
        review ? (
          <StatusTag status="not-started">Draft, not published</StatusTag>
        ) : (
          <StatusTag status="waiting">No date yet</StatusTag>
        )
      }
      footer={
        <Link to="/schools/$schoolId" params={{ schoolId: row.schoolId }}>
          Open the school’s page
        </Link>
      }
    >
      {review && (
        <p className="text-[1.0625rem]">
          {weekdayLong(review.day)} {review.day.slice(0, 4)}
        </p>
      )}
      <p className="text-muted">
        {[review?.phase && phaseNoun[review.phase], cluster?.name].filter(Boolean).join(', ')}
      </p>
      {review ? <Team review={review} /> : <SchoolReasons reasons={row.reasons} schoolId={row.schoolId} />}
    </SidePanel>
  );
}

function Team({ review: { team, leadId } }: { review: Review }) {
  const leadFirst = team.toSorted((a, b) => Number(b.personId === leadId) - Number(a.personId === leadId));
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">Reviewers</h3>
      <ul className="-mx-5 border-t border-line">
        {leadFirst.map(({ personId, name, role, schoolName }) => (
          <li key={personId} className="flex items-center gap-3 border-b border-line px-5 py-3">
            <Avatar name={name} />
            <div className="min-w-0 flex-1 leading-snug">
              <Link to="/people" search={{ q: name }} className="font-semibold">
                {name}
              </Link>
              <p className="text-sm text-muted">
                {shortRoleWords[role] ?? role}, {schoolName}
              </p>
            </div>
            {personId === leadId && (
              <span className="rounded-md bg-good-soft px-2 py-0.5 text-sm font-semibold">Lead</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
