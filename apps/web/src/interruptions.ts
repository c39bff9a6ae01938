import { useSyncExternalStore } from 'react';

/** What may come between a call and its answer: a fresh proof of who one is, or signing in again. */
export type InterruptionKind = 'confirm' | 'sign-in';
type Interruption = { kind: InterruptionKind; ended: Promise<boolean>; end: (isSettled: boolean) => void };

let current: Interruption | null = null;
const listeners = new Set<() => void>();
const publish = (next: Interruption | null) => {
  current = next;
  for (const listener of listeners) listener();
};

/**
 * Puts a question before the person, over whatever they are doing, and waits. However many calls are waiting, it is
 * asked once. @returns whether the call may go on; false at once where nobody can be asked
 */
export async function interrupt(kind: InterruptionKind): Promise<boolean> {
  if (listeners.size === 0) return false;
  if (current) {
    const isSettled = await current.ended;
    return current === null || !isSettled ? isSettled : interrupt(kind);
  }
  const { promise, resolve } = Promise.withResolvers<boolean>();
  publish({ kind, ended: promise, end: resolve });
  const isSettled = await promise;
  publish(null);
  return isSettled;
}

/** The question that is before the person; null when there is none. */
export const useInterruption = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
