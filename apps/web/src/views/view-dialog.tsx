import type { View } from '@lateral/contract/views';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toasts.ts';
import { explain } from '../words.ts';
import type { NewView } from './place.ts';
import { useAddView, useChangeView } from './queries.ts';
import { viewErrorWords, viewWords } from './words.ts';

type Props = {
  /** The view to change; without one, what a new one keeps. */
  view: View | Pick<NewView, 'screen' | 'filters'>;
  onClose: () => void;
};

/** Names a view, and says whether the team sees it. */
export function ViewDialog({ view, onClose }: Props) {
  const known = 'id' in view ? view : null;
  const [name, setName] = useState(known?.name ?? '');
  const [isShared, setIsShared] = useState(known?.isShared ?? false);
  const [fault, setFault] = useState<Fault | null>(null);
  const add = useAddView();
  const change = useChangeView();
  const save = async () => {
    if (name.trim() === '') return setFault({ field: 'view-name', text: 'Give the view a name' });
    setFault(null);
    try {
      const given = { name: name.trim(), isShared };
      if (known) await change.mutateAsync({ viewId: known.id, ...given });
      else await add.mutateAsync({ screen: view.screen, filters: view.filters, ...given });
      showToast({ text: known ? 'View changed' : `“${given.name}” is among your saved views` });
      onClose();
    } catch (error) {
      setFault({ field: 'view-name', text: explain(error as Error, viewErrorWords) });
    }
  };
  return (
    <Dialog
      title={known ? 'Rename or share' : 'Save this view'}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={add.isPending || change.isPending} onClick={save}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary faults={fault ? [fault] : []} />
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          name="view-name"
          label="Name"
          hint="Such as “Not joined yet”"
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={fault?.text}
        />
        <Checkbox
          label="Share with the team"
          hint={viewWords.sharedHint}
          checked={isShared}
          onChange={({ target }) => setIsShared(target.checked)}
        />
      </form>
    </Dialog>
  );
}
