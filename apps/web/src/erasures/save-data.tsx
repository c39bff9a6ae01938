import { Download } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useSaveData } from './queries.ts';

/** Two ways to save all that is kept about somebody. @param personId null for oneself */
export function SaveData({ personId }: { personId: string | null }) {
  const save = useSaveData(personId);
  const isSaving = (format: string) => save.isPending && save.variables === format;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <Button icon={Download} isPending={isSaving('csv')} onClick={() => save.mutate('csv')}>
          Save for a spreadsheet
        </Button>
        <Button icon={Download} isPending={isSaving('json')} onClick={() => save.mutate('json')}>
          Save for another program
        </Button>
      </div>
      {save.error && <ErrorNote error={save.error} />}
    </div>
  );
}
