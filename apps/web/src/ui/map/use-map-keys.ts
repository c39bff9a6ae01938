import type { KeyboardEvent } from 'react';
import type { Mark } from './marks.ts';
import type { MapHandle } from './use-map-view.ts';

type Choice = { marks: readonly Mark[]; chosenId: string | null; onChoose: (id: string | null) => void };

const step = 80;

/** The keys of a map that has focus: they act on it alone (WCAG 2.1.4). */
export function useMapKeys(map: MapHandle, { marks, chosenId, onChoose }: Choice) {
  const choose = (mark: Mark | undefined) => {
    if (!mark) return;
    onChoose(mark.id);
    map.show(mark);
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const at = marks.findIndex(({ id }) => id === chosenId);
    const acts: Record<string, () => void> = {
      arrowleft: () => map.moveBy(step, 0),
      arrowright: () => map.moveBy(-step, 0),
      arrowup: () => map.moveBy(0, step),
      arrowdown: () => map.moveBy(0, -step),
      '+': () => map.zoomBy(1.6),
      '=': () => map.zoomBy(1.6),
      '-': () => map.zoomBy(1 / 1.6),
      '0': map.reset,
      n: () => choose(marks[(at + 1) % marks.length]),
      p: () => choose(marks.at(Math.max(at, 0) - 1)),
      escape: () => onChoose(null),
    };
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
