import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

type Props = {
  title: string;
  onClose: () => void;
  /** Buttons at the foot, the main one first. */
  actions?: ReactNode;
  size?: 'normal' | 'wide';
  children: ReactNode;
};

/** A modal dialog, open for as long as it is rendered: `{isOpen && <Dialog …/>}`. Escape closes it. */
export function Dialog({ title, onClose, actions, size = 'normal', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Content that scrolls must be reachable by keyboard.
    if (body.current && body.current.scrollHeight > body.current.clientHeight) body.current.tabIndex = 0;
    // Closing before it leaves the page gives focus back to where it was.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      // Escape closes the dialog alone, not also what it was opened from.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] flex-col overflow-hidden rounded-card border border-line bg-surface p-0 text-ink open:flex ${size === 'wide' ? 'max-w-3xl' : 'max-w-lg'}`}
    >
      <div className="flex items-start gap-4 border-b border-line px-5 py-3.5">
        <h2 id={titleId} className="min-w-0 flex-1 pt-1 text-lead">
          {title}
        </h2>
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink desk:size-9"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      <div ref={body} className="focus-inside min-h-0 overflow-y-auto px-5 py-4">
        {children}
      </div>
      {actions && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3.5">{actions}</div>
      )}
    </dialog>
  );
}
