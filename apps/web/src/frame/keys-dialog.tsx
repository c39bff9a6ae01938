import { setLetterKeys, useLetterKeys } from '../preferences.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Key } from '../ui/key-hint.tsx';
import { keyWords } from './words.ts';

/** Every key there is, and the switch for those that are pressed alone. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const hasKeys = useLetterKeys();
  return (
    <Dialog title="Keys" onClose={onClose}>
      {keyWords.map(({ title, needsLetters, keys }) => (
        <section key={title} aria-label={title} className={needsLetters && !hasKeys ? 'opacity-60' : ''}>
          <h3 className="mt-1 mb-1">{title}</h3>
          <dl className="mb-4 grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            {keys.map(({ press, does }) => (
              <div key={does} className="contents">
                <dt className="flex flex-wrap items-center gap-1">
                  {press.map((one) => (
                    <Key key={one}>{one}</Key>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Checkbox
        label="Use keys that are pressed alone"
        hint="Turn this off if you speak to your computer, or press keys by accident. Arrows, Enter and Ctrl K still work."
        checked={hasKeys}
        onChange={({ target }) => setLetterKeys(target.checked)}
      />
    </Dialog>
  );
}
