import { Monitor, Moon, Sun } from 'lucide-react';
import { appearances, setAppearance, useAppearance } from '../preferences.ts';
import { appearanceWords } from './words.ts';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Light, dark or as the device: kept in this browser. */
export function AppearanceChoice() {
  const chosen = useAppearance();
  return (
    <fieldset className="mb-4">
      <legend className="mb-1.5 text-sm font-semibold">Light or dark</legend>
      <div className="grid grid-cols-3 overflow-clip rounded-control border border-control">
        {appearances.map((one) => {
          const Icon = icons[one];
          return (
            <label
              key={one}
              className="flex min-h-14 flex-col items-center justify-center gap-0.5 border-r border-control px-1 text-center text-sm leading-tight last:border-r-0 has-checked:bg-ink has-checked:font-semibold has-checked:text-surface has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-pen"
            >
              <input
                type="radio"
                name="appearance"
                value={one}
                checked={one === chosen}
                onChange={() => setAppearance(one)}
                className="sr-only"
              />
              <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
              {appearanceWords[one].label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
