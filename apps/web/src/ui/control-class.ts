/** How boxes that people type or choose in look. */
export const controlClass =
  'block w-full min-h-11 rounded-control border border-control bg-surface px-3 py-2 text-ink desk:min-h-10 aria-invalid:border-2 aria-invalid:border-risk';

/** The ids of what describes a control, for `aria-describedby`. */
export const describedBy = (id: string, hint: unknown, error: unknown) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
