import type { ReminderPreview } from '@lateral/contract/reminders';
import { plural } from '../ui/plural.ts';
import { refusalWords } from './words.ts';

/** A list in a dialog is no longer than somebody reads. */
const mostShown = 100;

/** Everybody who gets a mail, with the address it goes to. */
export function WhoGetsOne({ mails }: Pick<ReminderPreview, 'mails'>) {
  return (
    <section aria-label="Who gets a mail">
      <h3 className="mb-1.5">{plural(mails.length, 'mail goes', 'mails go')} out</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul className="focus-inside max-h-52 overflow-y-auto rounded-control border border-line" tabIndex={0}>
        {mails.slice(0, mostShown).map(({ personId, name, email, schools }) => (
          <li key={personId} className="border-b border-line px-3 py-1.5 text-sm last:border-b-0">
            <span className="font-semibold">{name}</span>, {schools.join(' and ')}
            <span className="block wrap-anywhere text-muted">{email}</span>
          </li>
        ))}
        {mails.length > mostShown && (
          <li className="px-3 py-1.5 text-sm text-muted">And {mails.length - mostShown} more</li>
        )}
      </ul>
    </section>
  );
}

/** Those who get none, by the reason. */
export function WhoGetsNone({ left }: Pick<ReminderPreview, 'left'>) {
  if (left.length === 0) return null;
  const byReason = [...Map.groupBy(left, ({ why }) => why)];
  return (
    <section aria-label="Who gets none">
      <h3 className="mb-1.5">{left.length === 1 ? 'One gets none' : `${left.length} get none`}</h3>
      {byReason.map(([why, some]) => (
        <details key={why} className="border-t border-line py-1.5 text-sm last:border-b">
          <summary className="min-h-6 py-0.5 max-desk:min-h-11 max-desk:content-center">
            {refusalWords[why]} <span className="text-muted">({some.length})</span>
          </summary>
          <ul className="mt-1 grid gap-0.5 pl-5">
            {some.slice(0, mostShown).map(({ id, name, schoolName }) => (
              <li key={`${id}${name}`}>
                {why === 'no-head' || why === 'no-chair' || !name
                  ? schoolName
                  : [name, schoolName].filter(Boolean).join(', ')}
              </li>
            ))}
            {some.length > mostShown && <li className="text-muted">And {some.length - mostShown} more</li>}
          </ul>
        </details>
      ))}
    </section>
  );
}
