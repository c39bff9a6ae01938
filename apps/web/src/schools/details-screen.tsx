import type { SchoolDetailFields } from '@lateral/contract/school-details';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { dropDraft } from '../drafts.ts';
import { Link } from '../ui/link.tsx';
import { MergeChoices } from '../ui/merge-choices.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { showToast } from '../ui/toasts.ts';
import { isChanged, useVersionedSave } from '../versioned-save.ts';
import { useUpdateDetails } from './change-queries.ts';
import { DetailsForm } from './details-form.tsx';
import { schoolDetailsQuery, schoolQuery } from './queries.ts';
import { detailFields, detailWords } from './words.ts';

const pick = (details: SchoolDetailFields): SchoolDetailFields =>
  Object.fromEntries(detailFields.map((field) => [field, details[field]])) as SchoolDetailFields;

/** Changes what a school says of itself; two people who do so at once lose nothing. */
export function DetailsScreen({ schoolId }: { schoolId: string }) {
  const { data: school } = useSuspenseQuery(schoolQuery(schoolId));
  const { data: saved } = useSuspenseQuery(schoolDetailsQuery(schoolId));
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const update = useUpdateDetails(schoolId);
  const leave = () => navigate({ to: '/schools/$schoolId', params: { schoolId } });
  const { base, clash, save, settle } = useVersionedSave({
    saved,
    pick,
    send: (fields, version) => update.mutateAsync({ fields, version }),
    refetch: () => queryClient.fetchQuery({ ...schoolDetailsQuery(schoolId), staleTime: 0 }),
    onSaved: (_, meanwhile) => {
      const who = meanwhile?.changedBy ?? 'somebody else';
      showToast({ text: meanwhile ? `Saved, together with what ${who} changed meanwhile` : 'Saved' });
      void leave();
    },
  });

  return (
    <div className="max-w-2xl">
      <PageHeader
        title="Visiting this school"
        above={
          <Link to="/schools/$schoolId" params={{ schoolId }}>
            {school.name}
          </Link>
        }
        below="For the people who come to review or to help. Everybody who may see the school sees this."
      />
      {/* The form stays where it is, with its draft, while the person chooses. */}
      <div hidden={clash !== null}>
        <DetailsForm
          schoolId={schoolId}
          saved={pick(base)}
          base={base}
          isPending={update.isPending}
          error={update.error}
          onSave={(fields, from) => save(fields, from).catch(() => false)}
          onLeave={leave}
        />
      </div>
      {clash && (
        <MergeChoices
          fields={clash.merged.conflicts.map((field) => ({
            field,
            label: detailWords[field].label,
            mine: clash.merged.value[field] ?? '',
            theirs: clash.theirs[field] ?? '',
          }))}
          who={clash.theirs.changedBy}
          taken={clash.merged.taken.map((field) => detailWords[field].label)}
          isPending={update.isPending}
          error={isChanged(update.error) ? null : update.error}
          onSave={(choices) => void settle(choices).catch(() => false)}
          onLeave={() => {
            dropDraft(`school-details:${schoolId}`);
            void leave();
          }}
        />
      )}
    </div>
  );
}
