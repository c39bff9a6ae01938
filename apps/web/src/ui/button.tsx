import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';

type Props = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Work is under way: the button keeps its focus and takes no second press. */
  isPending?: boolean;
};

export function Button({
  variant = 'secondary',
  size = 'normal',
  icon: Icon,
  isPending = false,
  type = 'button',
  className = '',
  onClick,
  children,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isPending || undefined}
      onClick={(event) => (isPending ? event.preventDefault() : onClick?.(event))}
      className={`${buttonClass(variant, size)} ${className}`}
    >
      {isPending ? (
        <LoaderCircle aria-hidden className="size-4.5 animate-spin" />
      ) : (
        Icon && <Icon aria-hidden className="size-4.5 shrink-0" />
      )}
      {children}
    </button>
  );
}
