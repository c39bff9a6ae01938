import type { ComponentProps, ReactNode } from 'react';
import { controlClass, describedBy } from './control-class.ts';
import { Field } from './field.tsx';

type Props = Omit<ComponentProps<'input'>, 'id' | 'name'> & {
  /** Also the control's id, so that an error summary can link to it. */
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isLabelHidden?: boolean;
};

export function TextField({
  name,
  label,
  hint,
  error,
  isLabelHidden = false,
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
      <input
        type="text"
        {...rest}
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={controlClass}
      />
    </Field>
  );
}
