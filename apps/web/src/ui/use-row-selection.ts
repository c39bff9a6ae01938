import { useRef } from 'react';
import type { Selection } from './data-table.tsx';

/** Choosing rows one by one, by range from the one chosen last, or all that are shown. */
export function useRowSelection(ids: readonly string[], selection?: Selection) {
  const last = useRef<string | null>(null);
  const chosen = selection?.ids ?? new Set<string>();
  const isAll = ids.length > 0 && ids.every((id) => chosen.has(id));

  const toggle = (id: string, isRange: boolean) => {
    const next = new Set(chosen);
    const isOn = !chosen.has(id);
    for (const one of isRange ? between(ids, last.current, id) : [id]) {
      if (isOn) next.add(one);
      else next.delete(one);
    }
    last.current = id;
    selection?.onChange(next);
  };
  const toggleAll = () => {
    const rest = [...chosen].filter((id) => !ids.includes(id));
    selection?.onChange(new Set(isAll ? rest : [...rest, ...ids]));
  };
  return { toggle, toggleAll, isAll, isSome: ids.some((id) => chosen.has(id)) };
}

function between(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const a = from === null ? -1 : ids.indexOf(from);
  const b = ids.indexOf(to);
  return a < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}
