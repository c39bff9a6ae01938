import type { ComponentProps, ReactNode } from 'react';
import { controlClass, describedBy } from './control-class.ts';
import { Field } from './field.tsx';

type Props = Omit<ComponentProps<'textarea'>, 'id' | 'name'> & {
  /** Also the control's id, so that an error summary can link to it. */
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A box for several lines, which grows with what is typed where the browser can. */
export function TextArea({ name, label, hint, error, rows = 3, ...rest }: Props) {
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        rows={rows}
        style={{ minHeight: `${rows * 1.5 + 1.25}rem` }}
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={`${controlClass} h-auto field-sizing-content py-2`}
      />
    </Field>
  );
}
