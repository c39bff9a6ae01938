import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';

type Tab = { to: string; label: string; icon: LucideIcon };
type Props = {
  items: readonly Tab[];
  more?: { label: string; icon: LucideIcon; onOpen: () => void; isOpen: boolean };
  /** Whether it gives way to the side navigation on wide screens. */
  isPhoneOnly?: boolean;
};

const tab =
  'focus-inside flex min-h-15 w-full flex-col items-center justify-center gap-0.5 text-sm text-muted aria-[current=page]:font-semibold aria-[current=page]:text-pen';

/** The tabs at the foot of a phone. */
export function TabBar({ items, more, isPhoneOnly = true }: Props) {
  return (
    <nav
      aria-label="Main screens"
      data-screen-only
      className={`fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] ${isPhoneOnly ? 'desk:hidden' : 'mx-auto max-w-120'}`}
    >
      <ul className="flex">
        {items.map(({ to, label, icon: Icon }) => (
          <li key={to} className="flex-1">
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={tab}>
              <Icon aria-hidden className="size-5.5" strokeWidth={1.75} />
              {label}
            </Link>
          </li>
        ))}
        {more && (
          <li className="flex-1">
            <button type="button" aria-expanded={more.isOpen} onClick={more.onOpen} className={tab}>
              <more.icon aria-hidden className="size-5.5" strokeWidth={1.75} />
              {more.label}
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
