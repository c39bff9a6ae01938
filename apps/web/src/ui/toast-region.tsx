import { Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dismissToast, type Toast, useToasts } from './toasts.ts';

const shownForMs = 10_000;

/** Where toasts appear; once, in the frame. Send one with `showToast`. */
export function ToastRegion() {
  const toasts = useToasts();
  return (
    <div
      role="status"
      data-screen-only
      className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex flex-col items-center gap-2 px-4 desk:bottom-6 in-[body:has([data-foot])]:bottom-58 desk:in-[body:has([data-foot])]:bottom-24"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismissToast(toast.id), shownForMs);
    return () => clearTimeout(timer);
  }, [toast.id, isHeld]);
  const undo = () => {
    dismissToast(toast.id);
    toast.undo?.();
  };
  return (
    // Reading or reaching for it stops the clock.
    <fieldset
      aria-label="Message"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="on-board pointer-events-auto flex max-w-lg items-center gap-3 rounded-card border border-board-line bg-board py-2 pr-2 pl-4 text-chalk"
    >
      <Check aria-hidden className="size-5 shrink-0 text-gold" />
      <span className="min-w-0 py-1">{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          onClick={undo}
          className="min-h-9 shrink-0 rounded-control px-3 font-semibold text-gold underline underline-offset-3"
        >
          Undo
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => dismissToast(toast.id)}
        className="grid size-9 shrink-0 place-items-center rounded-control"
      >
        <X aria-hidden className="size-4.5" />
      </button>
    </fieldset>
  );
}
