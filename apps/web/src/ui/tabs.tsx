import type { ReactNode } from 'react';

/** A row of `TabLink`s: each tab is an address, so a tab can be sent to a colleague. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      aria-label={label}
      data-screen-only
      className="mb-4 overflow-x-auto border-b border-line [scrollbar-width:thin]"
    >
      <ul className="flex gap-1">{children}</ul>
    </nav>
  );
}
