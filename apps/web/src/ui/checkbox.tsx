import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';

type Props = Omit<ComponentProps<'input'>, 'type'> & {
  label: string;
  hint?: ReactNode;
  isLabelHidden?: boolean;
  isIndeterminate?: boolean;
  /** For a label that is hidden only at some widths. */
  labelClass?: string;
};

export function Checkbox({
  label,
  hint,
  isLabelHidden = false,
  isIndeterminate = false,
  labelClass = isLabelHidden ? 'sr-only' : 'min-w-0',
  className = '',
  ...rest
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);
  return (
    <label className={`flex min-h-11 items-start gap-3 py-1.5 desk:min-h-8 ${className}`}>
      <span className="relative grid size-6 shrink-0 place-items-center">
        <input
          {...rest}
          ref={input}
          type="checkbox"
          className="peer absolute inset-0 m-0 size-6 appearance-none rounded-md border-[1.5px] border-control bg-surface checked:border-pen checked:bg-pen indeterminate:border-pen indeterminate:bg-pen"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none relative size-4 text-on-pen opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-0"
        />
        <Minus
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute size-4 text-on-pen opacity-0 peer-indeterminate:opacity-100"
        />
      </span>
      <span className={labelClass}>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
