import { type Area, county } from './areas.ts';
import type { Random } from './random.ts';

export interface Place {
  area: string;
  town: string;
  urban: boolean;
  easting: number;
  northing: number;
}

/** Where a school stands: in one of the area's towns, or somewhere in the country round them. */
export function placeSchool(random: Random, area: Area, urban: boolean): Place {
  const townAt = random.between(0, area.towns.length - 1);
  const angle = urban ? (2 * Math.PI * townAt) / area.towns.length : (random.between(0, 359) * Math.PI) / 180;
  const share = urban ? 0.4 : Math.sqrt(random.between(4, 100) / 100);
  const kilometres = (middle: number, turn: number) => middle + area.reach * share * turn;
  const metres = (value: number) => Math.round(value * 1000) + random.between(-900, 900);
  return {
    area: area.name,
    town: area.towns[townAt] ?? area.name,
    urban,
    easting: county.easting + metres(kilometres(area.east, Math.cos(angle))),
    northing: county.northing + metres(kilometres(area.north, Math.sin(angle))),
  };
}
