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

/** A box for several lines. */
export function TextArea({ name, label, hint, error, ...rest }: Props) {
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={`${controlClass} h-auto py-2`}
      />
    </Field>
  );
}
