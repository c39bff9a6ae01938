import { type FormEvent, useState } from 'react';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';

export type Side = 'mine' | 'theirs';
type MergeField = { field: string; label: string; mine: string; theirs: string };
type Props = {
  /** What both changed, each to something else. */
  fields: readonly MergeField[];
  /** Who else changed it; null when that is not known. */
  who: string | null;
  /** The labels of what they alone changed, which is kept. */
  taken: readonly string[];
  isPending: boolean;
  error?: Error | null;
  onSave: (choices: Record<string, Side>) => void;
  onLeave: () => void;
};

/** Two people changed one thing at once: for each part that both changed, the person chooses. Nothing is overwritten unseen. */
export function MergeChoices({ fields, who, taken, isPending, error = null, onSave, onLeave }: Props) {
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const [isAsked, setIsAsked] = useState(false);
  const missing = fields.filter(({ field }) => !choices[field]);
  const them = who ?? 'Somebody else';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (missing.length === 0) onSave(choices);
    else document.getElementById(`merge-${missing[0]?.field}-theirs`)?.focus();
  };
  return (
    <form noValidate onSubmit={send} aria-labelledby="merge-title" className="grid gap-5">
      <div role="alert">
        <h2 id="merge-title" className="text-lead">
          {them} changed this while you were typing
        </h2>
        <p className="mt-1 text-muted">
          Choose what to keep. {taken.length > 0 && `What only they changed is kept: ${taken.join(', ')}.`}
        </p>
      </div>
      {error && <ErrorNote error={error} />}
      {fields.map(({ field, label, mine, theirs }) => (
        <fieldset
          key={field}
          className={`min-w-0 ${isAsked && !choices[field] ? 'border-l-4 border-risk pl-3' : ''}`}
        >
          <legend className="mb-1.5 font-semibold">{label}</legend>
          {isAsked && !choices[field] && (
            <p className="mb-1.5 font-semibold text-risk">
              <span className="sr-only">Error: </span>Choose one of the two
            </p>
          )}
          <div className="grid gap-2 sm:grid-cols-2">
            {(['theirs', 'mine'] as const).map((side) => (
              <label
                key={side}
                className="flex min-h-11 cursor-pointer gap-3 rounded-card border border-control p-3 has-checked:border-2 has-checked:border-pen has-checked:bg-pen-soft"
              >
                <input
                  id={`merge-${field}-${side}`}
                  type="radio"
                  name={`merge-${field}`}
                  className="mt-1 size-5 shrink-0"
                  checked={choices[field] === side}
                  onChange={() => setChoices({ ...choices, [field]: side })}
                />
                <span className="min-w-0">
                  <span className="block text-sm text-muted">
                    {side === 'mine' ? 'Yours' : `${them} wrote`}
                  </span>
                  <span className="block break-words whitespace-pre-line">
                    {(side === 'mine' ? mine : theirs) || <em>Nothing</em>}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={isPending}>
          Save what I chose
        </Button>
        <Button onClick={onLeave}>Leave it as they wrote it</Button>
      </div>
    </form>
  );
}
