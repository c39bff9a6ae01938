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
import type { Clause, Wording } from './wording-fields.ts';
import { agreementErrorWords, wordingFaults } from './words.ts';

type Props = {
  agreementId: string;
  saved: Agreement;
  isPending: boolean;
  error: Error | null;
  /** @returns whether it was saved: then what was typed need not be kept */
  onSave: (wording: Wording) => Promise<boolean>;
  onLeave: () => void;
};

function listFaults(error: Error | null): Fault[] {
  if (!(error instanceof ApiError)) return faultsOf(error);
  if (error.status === 412) return [];
  return error.errors.length > 0 ? wordingFaults(error) : faultsOf(error, agreementErrorWords);
}

/** What is not filled in, before anything is sent. */
const listGaps = ({ title, clauses }: Wording): Fault[] => [
  ...(title.trim() ? [] : [{ field: 'title', text: 'Give the agreement a title' }]),
  ...clauses.flatMap(({ heading, text }, at) => [
    ...(heading.trim() ? [] : [{ field: `clauses-${at}-heading`, text: `Give clause ${at + 1} a heading` }]),
    ...(text.trim() ? [] : [{ field: `clauses-${at}-text`, text: `Say what clause ${at + 1} means` }]),
  ]),
];

/** The words of a version, clause by clause. What is typed is kept on this device until it is saved. */
export function WordingForm({ agreementId, saved, isPending, error, onSave, onLeave }: Props) {
  const { title, clauses } = saved;
  const draft = useDraft<Wording>(`agreement:${agreementId}`, { title, clauses });
  const [gaps, setGaps] = useState<Fault[]>([]);
  const faults = gaps.length > 0 ? gaps : listFaults(error);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const rows = draft.value.clauses;
  const setRows = (next: Clause[]) => draft.setValue({ ...draft.value, clauses: next });

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const found = listGaps(draft.value);
    setGaps(found);
    if (found.length === 0 && (await onSave(draft.value))) draft.drop();
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
    const before = draft.value;
    setRows(rows.filter((_, place) => place !== at));
    const heading = rows[at]?.heading || `Clause ${at + 1}`;
    showToast({ text: `${heading} is taken out`, undo: () => draft.setValue(before) });
  };
  const add = () => {
    setRows([...rows, { key: crypto.randomUUID(), kind: 'responsibility', heading: '', text: '' }]);
    // The box is there once it has been painted.
    requestAnimationFrame(() => document.getElementById(`clauses-${rows.length}-heading`)?.focus());
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
      <div className="flex flex-wrap gap-2 border-t border-line pt-5">
        <Button type="submit" variant="primary" isPending={isPending}>
          Save
        </Button>
        <Button onClick={onLeave}>Cancel</Button>
      </div>
    </form>
  );
}
