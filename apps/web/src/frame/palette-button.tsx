import { Search } from 'lucide-react';
import { useFrameTools } from './tools.ts';
import { frameWords } from './words.ts';

const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

const wide =
  'desk:w-full desk:max-w-xl desk:justify-start desk:border desk:border-board-line desk:bg-board-raised desk:px-3.5 desk:hover:border-chalk-dim';

/** On the chalkboard: looks like a search box, and opens the palette. On a phone, and in a school's one column, an icon. */
export function PaletteButton({ isBox = false }: { isBox?: boolean }) {
  const { openPalette } = useFrameTools();
  return (
    <button
      type="button"
      onClick={openPalette}
      aria-keyshortcuts="Control+K Meta+K"
      className={`flex size-11 shrink-0 items-center justify-center gap-3 rounded-control text-chalk ${isBox ? wide : ''}`}
    >
      <Search aria-hidden className="size-5.5 shrink-0" />
      <span className={isBox ? 'max-desk:sr-only' : 'sr-only'}>{frameWords.search}</span>
      {isBox && (
        <kbd
          aria-hidden
          className="ml-auto rounded-md border border-board-line px-1.5 font-sans text-chart leading-5.5 font-semibold text-chalk max-desk:hidden"
        >
          {isApple() ? '⌘ K' : 'Ctrl K'}
        </kbd>
      )}
    </button>
  );
}
