import type { ReactNode } from 'react';
import { useLetterKeys } from '../preferences.ts';

/** The keys that a focused list takes, for those who have a keyboard. */
export function KeyHint({ keys }: { keys: readonly { key: string; does: string }[] }) {
  if (!useLetterKeys()) return null;
  return (
    <p data-screen-only className="hidden items-center gap-3 text-sm text-muted desk:flex">
      {keys.map(({ key, does }) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          {key.split(' ').map((one) => (
            <Key key={one}>{one}</Key>
          ))}
          {does}
        </span>
      ))}
    </p>
  );
}

/** One key as it looks on a keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-md border border-control bg-surface px-1.5 font-sans text-chart leading-5 font-semibold text-ink">
      {children}
    </kbd>
  );
}
