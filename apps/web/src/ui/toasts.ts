import { useSyncExternalStore } from 'react';

export type Toast = { id: number; text: string; undo?: () => void };

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const publish = (next: readonly Toast[]) => {
  toasts = next;
  for (const listener of listeners) listener();
};

/** Says briefly what has been done; with `undo`, offers to take it back for ten seconds. */
export function showToast(toast: Omit<Toast, 'id'>) {
  publish([...toasts.slice(-2), { ...toast, id: nextId++ }]);
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
