import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { controlClass, describedBy } from './control-class.ts';
import { Field } from './field.tsx';

type Option = { value: string; label: string };
type Props = Omit<ComponentProps<'select'>, 'id' | 'name' | 'onChange'> & {
  name: string;
  label: string;
  options: readonly Option[];
  hint?: ReactNode;
  error?: string | undefined;
  isLabelHidden?: boolean;
  onChange?: (value: string) => void;
};

export function Select({
  name,
  label,
  options,
  hint,
  error,
  isLabelHidden = false,
  onChange,
  className = '',
  ...rest
}: Props) {
  return (
    <Field
      id={name}
      label={label}
      hint={hint}
      error={error}
      isLabelHidden={isLabelHidden}
      className={className}
    >
      <div className="relative">
        <select
          {...rest}
          id={name}
          name={name}
          onChange={(event) => onChange?.(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(name, hint, error)}
          className={`${controlClass} appearance-none truncate pr-9`}
        >
          {options.map(({ value, label }) => (
            <option key={value} value={value} className="bg-surface text-ink">
              {label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4.5 -translate-y-1/2 text-muted"
        />
      </div>
    </Field>
  );
}
