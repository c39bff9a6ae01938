import type { Agreement } from '@lateral/contract/agreements';
import { refuseChange } from '@lateral/domain/agreements/states';
import { termsClause } from '@lateral/domain/agreements/terms';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dropDraft, hasDraft } from '../drafts.ts';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { MergeChoices, type Side } from '../ui/merge-choices.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { showToast } from '../ui/toasts.ts';
import { type Clash, isChanged, useVersionedSave } from '../versioned-save.ts';
import { agreementQuery, useReword } from './queries.ts';
import {
  type Clause,
  isClauseField,
  mergeWordings,
  toFields,
  toWording,
  type Wording,
  type WordingFields,
} from './wording-fields.ts';
import { WordingForm } from './wording-form.tsx';
import { clauseKindWords } from './words.ts';

/** Writes a version that is not issued; two people who do so at once lose nothing. */
export function EditScreen({ agreementId }: { agreementId: string }) {
  const { data: saved } = useSuspenseQuery(agreementQuery(agreementId));
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const reword = useReword(agreementId);
  // What went to the API last: its faults are of that, and not of what has been typed since.
  const [sent, setSent] = useState<Wording>(saved);
  const leave = () => navigate({ to: '/agreements/$agreementId', params: { agreementId } });
  const { base, clash, save, settle, dropClash } = useVersionedSave({
    saved,
    pick: toFields,
    merge: mergeWordings,
    send: (fields, version) => {
      const wording = toWording(fields);
      setSent(wording);
      return reword.mutateAsync({ wording, version });
    },
    refetch: () => queryClient.fetchQuery({ ...agreementQuery(agreementId), staleTime: 0 }),
    onSaved: (_, meanwhile) => {
      showToast({ text: meanwhile ? 'Saved, together with what somebody else changed meanwhile' : 'Saved' });
      void leave();
    },
  });
  const draftKey = `agreement:${agreementId}`;
  const [isKept] = useState(() => hasDraft(draftKey) || refuseChange(saved.state) === null);
  const isOpen = refuseChange(saved.state) === null;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={`Write version ${saved.number}`}
        above={
          <Link to="/agreements/$agreementId" params={{ agreementId }}>
            {saved.title}
          </Link>
        }
        below={
          saved.state === 'offered'
            ? 'It waits for a second person to issue it. If you change its words, it is a draft again.'
            : 'Plain words, as you would say them to a school. Only brokers see them until they are offered for issue.'
        }
      />
      {!isOpen && (
        <p role="status" className="mb-5 rounded-control bg-waiting-soft px-4 py-3">
          This version has been issued, so its words stand and nothing can be saved here.{' '}
          <Link to="/agreements">Begin the next one</Link> instead.
          {isKept && ' What you typed is still below, to be copied.'}
        </p>
      )}
      {/* The form stays where it is, with its draft, while the person chooses. */}
      <div hidden={clash !== null || !(isOpen || isKept)}>
        <WordingForm
          agreementId={agreementId}
          saved={base}
          isPending={reword.isPending}
          error={reword.error}
          sent={sent}
          onSave={(wording, from) => save(toFields(wording), from).catch(() => false)}
          onLeave={() => void leave()}
        />
      </div>
      {clash && (
        <EditClash
          clash={clash}
          isPending={reword.isPending}
          error={isChanged(reword.error) ? null : reword.error}
          onSave={settle}
          onLeave={() => {
            dropClash();
            dropDraft(draftKey);
            void leave();
          }}
        />
      )}
    </div>
  );
}

type ClashProps = {
  clash: Clash<WordingFields, Agreement>;
  isPending: boolean;
  error: Error | null;
  onSave: (choices: Record<string, Side>) => Promise<boolean>;
  onLeave: () => void;
};

/** Two people changed the same clause, each to something else. */
function EditClash({ clash: { theirs, merged }, isPending, error, onSave, onLeave }: ClashProps) {
  const written = toFields(theirs);
  const nameOf = (field: keyof WordingFields) => {
    if (!isClauseField(String(field))) return partNames[String(field)] ?? 'The title';
    const clause = (merged.value[field] ?? written[field]) as Clause | null | undefined;
    return clause?.heading ?? 'A clause that was taken out';
  };
  return (
    <Card>
      <MergeChoices
        fields={merged.conflicts.map((field) => ({
          field: String(field),
          label: nameOf(field),
          mine: describe(merged.value, String(field)),
          theirs: describe(written, String(field)),
        }))}
        who={null}
        taken={merged.taken.filter((field) => field !== 'order').map(nameOf)}
        isPending={isPending}
        error={error}
        onSave={(choices) => void onSave(choices).catch(() => false)}
        onLeave={onLeave}
      />
    </Card>
  );
}

const partNames: Record<string, string> = {
  terms: 'How long membership lasts',
  consentBy: 'The day to consent by',
};

function describe(fields: WordingFields, field: string) {
  if (field === 'terms') return termsClause(fields.terms).text;
  if (field === 'consentBy') return fields.consentBy ? longDay(fields.consentBy) : 'No day';
  if (!isClauseField(field)) return fields.title;
  const clause = fields[field];
  return clause ? `${clause.heading} (${clauseKindWords[clause.kind].toLowerCase()})\n${clause.text}` : '';
}
