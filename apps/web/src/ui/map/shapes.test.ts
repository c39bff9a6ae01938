import type { MultiPolygon } from 'geojson';
import { expect, test } from 'vitest';
import { fitOutline } from './fit.ts';
import type { GroundPoint } from './grid.ts';
import { drawShapes } from './shapes.ts';

/** Whether a place is inside a shape: an odd number of its edges lie to the west. */
function holds({ coordinates }: MultiPolygon, [x, y]: readonly [number, number]): boolean {
  let isIn = false;
  for (const ring of coordinates.flat())
    ring.forEach(([ax = 0, ay = 0], i) => {
      const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
    });
  return isIn;
}

/** Three groups of 40 schools, each round a town of its own, always the same. */
const towns: [number, number][] = [
  [400_000, 200_000],
  [430_000, 205_000],
  [415_000, 230_000],
];
const schools = towns.flatMap(([east, north], area) =>
  Array.from({ length: 40 }, (_, i): GroundPoint => {
    const [angle, reach] = [i * 2.4, 800 * Math.sqrt(i) * 1.6];
    return { at: [east + reach * Math.cos(angle), north + reach * Math.sin(angle)], area };
  }),
);

test('the outline holds every school, and the ground of an area holds its own', () => {
  const { outline, areas } = drawShapes(schools, 3);
  for (const { at, area } of schools) {
    expect(holds(outline, at)).toBe(true);
    expect(areas.map((shape) => holds(shape, at))).toEqual([0, 1, 2].map((one) => one === area));
  }
  expect(areas).toHaveLength(3);
});

test('areas share the county out: nearly every place in it is in exactly one', () => {
  const { outline, areas } = drawShapes(schools, 3);
  let [inside, once] = [0, 0];
  for (let east = 380_000; east < 450_000; east += 777)
    for (let north = 180_000; north < 250_000; north += 777) {
      if (!holds(outline, [east, north])) continue;
      inside += 1;
      if (areas.filter((shape) => holds(shape, [east, north])).length === 1) once += 1;
    }
  expect(inside).toBeGreaterThan(1000);
  expect(once / inside).toBeGreaterThan(0.99);
});

test('a school far from the others is an island, not a reason to draw the sea as land', () => {
  const { outline } = drawShapes([...schools, { at: [520_000, 200_000], area: null }], 3);
  expect(holds(outline, [520_000, 200_000])).toBe(true);
  expect(holds(outline, [480_000, 200_000])).toBe(false);
});

test.each([
  ['one school', [{ at: [400_000, 200_000], area: 0 }] as GroundPoint[]],
  [
    'schools all at one place',
    Array.from({ length: 5 }, (): GroundPoint => ({ at: [400_000, 200_000], area: 0 })),
  ],
])('%s still make a picture', (_, points) => {
  const { outline } = drawShapes(points, 1);
  const fit = fitOutline(outline, 400, 300);
  const [x, y] = fit.project([400_000, 200_000]);
  expect(x).toBeCloseTo(200, -1);
  expect(y).toBeCloseTo(150, -1);
  expect(fit.path(outline)).not.toMatch(/NaN|Infinity/);
});

test('no school at all makes none', () => {
  expect(drawShapes([], 2)).toEqual({ outline: { type: 'MultiPolygon', coordinates: [] }, areas: [] });
});

test('north is up, and a kilometre is as long either way', () => {
  const fit = fitOutline(drawShapes(schools, 3).outline, 600, 500);
  const [x, y] = fit.project([410_000, 210_000]);
  const [x2, y2] = fit.project([411_000, 211_000]);
  expect(x2 - x).toBeCloseTo(y - y2, 6);
  expect(y2).toBeLessThan(y);
});
