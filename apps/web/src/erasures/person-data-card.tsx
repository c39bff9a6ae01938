import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { SaveData } from './save-data.tsx';

/** On a person's page: giving them what is kept about them, and erasing it. For the broker. */
export function PersonDataCard({ personId, name }: { personId: string; name: string }) {
  const { may, me } = useSession();
  const [isErasing, setIsErasing] = useState(false);
  if (!may('people.export')) return null;
  return (
    <Card
      title="What we keep about them"
      footer={
        <div className="grid gap-3">
          <SaveData personId={personId} />
          {may('people.erase') && personId !== me.personId && (
            <div>
              <Button onClick={() => setIsErasing(true)}>Erase {name}</Button>
            </div>
          )}
        </div>
      }
    >
      <p className="text-muted">
        Everybody may ask for a copy of all that is kept about them, and to be erased. Their name, their
        address and what was theirs then go for good.
      </p>
      {isErasing && <EraseDialog personId={personId} name={name} onClose={() => setIsErasing(false)} />}
    </Card>
  );
}
