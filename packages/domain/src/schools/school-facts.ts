import { type Establishment, isOpen } from '../registers/establishment.ts';
import { settleType } from '../registers/state-funded.ts';
import type { Phase } from './phases.ts';
import { phasesOfKind } from './phases-of-kind.ts';
import { countsAsStateSchool, type Settlement } from './settlements.ts';

/** What lists search, filter and sort by, taken from a school's current legal record. */
export type SchoolFacts = {
  urn: number;
  name: string;
  isOpen: boolean;
  phases: Phase[];
  typeName: string | null;
  town: string | null;
  postcode: string | null;
  easting: number | null;
  northing: number | null;
  pupils: number | null;
  trust: string | null;
  federation: string | null;
  settlement: Settlement;
  counted: boolean;
};

/** What the broker said about a school before: it stands, whatever a later register says. */
export type SettledBefore = { settlement: Settlement; phases: readonly Phase[] };

/** The facts of a school under its current record, by this partnership's types. */
export function schoolFactsOf(
  record: Establishment,
  settings: { stateFundedTypes: readonly number[] },
  before: SettledBefore | null,
): SchoolFacts {
  const byBroker = before?.settlement === 'by-broker' || before?.settlement === 'not-counted-by-broker';
  const settlement = before && byBroker ? before.settlement : settleType(record, settings);
  const phases = phasesOfKind[record.kind];
  return {
    urn: record.urn,
    name: record.name,
    isOpen: isOpen(record),
    phases: phases.length > 0 ? [...phases] : [...(before?.phases ?? [])],
    typeName: record.typeName,
    town: record.town,
    postcode: record.postcode,
    easting: record.easting,
    northing: record.northing,
    pupils: record.pupils,
    trust: record.trustName,
    federation: record.federationName,
    settlement,
    counted: countsAsStateSchool(settlement),
  };
}
