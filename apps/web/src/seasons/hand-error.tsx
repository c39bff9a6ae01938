import { ErrorNote } from '../ui/error-note.tsx';
import { breachWords, handRefusals } from './hand-words.ts';

type Props = { error: Error | null; team?: readonly { personId: string; name: string }[] };

/** Why a step by hand was refused, rule by rule. */
export function HandError({ error, team = [] }: Props) {
  if (!error) return null;
  const breaches = breachWords(error, team);
  return (
    <div className="mb-3">
      <ErrorNote error={error} words={handRefusals} />
      {breaches.length > 0 && (
        <ul className="border-l-4 border-risk bg-risk-soft px-4 pb-3 text-risk">
          {breaches.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
