import type { Phase } from '@lateral/domain/schools/phases';
import { useMemo } from 'react';
import { type Fit, fitOutline } from './fit.ts';
import type { GroundPoint } from './grid.ts';
import { type Label, labelOf, spreadLabels } from './labels.ts';
import type { Mark } from './marks.ts';
import { type CountyShapes, drawShapes } from './shapes.ts';

export type MapPoint = {
  id: string;
  name: string;
  at: readonly [easting: number, northing: number];
  phase: Phase | null;
  isFilled: boolean;
  /** Which of the map's colours its cluster has; null for none. */
  tone: number | null;
  /** What the map is not about: there, and no more. */
  isFaint: boolean;
  /** A letter beside it, where colour alone would tell its cluster. */
  tag?: string | undefined;
  /** The area that it speaks for: its place among the areas. */
  area: number | null;
};
/** A part of the county by its name, with a figure beside it such as "61%". */
export type MapArea = { name: string; figure: string };

export type MapLayout = { outline: string; areas: string[]; labels: Label[]; marks: Mark[] };

/**
 * Everything that stays as it is while the reader moves about, in pixels of the unzoomed drawing.
 * @param ground the schools that the county is drawn from, whether or not they are among the points
 */
export function useMapLayout(
  ground: readonly GroundPoint[],
  points: readonly MapPoint[],
  areas: readonly MapArea[],
  width: number,
  height: number,
): MapLayout {
  const shapes = useMemo(() => drawShapes(ground, areas.length), [ground, areas.length]);
  return useMemo(() => {
    const fit = fitOutline(shapes.outline, width, height);
    return {
      outline: fit.path(shapes.outline),
      areas: shapes.areas.map(fit.path),
      labels: spreadLabels(nameAreas(shapes, areas, fit), width, height),
      marks: points.map(({ id, at, phase, isFilled, tone, isFaint, tag }) => {
        const [x, y] = fit.project(at);
        return { id, x, y, phase, isFilled, tone, isFaint, tag };
      }),
    };
  }, [shapes, points, areas, width, height]);
}

const nameAreas = (shapes: CountyShapes, areas: readonly MapArea[], fit: Fit) =>
  areas.flatMap(({ name, figure }, i) => {
    const shape = shapes.areas[i];
    const middle = shape && fit.middle(shape);
    return middle ? labelOf(name, figure, middle) : [];
  });
