import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { frameWords } from './words.ts';

/** The search box of the chalkboard: leads to the schools that match. */
export function SchoolSearch() {
  const navigate = useNavigate();
  return (
    <search className="min-w-0 flex-1 max-w-xl">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          const q = String(new FormData(event.currentTarget).get('q')).trim();
          void navigate({ to: '/schools', search: q ? { q } : {} });
        }}
      >
        <label htmlFor="board-search" className="sr-only">
          {frameWords.search}
        </label>
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3.5 size-5 -translate-y-1/2 text-chalk"
        />
        <input
          id="board-search"
          name="q"
          type="search"
          autoComplete="off"
          placeholder={frameWords.searchHint}
          className="block min-h-11 w-full rounded-control border border-board-line bg-board-raised px-3 pl-11 text-chalk placeholder:text-chalk-dim"
        />
      </form>
    </search>
  );
}
