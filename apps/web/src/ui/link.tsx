import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

function Anchor({ className = '', children, ...rest }: ComponentProps<'a'>) {
  return (
    <a
      {...rest}
      className={`text-pen underline decoration-1 underline-offset-3 hover:text-pen-strong hover:decoration-2 rounded-xs ${className}`}
    >
      {children}
    </a>
  );
}

/** A link in text to one of our screens. */
export const Link = createLink(Anchor);
