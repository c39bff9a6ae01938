import type { ReactNode } from 'react';

type Props = {
  /** The id of the control; its hint is `id-hint` and its error `id-error`. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isLabelHidden?: boolean;
  className?: string;
  children: ReactNode;
};

/** The label, hint and error around one control. */
export function Field({ id, label, hint, error, isLabelHidden = false, className = '', children }: Props) {
  return (
    <div className={`min-w-0 ${error ? 'border-l-4 border-risk pl-3' : ''} ${className}`}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'mb-1 block font-semibold'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mb-1.5 font-semibold text-risk">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}
