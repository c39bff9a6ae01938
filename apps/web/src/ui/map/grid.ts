/** A school on the ground: metres of the National Grid, and which area it speaks for (null for none). */
export type GroundPoint = { at: readonly [easting: number, northing: number]; area: number | null };

/** A raster laid over the schools, with a margin: `cell` is the side of a square in metres. */
export type Grid = { columns: number; rows: number; cell: number; west: number; south: number };

/** Cells along the longer side, and beyond the outermost school on every side. */
const across = 96;
const margin = 14;
/** The least side of a cell in metres, for schools that all stand at one place. */
const leastCell = 50;

export function layGrid(points: readonly GroundPoint[]): Grid {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { at } of points) {
    west = Math.min(west, at[0]);
    east = Math.max(east, at[0]);
    south = Math.min(south, at[1]);
    north = Math.max(north, at[1]);
  }
  const cell = Math.max(leastCell, (east - west) / across, (north - south) / across);
  return {
    columns: Math.ceil((east - west) / cell) + 2 * margin + 1,
    rows: Math.ceil((north - south) / cell) + 2 * margin + 1,
    cell,
    // The outermost schools stand in the middle of their cells.
    west: west - (margin + 0.5) * cell,
    south: south - (margin + 0.5) * cell,
  };
}

/** How many schools of an area stand in each cell. Counting first keeps 22,000 schools as quick as 3,000. */
export function countInCells(grid: Grid, points: readonly GroundPoint[], area?: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const point of points) {
    if (area !== undefined && point.area !== area) continue;
    const column = Math.floor((point.at[0] - grid.west) / grid.cell);
    const row = Math.floor((point.at[1] - grid.south) / grid.cell);
    const place = row * grid.columns + column;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** Spreads what was counted over the cells around it. `kernel` gives its strength by squared distance in cells. */
export function spread(
  { columns, rows }: Grid,
  counts: ReadonlyMap<number, number>,
  kernel: (squared: number) => number,
): Float64Array {
  const field = new Float64Array(columns * rows);
  const strengths = Array.from({ length: 2 * margin * margin + 1 }, (_, squared) => kernel(squared));
  for (const [place, count] of counts) {
    const [row, column] = [Math.floor(place / columns), place % columns];
    for (let y = Math.max(0, row - margin); y <= Math.min(rows - 1, row + margin); y += 1)
      for (let x = Math.max(0, column - margin); x <= Math.min(columns - 1, column + margin); x += 1) {
        const squared = (x - column) ** 2 + (y - row) ** 2;
        field[y * columns + x] = (field[y * columns + x] ?? 0) + count * (strengths[squared] ?? 0);
      }
  }
  return field;
}
