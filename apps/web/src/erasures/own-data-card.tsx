import { Card } from '../ui/card.tsx';
import { SaveData } from './save-data.tsx';

/** On a person's own page: all that is kept about them, to take along. */
export function OwnDataCard() {
  return (
    <Card title="What we keep about you" footer={<SaveData personId={null} />}>
      <p className="text-muted">
        Save all of it as a file. To have something put right, or to be erased, ask your partnership’s broker.
      </p>
    </Card>
  );
}
