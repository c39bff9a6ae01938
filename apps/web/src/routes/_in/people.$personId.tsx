import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { PersonDataCard } from '../../erasures/person-data-card.tsx';
import { PersonScreen } from '../../people/person-screen.tsx';
import { personQuery } from '../../people/queries.ts';
import { RecoveryCard } from '../../recoveries/recovery-card.tsx';

export const Route = createFileRoute('/_in/people/$personId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(personQuery(params.personId)),
  component: function Person() {
    const { personId } = Route.useParams();
    const { name } = useSuspenseQuery(personQuery(personId)).data;
    return (
      <PersonScreen personId={personId}>
        <RecoveryCard personId={personId} name={name} />
        <PersonDataCard personId={personId} name={name} />
      </PersonScreen>
    );
  },
});
