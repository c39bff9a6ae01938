import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type Props = ComponentProps<'a'> & { count?: number | undefined; isCurrent: boolean };

function Anchor({ count, isCurrent, className = '', children, ...rest }: Props) {
  return (
    <li>
      <a
        {...rest}
        aria-current={isCurrent ? 'page' : undefined}
        className={`focus-inside flex min-h-11 items-center gap-2 border-b-3 px-3 whitespace-nowrap ${isCurrent ? 'border-pen font-semibold' : 'border-transparent text-muted hover:border-line hover:text-ink'} ${className}`}
      >
        {children}
        {count !== undefined && <span className="text-sm tabular-nums">{count.toLocaleString('en-GB')}</span>}
      </a>
    </li>
  );
}

/** One tab of `Tabs`. `isCurrent` is said by the screen, which knows what its address means. */
export const TabLink = createLink(Anchor);
