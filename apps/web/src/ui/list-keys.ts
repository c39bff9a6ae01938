import type { KeyboardEvent } from 'react';
import { hasLetterKeys } from '../preferences.ts';

type Acts = {
  /** Enter on a row; without it, the first link or button of the row is pressed. */
  onOpen?: ((at: number) => void) | undefined;
  /** x on a row; with shift, every row from the one chosen last. */
  onToggle?: ((at: number, isRange: boolean) => void) | undefined;
};

/** Put on each row of a list that takes keys: the first row is where Tab comes in, from there the keys move on. */
export const rowProps = (at: number) => ({ 'data-row': '', tabIndex: at === 0 ? 0 : -1 });

/**
 * The keys of every list, for the element around its rows: with focus on a row, j, k and the arrows move, Home and
 * End go to the ends, Enter opens and x chooses. Single letters do nothing anywhere else (WCAG 2.1.4).
 */
export const listKeys =
  ({ onOpen, onToggle }: Acts = {}) =>
  (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target as HTMLElement;
    if (row.dataset.row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key.length === 1 && !hasLetterKeys()) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
    const at = rows.indexOf(row);
    const acts: Record<string, (() => void) | undefined> = {
      j: () => rows[at + 1]?.focus(),
      arrowdown: () => rows[at + 1]?.focus(),
      k: () => rows[at - 1]?.focus(),
      arrowup: () => rows[at - 1]?.focus(),
      home: () => rows[0]?.focus(),
      end: () => rows.at(-1)?.focus(),
      enter: () => (onOpen ? onOpen(at) : row.querySelector<HTMLElement>('a, button')?.click()),
      x: onToggle && (() => onToggle(at, event.shiftKey)),
    };
    const act = acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  };
