import type { Person } from '@lateral/contract/people';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { showToast } from '../ui/toasts.ts';
import { useConfirmAddresses } from './queries.ts';
import { addressHints, addressWords } from './words.ts';

/** Whether the address is this person's own, so that a code may go there; the broker says so. */
export function AddressCard({ person }: { person: Person }) {
  const { may, me } = useSession();
  const confirm = useConfirmAddresses();
  if (!may('people.confirm')) return null;
  const isConfirmed = person.address === 'confirmed';
  const isOwn = person.personId === me.personId;
  const press = () =>
    confirm.mutate(
      { personIds: [person.personId], confirmed: !isConfirmed },
      { onSuccess: () => showToast({ text: isConfirmed ? 'No longer confirmed' : 'Address confirmed' }) },
    );
  return (
    <Card
      title="Address"
      beside={<StatusTag status={isConfirmed ? 'done' : 'waiting'}>{addressWords[person.address]}</StatusTag>}
      footer={
        person.address !== 'role-mailbox' &&
        !(isOwn && !isConfirmed) && (
          <Button isPending={confirm.isPending} onClick={press}>
            {isConfirmed ? 'Take this back' : 'Confirm that it is theirs alone'}
          </Button>
        )
      }
    >
      <p className="mb-2 font-semibold wrap-anywhere">{person.email}</p>
      <p className="text-muted">{addressHints[person.address]}</p>
      {confirm.error && (
        <div className="mt-3">
          <ErrorNote error={confirm.error} />
        </div>
      )}
    </Card>
  );
}
