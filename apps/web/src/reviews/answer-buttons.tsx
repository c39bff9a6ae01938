import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { showToast } from '../ui/toasts.ts';
import { refusalWords } from './words.ts';

type Given = { answer: 'accepted' | 'declined'; reason?: string };
type Props = {
  /** The school and its day, for those who only hear the buttons. */
  about: string;
  answer: UseMutationResult<unknown, Error, Given>;
  /** Whether they have said yes: then they may still say that they cannot come after all. */
  hasAccepted: boolean;
  said: { yes: string; no: string };
};

/** The card moves to another place on the screen, and its buttons with it. */
function tell(text: string) {
  showToast({ text });
  focusHeading();
}

/** Yes, or no with a reason. */
export function AnswerButtons({ about, answer, hasAccepted, said }: Props) {
  const [isSayingNo, setIsSayingNo] = useState(false);
  const isYes = answer.isPending && answer.variables?.answer === 'accepted';
  return (
    <div className="grid gap-3">
      {answer.error && !isSayingNo && <ErrorNote error={answer.error} words={refusalWords} />}
      <div className="flex flex-wrap gap-2 max-sm:grid max-sm:grid-cols-2">
        {!hasAccepted && (
          <Button
            variant="primary"
            aria-label={`Say yes: ${about}`}
            isPending={isYes}
            onClick={() => answer.mutate({ answer: 'accepted' }, { onSuccess: () => tell(said.yes) })}
          >
            Say yes
          </Button>
        )}
        <Button aria-label={`I cannot come: ${about}`} onClick={() => setIsSayingNo(true)}>
          {hasAccepted ? 'I cannot come after all' : 'I cannot come'}
        </Button>
      </div>
      {isSayingNo && (
        <ReasonDialog
          label="Why can you not come?"
          hint="Only the broker reads this. Your seat is then offered to somebody else."
          action="Say no"
          words={refusalWords}
          title={`Say no: ${about}`}
          error={answer.error}
          isPending={answer.isPending}
          onClose={() => {
            answer.reset();
            setIsSayingNo(false);
          }}
          onSend={(reason) =>
            answer.mutate(
              { answer: 'declined', reason },
              {
                onSuccess: () => {
                  setIsSayingNo(false);
                  tell(said.no);
                },
              },
            )
          }
        />
      )}
    </div>
  );
}
