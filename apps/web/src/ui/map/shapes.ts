import { contours } from 'd3-contour';
import type { MultiPolygon } from 'geojson';
import { countInCells, type Grid, type GroundPoint, layGrid, spread } from './grid.ts';

/** Shapes in metres of the National Grid. */
export type CountyShapes = {
  /** The county as its schools fill it: everywhere that is near one of them. */
  outline: MultiPolygon;
  /** For each area the ground where its schools are the nearest; together they fill the outline. */
  areas: MultiPolygon[];
};

/** In cells: how far round a lone school the outline goes is about two and a half of these. */
const softness = 3;
const nearness = (squared: number) => Math.exp(-squared / (2 * softness * softness));
const outlineAt = 1 / 16;
/** Who is nearest, softened so that borders run smoothly where two areas interleave. */
const pull = (squared: number) => 1 / (squared + 2) ** 2;

/**
 * The county's outline and its areas from nothing but where the schools are: no boundary file, no tiles. It shows
 * which ground is whose, not where a council's border runs.
 */
export function drawShapes(points: readonly GroundPoint[], areas: number): CountyShapes {
  if (points.length === 0) return { outline: emptyShape(), areas: [] };
  const grid = layGrid(points);
  const density = spread(grid, countInCells(grid, points), nearness);
  const outline = trace(grid, density, outlineAt);
  const pulls = Array.from({ length: areas }, (_, area) =>
    spread(grid, countInCells(grid, points, area), pull),
  );
  return {
    outline: { ...outline, coordinates: outline.coordinates.map(([ring = []]) => [ring]) },
    areas: pulls.map((own, area) => trace(grid, leadOf(own, area, pulls), 0)),
  };
}

/** By what share of the whole pull an area leads, or (below nought) trails, in each cell. */
function leadOf(own: Float64Array, area: number, pulls: readonly Float64Array[]): Float64Array {
  return own.map((mine, place) => {
    let [strongest, whole] = [0, mine];
    pulls.forEach((other, i) => {
      if (i === area) return;
      const theirs = other[place] ?? 0;
      strongest = Math.max(strongest, theirs);
      whole += theirs;
    });
    return whole === 0 ? -1 : (mine - strongest) / whole;
  });
}

function trace({ columns, rows, cell, west, south }: Grid, field: Float64Array, at: number): MultiPolygon {
  const shape = contours().size([columns, rows]).contour(Array.from(field), at);
  const toGround = ([x = 0, y = 0]: number[]) => [west + x * cell, south + y * cell];
  return {
    type: 'MultiPolygon',
    coordinates: shape.coordinates.map((polygon) => polygon.map((ring) => ring.map(toGround))),
  };
}

const emptyShape = (): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [] });
