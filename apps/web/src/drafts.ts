import { useEffect, useRef, useState } from 'react';
import { forgetKept, keep, readKept } from './kept.ts';

const prefix = 'lateral-draft:';
/** A draft that nobody came back to within a month is forgotten. */
const keptMs = 30 * 86_400_000;

/** `from` is what was saved when they began to type: what others change meanwhile is told from what they changed. */
type Kept<T> = { at: number; value: T; from?: unknown };

function readDraft<T>(key: string): Kept<T> | null {
  const kept = readKept(prefix + key) as Kept<T> | null;
  return kept && Date.now() - kept.at < keptMs ? kept : null;
}

const keepDraft = (key: string, value: unknown, from: unknown) =>
  keep(prefix + key, { at: Date.now(), value, from });

/** Lets a draft go that is not wanted any more. */
export const dropDraft = (key: string) => keep(prefix + key, null);

/** Whether something that was typed is kept. */
export const hasDraft = (key: string) => readDraft(key) !== null;

/** Keeps drafts for one person alone: whoever comes next on this device finds none of theirs. */
export function keepDraftsOf(personId: string) {
  const owner = `${prefix}owner`;
  if (localStorage.getItem(owner) === personId) return;
  forgetDrafts();
  localStorage.setItem(owner, personId);
}

/** Forgets every draft of this device: whoever was here has signed out. */
export const forgetDrafts = () => forgetKept(prefix);

/**
 * What somebody is typing, kept on this device as they type until it is saved: a lost network, a closed tab or an ended
 * session lose nothing.
 * @param key what it is about: `school-details:<id>`
 * @param saved what is saved now; a draft that is the same is no draft
 * @param base the whole of what is saved, when it has a version: given back as `from`, as it was when they began to type
 * @returns the value, how to change it, whether it came back from before, and how to let it go
 */
export function useDraft<T, B = undefined>(key: string, saved: T, base?: B) {
  const [kept] = useState(() => readDraft<T>(key));
  const isSame = (a: T | null, b: T) => JSON.stringify(a) === JSON.stringify(b);
  const [value, setValue] = useState<T>(kept?.value ?? saved);
  const [isRestored, setIsRestored] = useState(kept !== null && !isSame(kept.value, saved));
  const [from, setFrom] = useState(() => (kept?.from as B | undefined) ?? base);
  const isDropped = useRef(false);

  useEffect(() => {
    if (isDropped.current) return;
    if (JSON.stringify(value) === JSON.stringify(saved)) dropDraft(key);
    else keepDraft(key, value, from);
  }, [key, value, saved, from]);

  return {
    value,
    setValue,
    isRestored,
    from,
    /** It has been saved, or is not wanted. */
    drop: () => {
      isDropped.current = true;
      dropDraft(key);
    },
    /** Goes back to what is saved. */
    startAgain: () => {
      dropDraft(key);
      setValue(saved);
      setFrom(base);
      setIsRestored(false);
    },
  };
}
