import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';

type Props = ComponentProps<'a'> & { variant?: ButtonVariant; size?: ButtonSize; icon?: LucideIcon };

/** A link by its address that looks like a button: for pages before sign-in, which have no router. */
export function ButtonAnchor({
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
