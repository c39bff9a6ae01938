import type { Agreement } from '@lateral/contract/agreements';
import { isNamedConsent, mostClauses } from '@lateral/domain/agreements/clauses';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { DraftNote } from '../ui/draft-note.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { ClauseFields } from './clause-fields.tsx';
import { TermsFields } from './terms-fields.tsx';
import type { Clause, Wording } from './wording-fields.ts';
import { agreementErrorWords, wordingFaults } from './words.ts';

type Props = {
  agreementId: string;
  saved: Agreement;
  isPending: boolean;
  error: Error | null;
  /** What was sent last, to which the error's places belong. */
  sent: Wording;
  /**
   * @param from what was saved when they began to type
   * @returns whether it was saved: then what was typed need not be kept
   */
  onSave: (wording: Wording, from: Agreement | undefined) => Promise<boolean>;
  onLeave: () => void;
};

function listFaults(error: Error | null, sent: Wording): Fault[] {
  if (!(error instanceof ApiError)) return faultsOf(error);
  if (error.status === 412) return [];
  return error.errors.length > 0 ? wordingFaults(error, sent) : faultsOf(error, agreementErrorWords);
}

/** A box is there once it has been painted. */
const focusOn = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

/** Words that come from a word processor have tabs in them; here they are blanks. */
const withoutTabs = ({ title, clauses, ...rest }: Wording): Wording => ({
  ...rest,
  title: title.replaceAll('\t', ' '),
  clauses: clauses.map((clause) => ({
    ...clause,
    heading: clause.heading.replaceAll('\t', ' '),
    text: clause.text.replaceAll('\t', ' '),
  })),
});

/** What is not filled in, before anything is sent. */
const listGaps = ({ title, clauses }: Wording): Fault[] => [
  ...(title.trim() ? [] : [{ field: 'title', text: 'Give the agreement a title' }]),
  ...clauses.flatMap(({ key, heading, text }, at) => [
    ...(heading.trim() ? [] : [{ field: `clauses-${key}-heading`, text: `Give clause ${at + 1} a heading` }]),
    ...(text.trim() ? [] : [{ field: `clauses-${key}-text`, text: `Say what clause ${at + 1} means` }]),
  ]),
];

/** The words of a version, clause by clause. What is typed is kept on this device until it is saved. */
export function WordingForm({ agreementId, saved, isPending, error, sent, onSave, onLeave }: Props) {
  const { title, clauses, terms, consentBy } = saved;
  const draft = useDraft<Wording, Agreement>(
    `agreement:${agreementId}`,
    { title, clauses, terms, consentBy },
    saved,
  );
  const [gaps, setGaps] = useState<Fault[]>([]);
  const faults = gaps.length > 0 ? gaps : listFaults(error, sent);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const rows = draft.value.clauses;
  const setRows = (next: Clause[]) => draft.setValue({ ...draft.value, clauses: next });

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const wording = withoutTabs(draft.value);
    const found = listGaps(wording);
    setGaps(found);
    if (found.length === 0 && (await onSave(wording, draft.from))) draft.drop();
  };
  const swap = (at: number, other: number) => {
    const next = [...rows];
    const [one, two] = [next[at], next[other]];
    if (!one || !two) return;
    next[at] = two;
    next[other] = one;
    setRows(next);
  };
  const take = (at: number) => {
    const taken = rows[at];
    if (!taken) return;
    setRows(rows.filter((_, place) => place !== at));
    const next = rows[at + 1] ?? rows[at - 1];
    focusOn(`clauses-${next?.key}-heading`);
    const undo = () => {
      // Into what stands then: what was typed meanwhile stays.
      draft.setValue((now) => ({ ...now, clauses: now.clauses.toSpliced(at, 0, taken) }));
      focusOn(`clauses-${taken.key}-heading`);
    };
    showToast({ text: `${taken.heading || `Clause ${at + 1}`} is taken out`, undo });
  };
  const add = () => {
    const key = crypto.randomUUID();
    setRows([...rows, { key, kind: 'responsibility', heading: '', text: '' }]);
    focusOn(`clauses-${key}-heading`);
  };

  return (
    <form noValidate onSubmit={send} className="grid gap-5">
      {draft.isRestored && <DraftNote onStartAgain={draft.startAgain} />}
      <ErrorSummary faults={faults} />
      <TextField
        name="title"
        label="Title"
        value={draft.value.title}
        onChange={({ target }) => draft.setValue({ ...draft.value, title: target.value })}
        error={faultOf('title')}
      />
      <ol className="grid gap-4">
        {rows.map((clause, at) => (
          <li key={clause.key}>
            <ClauseFields
              clause={clause}
              place={at}
              faultOf={faultOf}
              isFixed={isNamedConsent(clause.key)}
              onChange={(part) => setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)))}
              onUp={at > 0 ? () => swap(at, at - 1) : null}
              onDown={at < rows.length - 1 ? () => swap(at, at + 1) : null}
              onTake={() => take(at)}
            />
          </li>
        ))}
      </ol>
      {rows.length < mostClauses && (
        <div>
          <Button icon={Plus} onClick={add}>
            Add a clause
          </Button>
        </div>
      )}
      <TermsFields
        value={draft.value}
        asksAgain={saved.number > 1}
        error={faultOf('consentBy')}
        onChange={(part) => draft.setValue({ ...draft.value, ...part })}
      />
      <div className="flex flex-wrap gap-2 border-t border-line pt-5">
        <Button type="submit" variant="primary" isPending={isPending}>
          Save
        </Button>
        <Button onClick={onLeave}>Cancel</Button>
      </div>
    </form>
  );
}
