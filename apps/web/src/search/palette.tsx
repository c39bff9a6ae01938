import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Command, Place } from '../command.ts';
import { keepRecent } from '../recent.ts';
import { useSession } from '../session.ts';
import { EntryList } from './entry-list.tsx';
import { type Entry, useEntries } from './use-entries.ts';
import { paletteWords, sayMatches } from './words.ts';

type Props = { commands: readonly Command[]; onClose: () => void };

/**
 * Finds anything and does anything: a modal dialog with an editable combobox whose list is always open (ARIA
 * combobox pattern: focus stays in the box, `aria-activedescendant` names the line that Enter opens).
 */
export function Palette({ commands, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { entries, isBusy, error } = useEntries(text, commands);
  const open = useOpen(onClose);
  const current = Math.min(at, entries.length - 1);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const entry = entries[current];
    if (step && entries.length > 0) setAt((current + step + entries.length) % entries.length);
    else if (event.key === 'Enter' && entry && !event.nativeEvent.isComposing) open(entry);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      aria-label={paletteWords.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
      className="mx-auto mt-2 mb-auto max-h-[calc(100dvh-1rem)] w-[calc(100vw-1rem)] max-w-2xl flex-col overflow-hidden rounded-card border border-line bg-surface p-0 text-ink open:flex desk:mt-16 desk:max-h-[min(38rem,calc(100dvh-6rem))]"
    >
      <div className="relative flex items-center border-b border-line">
        <Search aria-hidden className="pointer-events-none absolute left-4.5 size-5 text-muted" />
        <input
          type="text"
          role="combobox"
          aria-label={paletteWords.title}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={
            entries[current] ? `palette-${entries[current].group}-${entries[current].id}` : undefined
          }
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={100}
          placeholder={paletteWords.placeholder}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="focus-inside min-h-14 w-full min-w-0 bg-transparent pr-2 pl-12 text-lead"
        />
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className="mr-2 grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink desk:size-9"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      <p role="status" className="sr-only">
        {isBusy ? '' : sayMatches(entries.length)}
      </p>
      {error && <p className="border-b border-line px-5 py-2.5 text-sm text-risk">{paletteWords.failed}</p>}
      <EntryList
        entries={entries}
        current={current}
        isBusy={isBusy}
        q={text.trim()}
        onOpen={open}
        onPoint={setAt}
      />
    </dialog>
  );
}

/** Opens a line: goes there or does it, and remembers it. */
function useOpen(onClose: () => void) {
  const { me } = useSession();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const go = ({ to, search }: Place) => navigate({ to, search: search ?? {} });
  return ({ id, group, label, place, command }: Entry) => {
    onClose();
    if (command) {
      keepRecent(me.personId, { id, kind: 'command', label });
      return void ('run' in command ? command.run({ go, queryClient }) : go(command));
    }
    if (!place) return;
    if (group === 'school' || group === 'person' || group === 'cluster')
      keepRecent(me.personId, { id, kind: group, label, place });
    void go(place);
  };
}
