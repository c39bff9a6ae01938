import type { ReactNode } from 'react';
import { describedBy } from './control-class.ts';

type Option = { value: string; label: string; hint?: ReactNode };
type Props = {
  name: string;
  legend: string;
  options: readonly Option[];
  hint?: ReactNode;
  error?: string | undefined;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
};

export function RadioGroup({ name, legend, options, hint, error, value, defaultValue, onChange }: Props) {
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      aria-describedby={describedBy(name, hint, error)}
      className={`min-w-0 ${error ? 'border-l-4 border-risk pl-3' : ''}`}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} className="mb-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="mb-1.5 font-semibold text-risk">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <div className="grid gap-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 items-start gap-3 py-1.5 desk:min-h-9">
            <input
              type="radio"
              name={name}
              value={option.value}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onChange?.(option.value)}
              className="m-0 size-6 shrink-0 appearance-none rounded-full border-[1.5px] border-control bg-surface checked:border-[7px] checked:border-pen"
            />
            <span className="min-w-0">
              {option.label}
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
