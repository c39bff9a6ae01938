import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { MergeChoices } from '../ui/merge-choices.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { showToast } from '../ui/toasts.ts';
import { useVersionedSave } from '../versioned-save.ts';
import { agreementQuery, useReword } from './queries.ts';
import { isClauseField, mergeWordings, toFields, toWording, type WordingFields } from './wording-fields.ts';
import { WordingForm } from './wording-form.tsx';

/** Writes a version that is not issued; two people who do so at once lose nothing. */
export function EditScreen({ agreementId }: { agreementId: string }) {
  const { data: saved } = useSuspenseQuery(agreementQuery(agreementId));
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const reword = useReword(agreementId);
  const leave = () => navigate({ to: '/agreements/$agreementId', params: { agreementId } });
  const { base, clash, save, settle, dropClash } = useVersionedSave({
    saved,
    pick: toFields,
    merge: mergeWordings,
    send: (fields, version) => reword.mutateAsync({ wording: toWording(fields), version }),
    refetch: () => queryClient.fetchQuery({ ...agreementQuery(agreementId), staleTime: 0 }),
    onSaved: (_, meanwhile) => {
      showToast({ text: meanwhile ? 'Saved, together with what somebody else changed meanwhile' : 'Saved' });
      void leave();
    },
  });
  const isOpen = saved.state === 'draft' || saved.state === 'offered';
  const describe = (fields: WordingFields, field: string) => {
    if (!isClauseField(field)) return fields.title;
    const clause = fields[field];
    return clause ? `${clause.heading}\n${clause.text}` : '';
  };
  const nameOf = (field: string) => {
    if (!isClauseField(field)) return field === 'title' ? 'The title' : 'The order of the clauses';
    return (clash?.merged.value[field] ?? (clash && toFields(clash.theirs)[field]))?.heading ?? 'A clause';
  };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={`Write version ${saved.number}`}
        above={
          <Link to="/agreements/$agreementId" params={{ agreementId }}>
            {saved.title}
          </Link>
        }
        below="Plain words, as you would say them to a school. Nobody else sees them until you offer them for issue."
      />
      {!isOpen && (
        <Card>
          <p>
            This version has been issued, so its words stand. <Link to="/agreements">Begin the next one</Link>{' '}
            instead.
          </p>
        </Card>
      )}
      {/* The form stays where it is, with its draft, while the person chooses. */}
      <div hidden={clash !== null || !isOpen}>
        <WordingForm
          agreementId={agreementId}
          saved={base}
          isPending={reword.isPending}
          error={reword.error}
          onSave={(wording) => save(toFields(wording)).catch(() => false)}
          onLeave={() => void leave()}
        />
      </div>
      {clash && (
        <Card>
          <MergeChoices
            fields={clash.merged.conflicts.map((field) => ({
              field: String(field),
              label: nameOf(String(field)),
              mine: describe(clash.merged.value, String(field)),
              theirs: describe(toFields(clash.theirs), String(field)),
            }))}
            who={null}
            taken={clash.merged.taken.map((field) => nameOf(String(field)).toLowerCase())}
            isPending={reword.isPending}
            onSave={(choices) => void settle(choices).catch(() => false)}
            onLeave={() => {
              dropClash();
              void leave();
            }}
          />
        </Card>
      )}
    </div>
  );
}
