import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';

type Props = {
  title: string;
  above?: ReactNode;
  /** Where this changes, what had focus may be gone: the title takes it. */
  standing?: string | undefined;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
};

/** Details beside a list: 360 px at the right on wide screens, over the page on narrow ones. Takes focus when its title changes. */
export function SidePanel({ title, above, standing, onClose, footer, children }: Props) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another thing shown, another standing shows other things of it
  useEffect(() => heading.current?.focus(), [title, standing]);
  return (
    <aside
      aria-labelledby={titleId}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      className="fixed inset-0 z-30 overflow-y-auto bg-surface desk:sticky desk:inset-auto desk:top-4 desk:z-auto desk:max-h-[calc(100dvh-2rem)] desk:w-90 desk:shrink-0 desk:rounded-card desk:border desk:border-line"
    >
      <div className="flex items-start gap-3 px-5 pt-4">
        <div className="min-w-0 flex-1">
          {above && <div className="mb-2">{above}</div>}
          <h2 id={titleId} ref={heading} tabIndex={-1} className="text-lead outline-none">
            {title}
          </h2>
        </div>
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink desk:size-9"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      <div className="px-5 pt-2 pb-5">{children}</div>
      {footer && <div className="sticky bottom-0 border-t border-line bg-surface px-5 py-3.5">{footer}</div>}
    </aside>
  );
}
