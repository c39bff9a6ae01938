import type { Review } from '@lateral/contract/reviews';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { showToast } from '../ui/toasts.ts';
import { EmptySeats } from './empty-seats.tsx';
import { type Place, publishedQuery, useCallOff, useRecordDropout } from './mend-queries.ts';
import { answerTags, mendRefusals } from './mend-words.ts';
import { Substitutes } from './substitutes.tsx';
import { shortRoleWords } from './words.ts';

/** A review that people know of: who has said what, what is empty and who could fill it, and calling it off. */
export function PublishedReview({ place, name }: { place: Place; name: string }) {
  const { data, error, refetch } = useQuery(publishedQuery(place));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} label="Loading the review" />;
  const team = data.team.toSorted((a, b) => Number(b.isLead) - Number(a.isLead));
  const isOpen = data.state === 'booked';
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">Reviewers</h3>
      <ul aria-label="Reviewers" className="-mx-5 border-t border-line">
        {team.map((member) => (
          <Member key={member.personId} place={place} member={member} mayDrop={isOpen} />
        ))}
        <EmptySeats count={data.empty} />
      </ul>
      {isOpen && data.empty > 0 && <Substitutes place={place} />}
      {isOpen && <CallOff place={place} name={name} />}
    </>
  );
}

type MemberProps = { place: Place; member: Review['team'][number]; mayDrop: boolean };

function Member({ place, member, mayDrop }: MemberProps) {
  const { personId, name, role, schoolName, isLead, state, reason } = member;
  const drop = useRecordDropout(place);
  const [isDropping, setIsDropping] = useState(false);
  return (
    <li className="flex items-start gap-3 border-b border-line px-5 py-3">
      <Avatar name={name} />
      <div className="min-w-0 flex-1 leading-snug">
        <Link to="/people" search={{ q: name }} className="font-semibold">
          {name}
        </Link>
        <p className="text-sm text-muted">
          {[isLead && 'Leads', shortRoleWords[role] ?? role, schoolName].filter(Boolean).join(', ')}
        </p>
        {state === 'declined' && reason && <p className="text-sm">{reason}</p>}
        {mayDrop && state !== 'declined' && (
          <TextButton className="text-sm max-desk:min-h-11" onClick={() => setIsDropping(true)}>
            Cannot come <span className="sr-only">: {name}</span>
          </TextButton>
        )}
      </div>
      <StatusTag status={answerTags[state].status}>{answerTags[state].text}</StatusTag>
      {isDropping && (
        <ReasonDialog
          title={`${name} cannot come`}
          label="Why?"
          action="Put it down"
          error={drop.error}
          words={mendRefusals}
          isPending={drop.isPending}
          onClose={() => {
            drop.reset();
            setIsDropping(false);
          }}
          onSend={(why) =>
            drop.mutate(
              { personId, reason: why },
              {
                onSuccess: () => {
                  setIsDropping(false);
                  showToast({ text: `${name} is no longer on the team.` });
                },
              },
            )
          }
        >
          The day goes out of their calendar at once, and you see who could take the seat.
        </ReasonDialog>
      )}
    </li>
  );
}

function CallOff({ place, name }: { place: Place; name: string }) {
  const callOff = useCallOff(place);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <p className="mt-5" data-screen-only>
      <Button size="small" onClick={() => setIsOpen(true)}>
        Call it off
      </Button>
      {isOpen && (
        <ReasonDialog
          title={`Call off the review of ${name}`}
          label="Why?"
          action="Call it off and tell them"
          error={callOff.error}
          words={mendRefusals}
          isPending={callOff.isPending}
          onClose={() => {
            callOff.reset();
            setIsOpen(false);
          }}
          onSend={(why) =>
            callOff.mutate(why, {
              onSuccess: () => {
                setIsOpen(false);
                showToast({ text: `The review of ${name} is called off. Everybody is told.` });
              },
            })
          }
        >
          As when Ofsted has called. The school and the team are told at once, their calendars are cleared,
          and the school waits for another day. The school reads why.
        </ReasonDialog>
      )}
    </p>
  );
}
