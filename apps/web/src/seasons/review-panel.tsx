import type { Board, Season } from '@lateral/contract/seasons';
import { Avatar } from '../ui/avatar.tsx';
import { weekdayLong } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import type { Review, Row } from './arrange.ts';
import { EmptySeats } from './empty-seats.tsx';
import { HandButtons } from './hand-buttons.tsx';
import { InTheWay } from './in-the-way.tsx';
import { clashWords } from './mend-words.ts';
import { PublishedReview } from './published-review.tsx';
import { SchoolReasons } from './school-reasons.tsx';
import { sayStanding, standingTags } from './standing-words.ts';
import { WhyThisTeam } from './why-this-team.tsx';
import { phaseNoun, shortRoleWords } from './words.ts';

type Props = {
  season: Pick<Season, 'id' | 'draftVersion'>;
  mayPlan: boolean;
  row: Row;
  clusters: Board['clusters'];
  onClose: () => void;
};

/** One school of the season: its date and its reviewers, or why it has none. */
export function ReviewPanel({ season, mayPlan, row, clusters, onClose }: Props) {
  const seasonId = season.id;
  const cluster = clusters.find(({ id }) => id === row.clusterId);
  const { review } = row;
  return (
    <SidePanel
      title={row.name}
      standing={review ? `${review.empty} empty` : 'No date yet'}
      onClose={onClose}
      above={<Standing row={row} />}
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
      {review && <Clashes review={review} />}
      {mayPlan && row.stage !== 'done' && <HandButtons season={season} row={row} />}
      {review ? (
        <>
          {review.booking && !review.isChanged ? (
            <PublishedReview place={{ seasonId, schoolId: row.schoolId }} name={row.name} />
          ) : (
            <Team review={review} />
          )}
          <WhyThisTeam
            seasonId={seasonId}
            schoolId={row.schoolId}
            schoolName={row.name}
            stillOn={review.team.map(({ personId }) => personId)}
          />
        </>
      ) : (
        <>
          <SchoolReasons reasons={row.reasons} schoolId={row.schoolId} />
          <InTheWay seasonId={seasonId} schoolId={row.schoolId} mayPlan={mayPlan} />
        </>
      )}
    </SidePanel>
  );
}

/** How a review stands, what presses first. */
function Standing({ row: { review, stage, standing } }: { row: Row }) {
  const isUntold = stage === 'draft' && standing !== 'draft';
  return (
    <span className="flex flex-wrap gap-2">
      <StatusTag status={standingTags[standing]}>{sayStanding(review, standing)}</StatusTag>
      {isUntold && <StatusTag status="not-started">Not published</StatusTag>}
    </span>
  );
}

function Clashes({ review: { clashes, team } }: { review: Review }) {
  if (clashes.length === 0) return null;
  const nameOf = (id: string | null) => team.find(({ personId }) => personId === id)?.name ?? 'A reviewer';
  return (
    <ul className="mt-3 rounded-control border-l-4 border-risk bg-risk-soft px-4 py-2 text-risk">
      {clashes.map(({ code, personId }) => (
        <li key={`${code} ${personId}`}>{clashWords[code](nameOf(personId))}</li>
      ))}
      <li>Plan again, or move it by hand: what all have agreed elsewhere stays.</li>
    </ul>
  );
}

function Team({ review: { team, leadId, empty } }: { review: Review }) {
  const leadFirst = team.toSorted((a, b) => Number(b.personId === leadId) - Number(a.personId === leadId));
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">Reviewers</h3>
      <ul aria-label="Reviewers" className="-mx-5 border-t border-line">
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
        <EmptySeats count={empty} />
      </ul>
    </>
  );
}
