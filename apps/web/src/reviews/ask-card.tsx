import type { ReviewAsk } from '@lateral/contract/reviews';
import { Card } from '../ui/card.tsx';
import { momentInWords, weekdayLong } from '../ui/days.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { useAnswerAsk } from './queries.ts';

/** Somebody is asked to take an empty seat. */
export function AskCard({ ask: { id, day, schoolName, town, expiresAt } }: { ask: ReviewAsk }) {
  const answer = useAnswerAsk(id);
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="text-lead">{weekdayLong(day)}</p>
          <h3 className="font-semibold">Can you help at {schoolName}?</h3>
          <p className="text-muted">{town}</p>
        </div>
        <StatusTag status="waiting">Please answer</StatusTag>
      </div>
      <p className="mt-3 mb-4">
        A reviewer cannot come, and you are free that day. Please answer by {momentInWords(expiresAt)}. After
        that we ask somebody else.
      </p>
      <AnswerButtons
        about={`${schoolName}, ${weekdayLong(day)}`}
        answer={answer}
        hasAccepted={false}
        said={{
          yes: `Thank you. You are on the review of ${schoolName}.`,
          no: 'Thank you for saying so. We ask somebody else.',
        }}
      />
    </Card>
  );
}
