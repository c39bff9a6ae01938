import { plural } from '../ui/plural.ts';
import { showToast } from '../ui/toasts.ts';
import { explain } from '../words.ts';
import { useUndoSchoolChange } from './change-queries.ts';
import { schoolErrorWords } from './words.ts';

/** Says what a change to many schools has done, and offers for ten seconds to take it back. */
export function useUndoable() {
  const undo = useUndoSchoolChange();
  return (text: string, changeId: string | null) => {
    if (changeId === null) return showToast({ text });
    // By then the dialog is gone, and with it what `mutate` would call back.
    const takeBack = () =>
      undo.mutateAsync(changeId).then(
        ({ undone }) =>
          showToast({ text: `Undone: ${plural(undone, 'school is', 'schools are')} as before` }),
        (error) => showToast({ text: explain(error, schoolErrorWords) }),
      );
    showToast({ text, undo: takeBack });
  };
}
