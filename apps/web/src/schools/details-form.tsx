import type { SchoolDetailFields, SchoolDetails } from '@lateral/contract/school-details';
import type { FormEvent } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { DraftNote } from '../ui/draft-note.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { faultsOf } from '../words.ts';
import { detailFields, detailWords } from './words.ts';

type Props = {
  schoolId: string;
  saved: SchoolDetailFields;
  /** The same with its version. */
  base: SchoolDetails;
  isPending: boolean;
  error: Error | null;
  /**
   * @param from what was saved when they began to type
   * @returns whether it was saved: then what was typed need not be kept
   */
  onSave: (fields: SchoolDetailFields, from: SchoolDetails | undefined) => Promise<boolean>;
  onLeave: () => void;
};

const faultWords = Object.fromEntries(detailFields.map((field) => [field, detailWords[field].fault]));
const isLong = (field: (typeof detailFields)[number]) => field === 'arrival' || field === 'access';
const typeOf = { email: 'email', phone: 'tel', website: 'url', askFor: 'text' } as const;

/** A web address that somebody typed as people do. */
const withScheme = (text: string) => (/^https?:\/\//i.test(text) ? text : `https://${text}`);

/** What was typed, as it is saved: nothing typed is nothing said. */
function fieldsOf(typed: Record<string, string>): SchoolDetailFields {
  const text = (field: string) => typed[field]?.trim() || null;
  const website = text('website');
  return {
    email: text('email'),
    phone: text('phone'),
    website: website && withScheme(website),
    askFor: text('askFor'),
    arrival: text('arrival'),
    access: text('access'),
  };
}

export function DetailsForm({ schoolId, saved, base, isPending, error, onSave, onLeave }: Props) {
  const typed = Object.fromEntries(detailFields.map((field) => [field, saved[field] ?? '']));
  const draft = useDraft<Record<string, string>, SchoolDetails>(`school-details:${schoolId}`, typed, base);
  const isClash = error instanceof ApiError && error.status === 412;
  const faults = isClash ? [] : faultsOf(error, faultWords);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!isPending && (await onSave(fieldsOf(draft.value), draft.from))) draft.drop();
  };
  return (
    <form noValidate onSubmit={send} className="grid gap-5">
      {draft.isRestored && <DraftNote onStartAgain={draft.startAgain} />}
      <ErrorSummary faults={faults} />
      {detailFields.map((field) => {
        const shared = {
          name: field,
          label: detailWords[field].label,
          hint: detailWords[field].hint,
          error: faults.find((fault) => fault.field === field)?.text,
          value: draft.value[field] ?? '',
          onChange: ({ target }: { target: { value: string } }) =>
            draft.setValue({ ...draft.value, [field]: target.value }),
        };
        return isLong(field) ? (
          <TextArea key={field} rows={4} {...shared} />
        ) : (
          <TextField key={field} type={typeOf[field as keyof typeof typeOf]} {...shared} />
        );
      })}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={isPending}>
          Save
        </Button>
        <Button onClick={onLeave}>Cancel</Button>
      </div>
    </form>
  );
}
