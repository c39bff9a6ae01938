import { createLink } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';

type Props = ComponentProps<'a'> & { variant?: ButtonVariant; size?: ButtonSize; icon?: LucideIcon };

function Anchor({
  variant = 'secondary',
  size = 'normal',
  icon: Icon,
  className = '',
  children,
  ...rest
}: Props) {
  return (
    <a {...rest} className={`${buttonClass(variant, size)} ${className}`}>
      {Icon && <Icon aria-hidden className="size-4.5 shrink-0" />}
      {children}
    </a>
  );
}

/** A link to one of our screens that looks like a button. */
export const ButtonLink = createLink(Anchor);
