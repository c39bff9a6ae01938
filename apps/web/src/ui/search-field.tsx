import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { controlClass } from './control-class.ts';

type Props = {
  name: string;
  label: string;
  placeholder?: string;
  value: string;
  /** Called when typing pauses for a quarter of a second. */
  onSearch: (text: string) => void;
  className?: string;
};

export function SearchField({ name, label, placeholder, value, onSearch, className = '' }: Props) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const search = useRef(onSearch);
  search.current = onSearch;

  // A new value from outside (the Back button, "clear filters") replaces what was typed.
  useEffect(() => {
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  useEffect(() => {
    if (text.trim() === told.current) return;
    const timer = setTimeout(() => {
      told.current = text.trim();
      search.current(told.current);
    }, 250);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <search className={`relative block min-w-0 ${className}`}>
      <label htmlFor={name} className="sr-only">
        {label}
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-muted"
      />
      <input
        id={name}
        name={name}
        type="search"
        autoComplete="off"
        placeholder={placeholder ?? label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${controlClass} pr-11 pl-10 [&::-webkit-search-cancel-button]:hidden`}
      />
      {text && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => setText('')}
          className="absolute top-1/2 right-1 grid size-9 -translate-y-1/2 place-items-center rounded-control text-muted hover:text-ink"
        >
          <X aria-hidden className="size-4.5" />
        </button>
      )}
    </search>
  );
}
