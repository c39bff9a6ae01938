import { Link } from '@tanstack/react-router';
import { useSession } from '../session.ts';
import { type NavItem, screensFor } from './nav-items.ts';

type Props = {
  /** How many things need the broker, beside Today. */ needed: number | undefined;
  onChoose?: () => void;
};

export function Nav({ needed, onChoose }: Props) {
  const { may, hasWholeReach } = useSession();
  const { daily, running } = screensFor(may, hasWholeReach);
  return (
    <nav aria-label="Screens" className="grid gap-0.5">
      <NavList items={daily} needed={needed} onChoose={onChoose} />
      {running.length > 0 && (
        <>
          <h2 className="mt-6 mb-1.5 px-3 text-sm font-semibold text-muted">Running the partnership</h2>
          <NavList items={running} needed={undefined} onChoose={onChoose} />
        </>
      )}
    </nav>
  );
}

type ListProps = {
  items: readonly NavItem[];
  needed: number | undefined;
  onChoose: (() => void) | undefined;
};

function NavList({ items, needed, onChoose }: ListProps) {
  return (
    <ul className="grid gap-0.5">
      {items.map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            onClick={onChoose}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            className="flex min-h-11 items-center gap-3 rounded-control border border-transparent border-l-[3px] px-3 hover:bg-hover desk:min-h-10 aria-[current=page]:border-line aria-[current=page]:border-l-pen aria-[current=page]:bg-surface aria-[current=page]:font-semibold [&[aria-current=page]_svg]:text-pen"
          >
            <Icon aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
            <span className="flex-1">{label}</span>
            {to === '/' && needed ? (
              <span className="text-sm font-normal">
                {needed}
                <span className="sr-only"> need you</span>
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
