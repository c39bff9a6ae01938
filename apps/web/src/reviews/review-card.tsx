import type { Review } from '@lateral/contract/reviews';
import { Card } from '../ui/card.tsx';
import { weekdayLong } from '../ui/days.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { useAnswerSeat } from './queries.ts';
import { answerWords, ownAnswerWords, roleWords } from './words.ts';

/** One review, as somebody on its team or at its school reads it, with what they can do about it. */
export function ReviewCard({ review, today }: { review: Review; today: string }) {
  const { part, answer, state, day, schoolName } = review;
  const isOver = state === 'done' || day < today;
  const isOff = state === 'called-off';
  const mayAnswer = part !== 'host' && !isOver && !isOff && (answer === 'asked' || answer === 'accepted');
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="text-lead">{weekdayLong(day)}</p>
          <h3 className="font-semibold">{headlineOf(review)}</h3>
          <p className="text-muted">{[review.town, review.postcode].filter(Boolean).join(', ')}</p>
        </div>
        <Standing review={review} isOver={isOver} />
      </div>
      {isOff && review.reason && <p className="mt-3">Why: {review.reason}</p>}
      {!isOff && answer !== 'declined' && <Team review={review} />}
      {!isOff && !isOver && review.visit && <Visit visit={review.visit} />}
      {mayAnswer && (
        <div className="mt-4">
          <SeatButtons review={review} about={`${schoolName}, ${weekdayLong(day)}`} />
        </div>
      )}
    </Card>
  );
}

function headlineOf({ part, schoolName }: Review): string {
  if (part === 'host') return `Your school’s review: ${schoolName}`;
  return part === 'lead' ? `You lead the review of ${schoolName}` : `You review ${schoolName}`;
}

function Standing({ review, isOver }: { review: Review; isOver: boolean }) {
  const { state, part, answer, empty, team } = review;
  if (state === 'called-off') return <StatusTag status="problem">Called off</StatusTag>;
  if (isOver) return <StatusTag status="done">Done</StatusTag>;
  if (part !== 'host' && answer !== null)
    return <StatusTag status={ownAnswerWords[answer].status}>{ownAnswerWords[answer].text}</StatusTag>;
  if (empty > 0)
    return (
      <StatusTag status="waiting">
        {empty === 1 ? 'We are looking for one more' : `We are looking for ${empty} more`}
      </StatusTag>
    );
  const yes = team.filter(({ state: said }) => said === 'accepted').length;
  if (yes < team.length)
    return (
      <StatusTag status="waiting">
        {yes} of {team.length} have said yes
      </StatusTag>
    );
  return <StatusTag status="done">All have said yes</StatusTag>;
}

function SeatButtons({ review, about }: { review: Review; about: string }) {
  const answer = useAnswerSeat(review.seasonId, review.schoolId);
  return (
    <AnswerButtons
      about={about}
      answer={answer}
      hasAccepted={review.answer === 'accepted'}
      said={{
        yes: `Thank you. You are on the review of ${review.schoolName}.`,
        no: 'Thank you for saying so. The broker is told.',
      }}
    />
  );
}

function Team({ review: { team, part } }: { review: Review }) {
  if (team.length === 0) return null;
  return (
    <section className="mt-4 border-t border-line pt-3" aria-label="The team">
      <h4 className="mb-1 text-sm font-semibold text-muted">
        {part === 'host' ? 'Those who come' : 'The team'}
      </h4>
      <ul className="divide-y divide-line">
        {team.map(({ personId, name, role, schoolName, isLead, state }) => (
          <li key={personId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-56">
              <span className="font-semibold">{name}</span>
              <span className="block text-sm text-muted">
                {[isLead && 'Leads', roleWords[role] ?? 'Leader', schoolName].filter(Boolean).join(', ')}
              </span>
            </span>
            <StatusTag status={answerWords[state].status}>{answerWords[state].text}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
}

const visitWords = { askFor: 'Ask for', phone: 'Phone', arrival: 'Arriving', access: 'Access' } as const;

/** What the school says to those who come. */
function Visit({ visit }: { visit: NonNullable<Review['visit']> }) {
  const said = (Object.keys(visitWords) as (keyof typeof visitWords)[]).filter((key) => visit[key]);
  if (said.length === 0) return null;
  return (
    <section className="mt-3 border-t border-line pt-3" aria-label="Visiting the school">
      <h4 className="mb-1 text-sm font-semibold text-muted">Visiting the school</h4>
      <dl className="grid gap-1">
        {said.map((key) => (
          <div key={key} className="flex flex-wrap gap-x-2">
            <dt className="font-semibold">{visitWords[key]}:</dt>
            <dd className="min-w-0 whitespace-pre-line">{visit[key]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
