import { type Establishment, isOpen } from './establishment.ts';
import { kindOf } from './establishment-types.ts';

/** One fact of a record that a later file states differently. */
export interface FieldChange {
  field: keyof Establishment;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}

/** Facts that are published together: half of an old address under half of a new one is nobody's. */
const together: readonly (readonly (keyof Establishment)[])[] = [
  ['street', 'locality', 'address3'],
  ['headTitle', 'headFirstName', 'headLastName', 'headJobTitle'],
  ['easting', 'northing'],
];

/** The publisher's own housekeeping: kept, but never told as a change of the school. */
const housekeeping: readonly (keyof Establishment)[] = ['urn', 'lastChanged'];

/**
 * What we know after a later file. **A blank never wipes out a known fact**: a blank means that the
 * publisher was silent. Three blanks do speak: no close date on an open record, and no trust or
 * federation where the flag beside it is filled in.
 */
export function mergeFacts(known: Establishment, incoming: Establishment): Establishment {
  const merged: Establishment = { ...known };
  for (const field of fieldsOf(incoming)) if (incoming[field] !== null) setFact(merged, field, incoming);
  for (const group of together)
    if (group.some((field) => incoming[field] !== null))
      for (const field of group) setFact(merged, field, incoming);
  if (isOpen(incoming)) merged.closeDate = incoming.closeDate;
  if (incoming.trustFlag !== null) {
    merged.trustName = incoming.trustName;
    merged.trustCode = incoming.trustCode;
  }
  if (incoming.federationFlag !== null) {
    merged.federationName = incoming.federationName;
    merged.federationCode = incoming.federationCode;
  }
  merged.kind = kindOf(merged);
  return merged;
}

/** Field by field, what changed from one state of a record to the next. */
export function listFieldChanges(before: Establishment, after: Establishment): FieldChange[] {
  return fieldsOf(after)
    .filter((field) => !housekeeping.includes(field) && before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function fieldsOf(establishment: Establishment): (keyof Establishment)[] {
  return Object.keys(establishment) as (keyof Establishment)[];
}

function setFact<Field extends keyof Establishment>(
  target: Establishment,
  field: Field,
  source: Establishment,
): void {
  target[field] = source[field];
}
