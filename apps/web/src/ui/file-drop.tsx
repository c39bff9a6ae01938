import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { describedBy } from './control-class.ts';

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** As an input's `accept`: ".csv,.xlsx". */
  accept?: string;
  isMultiple?: boolean;
  onFiles: (files: File[]) => void;
};

/** A place to drop files, which is also an ordinary button that chooses them. */
export function FileDrop({ name, label, hint, error, accept, isMultiple = false, onFiles }: Props) {
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const given = [...(files ?? [])];
    if (given.length > 0) onFiles(isMultiple ? given : given.slice(0, 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className={error ? 'border-l-4 border-risk pl-3' : ''}>
      {error && (
        <p id={`${name}-error`} className="mb-1.5 font-semibold text-risk">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <label
        htmlFor={name}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={`grid justify-items-center gap-1.5 rounded-card border-2 border-dashed px-6 py-8 text-center hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus-ink ${isOver ? 'border-pen bg-pen-soft' : 'border-control bg-surface'}`}
      >
        <Upload aria-hidden className="mb-1 size-7 text-pen" />
        <span className="font-semibold text-pen underline underline-offset-3">{label}</span>
        <span className="text-sm text-muted">or drop {isMultiple ? 'files' : 'a file'} here</span>
        <input
          id={name}
          name={name}
          type="file"
          accept={accept}
          multiple={isMultiple}
          aria-describedby={describedBy(name, hint, error)}
          className="sr-only"
          onChange={({ target }) => {
            take(target.files);
            // The same file may be chosen again after it was put right.
            target.value = '';
          }}
        />
      </label>
      {hint && (
        <p id={`${name}-hint`} className="mt-2 text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
