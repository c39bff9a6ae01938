import { CornerDownLeft } from 'lucide-react';
import { useEffect, useId } from 'react';
import type { Entry } from './use-entries.ts';
import { groupWords, paletteWords } from './words.ts';

type Props = {
  entries: readonly Entry[];
  /** The line that Enter opens. */
  current: number;
  isBusy: boolean;
  q: string;
  onOpen: (entry: Entry) => void;
  onPoint: (at: number) => void;
};

/** The lines under the box, by group. Focus never leaves the box: the pointer and the arrows only mark a line. */
export function EntryList({ entries, current, isBusy, q, onOpen, onPoint }: Props) {
  const id = useId();
  const groups = [...Map.groupBy(entries, ({ group }) => group)];
  const marked = entries[current];
  useEffect(() => {
    if (marked)
      document.getElementById(`palette-${marked.group}-${marked.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <>
      {entries.length === 0 && q !== '' && !isBusy && (
        <div className="px-5 py-6 text-center">
          <p className="font-semibold">Nothing matches “{q}”</p>
          <p className="text-muted">{paletteWords.nothing}</p>
        </div>
      )}
      <div
        id="palette-list"
        role="listbox"
        aria-label="Matches"
        aria-busy={isBusy}
        tabIndex={-1}
        className="min-h-0 overflow-y-auto overscroll-contain px-2 pb-2"
      >
        {groups.map(([group, lines]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is not a set of fields
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div id={`${id}-${group}`} className="px-3 pt-3 pb-1 text-sm font-semibold text-muted">
              {groupWords[group]}
            </div>
            {lines.map((entry) => (
              <EntryLine
                key={entry.id}
                entry={entry}
                isCurrent={entry === marked}
                onOpen={() => onOpen(entry)}
                onPoint={() => onPoint(entries.indexOf(entry))}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

type LineProps = { entry: Entry; isCurrent: boolean; onOpen: () => void; onPoint: () => void };

function EntryLine({ entry, isCurrent, onOpen, onPoint }: LineProps) {
  const { id, group, label, detail, icon: Icon } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, where focus stays
    <div
      id={`palette-${group}-${id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      onClick={onOpen}
      onPointerMove={onPoint}
      className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 desk:min-h-10 ${isCurrent ? 'bg-pen-soft outline-2 -outline-offset-2 outline-pen' : ''}`}
    >
      <Icon aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">
        {label}
        {detail && <span className="ml-2 text-sm text-muted max-sm:ml-0 max-sm:block">{detail}</span>}
      </span>
      {isCurrent && <CornerDownLeft aria-hidden className="size-4 shrink-0 text-muted max-desk:hidden" />}
    </div>
  );
}
