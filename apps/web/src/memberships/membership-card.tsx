import type { SchoolMembership } from '@lateral/contract/membership-changes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { longDay, momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { showToast } from '../ui/toasts.ts';
import { ConversionNote } from './conversion-note.tsx';
import { membershipQuery, useTakeBackNotice } from './membership-queries.ts';
import { answerOf, listFollows, membershipErrorWords } from './membership-words.ts';
import { NoticeDialog } from './notice-dialog.tsx';

/** On a school's page: whether it is a member, what follows from that, and what can be done about it. */
export function MembershipCard({ schoolId }: { schoolId: string }) {
  const { data, error, refetch } = useQuery(membershipQuery(schoolId));
  return (
    <Card title="Membership">
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton lines={4} label="Loading the membership" />}
      {data && <Standing data={data} />}
    </Card>
  );
}

function Standing({ data }: { data: SchoolMembership }) {
  const follows = listFollows(data);
  return (
    <>
      <p>
        <span className="text-muted">Is it a member? </span>
        <span className="font-semibold">{answerOf(data)}</span>
      </p>
      {data.conversion && <ConversionNote data={data} conversion={data.conversion} />}
      {data.notice && <Notice data={data} notice={data.notice} />}
      {follows.length > 0 && (
        <>
          <p className="mt-3">As a member the school</p>
          <ul className="mt-1 list-disc pl-5">
            {follows.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <Actions data={data} />
    </>
  );
}

function Notice({
  data,
  notice,
}: {
  data: SchoolMembership;
  notice: NonNullable<SchoolMembership['notice']>;
}) {
  const takeBack = useTakeBackNotice(data.school.id);
  return (
    <div className="mt-3 rounded-control bg-waiting-soft px-4 py-3">
      <p>
        {notice.givenBy} gave notice {momentInWords(notice.givenAt)}.{notice.why && ` “${notice.why}”`}
      </p>
      {data.may.leave && (
        <div className="mt-2">
          <Button
            size="small"
            isPending={takeBack.isPending}
            onClick={() =>
              takeBack.mutate(undefined, {
                onSuccess: () => showToast({ text: `${data.school.name} stays a member` }),
              })
            }
          >
            Take the notice back
          </Button>
        </div>
      )}
      {takeBack.error && <ErrorNote error={takeBack.error} words={membershipErrorWords} />}
    </div>
  );
}

function Actions({ data: { school, renewal, leaving, may } }: { data: SchoolMembership }) {
  const [isOpen, setIsOpen] = useState(false);
  const canRenew = renewal && may.renew;
  const canLeave = leaving && may.leave;
  if (!canRenew && !canLeave) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-2" data-screen-only>
      {canRenew && (
        <ButtonLink to="/schools/$schoolId/renewal" params={{ schoolId: school.id }} variant="primary">
          Renew until {longDay(renewal.until)}
        </ButtonLink>
      )}
      {canLeave && (
        <Button size="small" onClick={() => setIsOpen(true)}>
          Give notice
        </Button>
      )}
      {isOpen && leaving && (
        <NoticeDialog school={school} endsOn={leaving.endsOn} onClose={() => setIsOpen(false)} />
      )}
    </div>
  );
}
