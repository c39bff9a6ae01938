import type { PersonName } from './names.ts';

/** Town, country town or village, as the register classes a school's place. */
export type InventedSetting = 'town' | 'country-town' | 'village';

type InventedPhase = 'primary' | 'secondary' | 'all-through' | 'special' | 'none';

/** A record of the invented register, open or closed, state-funded or not. */
export interface InventedSchool {
  urn: number;
  number: number;
  name: string;
  phase: InventedPhase;
  area: string;
  town: string;
  village: string;
  typeCode: number;
  openedOn: string | null;
  closedOn: string | null;
  ages: readonly [low: number, high: number];
  pupils: number;
  fsmPercent: number;
  /** A school that has opened not long ago has no published figure for free school meals. */
  isFsmPublished: boolean;
  faith: string | null;
  selective: boolean;
  gender: 'Mixed' | 'Girls' | 'Boys';
  easting: number;
  northing: number;
  urban: boolean;
  setting: InventedSetting;
  trust: string | null;
  federation: string | null;
  head: PersonName;
  /** The state-funded schools are the partnership's own; the rest are there to be left out. */
  stateFunded: boolean;
}

/** Is this an academy or a free school, which belongs to a trust? */
export function isAcademy(school: Pick<InventedSchool, 'typeCode'>): boolean {
  return school.typeCode >= 28 && school.typeCode <= 46 && school.typeCode !== 37;
}
