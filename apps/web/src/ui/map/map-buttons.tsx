import { Maximize, Minus, Plus } from 'lucide-react';
import type { MapHandle } from './use-map-view.ts';

type Props = { map: MapHandle };

/** Nearer, further, the whole county. */
export function MapButtons({ map }: Props) {
  const look =
    'grid size-11 place-items-center text-ink hover:bg-hover aria-disabled:text-control aria-disabled:hover:bg-transparent desk:size-9';
  const buttons = [
    { label: 'Zoom in', icon: Plus, act: () => map.zoomBy(1.6), isOff: map.isNearest },
    { label: 'Zoom out', icon: Minus, act: () => map.zoomBy(1 / 1.6), isOff: map.isWhole },
    { label: 'Show the whole county', icon: Maximize, act: map.reset, isOff: map.isWhole },
  ];
  return (
    <div
      data-screen-only
      className="absolute right-3 bottom-3 flex divide-x divide-line overflow-hidden rounded-control border border-control bg-surface desk:top-3 desk:bottom-auto desk:flex-col desk:divide-x-0 desk:divide-y"
    >
      {buttons.map(({ label, icon: Icon, act, isOff }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={label}
          aria-disabled={isOff || undefined}
          onClick={() => !isOff && act()}
          className={`focus-inside ${look}`}
        >
          <Icon aria-hidden className="size-4.5" />
        </button>
      ))}
    </div>
  );
}
