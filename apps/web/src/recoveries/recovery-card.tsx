import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { RecoveryDialog } from './recovery-dialog.tsx';

/** On a person's page: what to do when they cannot read their mail any more. */
export function RecoveryCard({ personId, name }: { personId: string; name: string }) {
  const { may, me } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  if (!may('people.recover') || personId === me.personId) return null;
  return (
    <Card
      title="They cannot read their mail any more"
      footer={
        <div className="flex flex-wrap items-center gap-4">
          <Button onClick={() => setIsAsking(true)}>Give a new address</Button>
          <Link to="/recoveries">See those under way</Link>
        </div>
      }
    >
      <p className="text-muted">
        You ask, a second person agrees, and a day later they sign in with the new address. Everybody who
        knows them is told and can stop it.
      </p>
      {isAsking && <RecoveryDialog personId={personId} name={name} onClose={() => setIsAsking(false)} />}
    </Card>
  );
}
