import { useEffect, useRef } from 'react';

export type Fault = {
  /** The name of the field at fault; null when it is none. */ field: string | null;
  text: string;
};

/**
 * "There is a problem" at the head of a form, after a failed send: takes focus, and links each line to its field.
 * Say the same words beside the field with its `error`.
 */
export function ErrorSummary({ faults }: { faults: readonly Fault[] }) {
  const box = useRef<HTMLDivElement>(null);
  const said = faults.map(({ text }) => text).join('\n');
  useEffect(() => {
    if (!said) return;
    box.current?.focus();
    const before = document.title;
    document.title = `Error: ${before}`;
    return () => {
      document.title = before;
    };
  }, [said]);
  if (faults.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="mb-5 rounded-card border-3 border-risk bg-surface p-4"
    >
      <h2 id="error-summary-title" className="mb-1 text-lead">
        There is a problem
      </h2>
      <ul className="grid gap-1 font-semibold text-risk">
        {faults.map(({ field, text }) => (
          <li key={`${field}${text}`}>{field ? <FieldLink field={field} text={text} /> : text}</li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ field, text }: { field: string; text: string }) {
  return (
    <a
      href={`#${field}`}
      className="underline underline-offset-3"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(field)?.focus();
      }}
    >
      {text}
    </a>
  );
}
