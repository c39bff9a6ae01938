import { useMemo } from 'react';
import { useWidth } from '../use-width.ts';
import { Drawing } from './drawing.tsx';
import { groupMarks } from './marks.ts';
import { type MapArea, type MapPoint, useMapLayout } from './use-map-layout.ts';

/** An area whose green is the deeper the larger its share, from 0 to 1. */
export type ShadedArea = MapArea & { share: number };

type Props = { label: string; points: readonly MapPoint[]; areas: readonly ShadedArea[] };

/** The county at a glance: nothing to press. What it shows is said in its label and stands in a table beside it. */
export function SmallMap({ label, points, areas }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(440);
  const height = Math.round(Math.max(240, width * 0.66));
  const { outline, areas: paths, labels, marks } = useMapLayout(points, points, areas, width, height);
  const groups = useMemo(() => groupMarks(marks, 1, marks.length > 1000 ? 1.8 : 2.8), [marks]);
  return (
    <div ref={ref} className="overflow-hidden">
      <svg width={width} height={height} role="img" aria-label={label} className="block">
        <Drawing
          outline={outline}
          areas={paths.map((path, i) => ({ key: String(i), path, colour: shade(areas[i]?.share ?? 0) }))}
          groups={groups}
          labels={labels}
        />
      </svg>
    </div>
  );
}

const shade = (share: number) =>
  `color-mix(in srgb, var(--color-good) ${Math.round(8 + 52 * share ** 2)}%, var(--color-surface))`;
