import { useSyncExternalStore } from 'react';

export type Toast = {
  id: number;
  text: string;
  undo?: () => void;
  /** It takes the place of what was said of the same before. */
  topic?: string;
};

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const publish = (next: readonly Toast[]) => {
  toasts = next;
  for (const listener of listeners) listener();
};

/**
 * Says briefly what has been done, in place of what was said before; with `undo`, offers to take it back for ten seconds,
 * and stays beside what comes next.
 */
export function showToast(toast: Omit<Toast, 'id'>) {
  const others = toasts.filter(({ topic, undo }) => undo && (!topic || topic !== toast.topic));
  publish([...others.slice(-2), { ...toast, id: nextId++ }]);
}

export function dismissToast(id: number) {
  publish(toasts.filter((toast) => toast.id !== id));
}

export const useToasts = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
