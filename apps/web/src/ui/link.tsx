import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type Props = ComponentProps<'a'> & {
  /** `plain` leaves the looks to `className`. */ look?: 'text' | 'plain';
};

function Anchor({ look = 'text', className = '', children, ...rest }: Props) {
  const text =
    'text-pen underline decoration-1 underline-offset-3 hover:text-pen-strong hover:decoration-2 rounded-xs';
  return (
    <a {...rest} className={look === 'text' ? `${text} ${className}` : className}>
      {children}
    </a>
  );
}

/** A link in text to one of our screens. */
export const Link = createLink(Anchor);
