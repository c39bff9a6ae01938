import { type Merged, mergeFields } from '@lateral/domain/versions/merge';
import { useState } from 'react';
import { ApiError } from './api-error.ts';
import type { Side } from './ui/merge-choices.tsx';

type Versioned = { version: number };
export type Clash<Fields, Saved> = { theirs: Saved; merged: Merged<Fields> };
type Options<Fields extends object, Saved extends Versioned> = {
  /** What the person began from. */
  saved: Saved;
  /** The part of it that they change. */
  pick: (saved: Saved) => Fields;
  send: (fields: Fields, version: number) => Promise<Saved>;
  /** What is saved now, fetched afresh. */
  refetch: () => Promise<Saved>;
  /** Called once it is saved. `meanwhile` is what somebody else had changed, brought together with it. */
  onSaved: (saved: Saved, meanwhile: Saved | null) => void;
  merge?: (base: Fields, mine: Fields, theirs: Fields) => Merged<Fields>;
};

/** Whether a change was refused because somebody else was quicker. */
export const isChanged = (error: unknown) => error instanceof ApiError && error.status === 412;

/**
 * Saves a change of something that others may change too. When somebody was quicker, what the two changed apart is
 * brought together and saved; what both changed is a clash, for the person to settle (`MergeChoices`).
 */
export function useVersionedSave<Fields extends object, Saved extends Versioned>(
  options: Options<Fields, Saved>,
) {
  const { pick, send, refetch, onSaved, merge = mergeFields } = options;
  // A refetch behind the person's back must not change what they began from.
  const [base, setBase] = useState(options.saved);
  const [clash, setClash] = useState<Clash<Fields, Saved> | null>(null);

  /** @returns whether it was saved @throws what the API refused, but for a clash */
  async function save(mine: Fields, from: Saved = base, meanwhile: Saved | null = null): Promise<boolean> {
    try {
      const saved = await send(mine, from.version);
      setBase(saved);
      setClash(null);
      onSaved(saved, meanwhile);
      return true;
    } catch (error) {
      if (!isChanged(error)) throw error;
      return meet(mine, from);
    }
  }
  async function meet(mine: Fields, from: Saved): Promise<boolean> {
    const theirs = await refetch();
    const merged = merge(pick(from), mine, pick(theirs));
    if (merged.conflicts.length === 0) return save(merged.value, theirs, theirs);
    setClash({ theirs, merged });
    return false;
  }
  async function settle(choices: Record<string, Side>): Promise<boolean> {
    if (!clash) return false;
    const { theirs, merged } = clash;
    const value = { ...merged.value };
    for (const field of merged.conflicts)
      if (choices[field as string] === 'theirs') value[field] = pick(theirs)[field];
    return save(value, theirs, theirs);
  }
  return { base, clash, save, settle, dropClash: () => setClash(null) };
}
