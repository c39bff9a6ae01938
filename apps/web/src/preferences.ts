import { useSyncExternalStore } from 'react';

/** Kept in this browser until there are preferences with the person. `public/appearance.js` reads the first by this name. */
const keys = { appearance: 'lateral.appearance', letterKeys: 'lateral.letter-keys' } as const;

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing goes by the device, as before.
  }
  window.dispatchEvent(new Event('lateral:preference'));
}

const readAppearance = (): Appearance => appearances.find((one) => one === read(keys.appearance)) ?? 'system';
export const setAppearance = (appearance: Appearance) =>
  write(keys.appearance, appearance === 'system' ? null : appearance);

/** Whether keys without Ctrl (j, k, x, / and ?) do anything; they can be turned off (WCAG 2.1.4). */
export const hasLetterKeys = () => read(keys.letterKeys) !== 'off';
export const setLetterKeys = (isOn: boolean) => write(keys.letterKeys, isOn ? null : 'off');

function subscribe(changed: () => void) {
  window.addEventListener('lateral:preference', changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener('lateral:preference', changed);
    window.removeEventListener('storage', changed);
  };
}

export const useAppearance = () => useSyncExternalStore(subscribe, readAppearance);
export const useLetterKeys = () => useSyncExternalStore(subscribe, hasLetterKeys);
