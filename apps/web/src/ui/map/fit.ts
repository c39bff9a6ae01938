import { geoIdentity, geoPath } from 'd3-geo';
import type { MultiPolygon } from 'geojson';

/** From the ground to the screen: pixels of a drawing that is not zoomed. */
export type Fit = {
  project: (at: readonly [number, number]) => [x: number, y: number];
  path: (shape: MultiPolygon) => string;
  /** The middle of the largest piece of a shape; null when it has none. */
  middle: (shape: MultiPolygon) => [x: number, y: number] | null;
};

/**
 * Fits an outline into a drawing. Eastings and northings are metres on a plane already, so nothing is projected: the
 * picture is only scaled, and turned over because northings grow upwards.
 */
export function fitOutline(outline: MultiPolygon, width: number, height: number, margin = 8): Fit {
  const plane = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      outline,
    );
  const write = geoPath(plane).digits(1);
  return {
    project: ([easting, northing]) => plane([easting, northing]) ?? [0, 0],
    path: (shape) => write(shape) ?? '',
    middle: (shape) => {
      const pieces = shape.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
      const [largest] = pieces.toSorted((a, b) => write.area(b) - write.area(a));
      return largest ? write.centroid(largest) : null;
    },
  };
}
