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
    const takeBack = () =>
      undo.mutate(changeId, {
        onSuccess: ({ undone }) =>
          showToast({ text: `Undone: ${plural(undone, 'school is', 'schools are')} as before` }),
        onError: (error) => showToast({ text: explain(error, schoolErrorWords) }),
      });
    showToast({ text, undo: takeBack });
  };
}
