import type { ComponentProps } from 'react';

export type AnchorProps = ComponentProps<'a'> & {
  /** `plain` leaves the looks to `className`. */ look?: 'text' | 'plain';
};

/** A link in text, by its address: for pages before sign-in, which have no router, and for other sites. */
export function Anchor({ look = 'text', className = '', children, ...rest }: AnchorProps) {
  const text =
    'text-pen underline decoration-1 underline-offset-3 hover:text-pen-strong hover:decoration-2 rounded-xs';
  return (
    <a {...rest} className={look === 'text' ? `${text} ${className}` : className}>
      {children}
    </a>
  );
}
