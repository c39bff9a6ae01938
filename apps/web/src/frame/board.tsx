import { Link } from '@tanstack/react-router';
import { useSession } from '../session.ts';
import { TallyMark } from '../ui/tally-mark.tsx';
import { Bell } from './bell.tsx';
import { PaletteButton } from './palette-button.tsx';
import { UserMenu } from './user-menu.tsx';
import { frameWords } from './words.ts';
import { YearStrip } from './year-strip.tsx';

/** The chalkboard over the desk; the year's reviews are drawn for those who may see them. */
export function Board() {
  const { me, may } = useSession();
  return (
    <header data-screen-only className="on-board bg-board text-chalk">
      <div className="flex items-center gap-2 px-4 desk:gap-4 py-2.5 desk:px-5">
        <Link to="/" className="flex min-h-11 min-w-0 items-center gap-3 rounded-control desk:w-58">
          <TallyMark className="h-8 w-9 shrink-0" />
          <span className="line-clamp-2 leading-tight font-semibold">{me.partnership.name}</span>
        </Link>
        <div className="min-w-0 max-desk:ml-auto desk:flex-1">
          <PaletteButton isBox />
        </div>
        <div className="flex items-center gap-1 desk:ml-auto desk:gap-3">
          {me.partnership.isDemonstration && <DemonstrationMark />}
          <Bell />
          <UserMenu />
        </div>
      </div>
      {may('seasons.read') && <YearStrip />}
    </header>
  );
}

function DemonstrationMark() {
  return (
    <span
      title={frameWords.demonstrationHint}
      className="rounded-full border border-dashed border-gold px-3 py-0.5 text-sm font-semibold text-gold max-sm:sr-only"
    >
      {frameWords.demonstration}
    </span>
  );
}
