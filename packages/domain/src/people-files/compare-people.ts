import type { PersonRow } from './person-row.ts';

/** One fact of a role row that a later file states differently. */
export interface PersonFieldChange {
  field: keyof PersonRow;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}

export type PersonChange =
  | { kind: 'added'; person: PersonRow; fields: [] }
  | { kind: 'changed'; person: PersonRow; fields: PersonFieldChange[] };

/**
 * Compares a people file row by row with the role rows that we hold. Same school, role and e-mail
 * address: the same role row. A blank says nothing, and a row that the file lacks stays as it is;
 * a role ends only by a date in "to".
 */
export function createPeopleComparison(known: Iterable<PersonRow>) {
  const before = new Map<string, PersonRow>();
  for (const person of known) before.set(keyOf(person), person);
  return {
    compare(incoming: PersonRow): PersonChange | null {
      const held = before.get(keyOf(incoming));
      if (!held) return { kind: 'added', person: incoming, fields: [] };
      const fields = (Object.keys(incoming) as (keyof PersonRow)[])
        .filter((field) => incoming[field] !== null && incoming[field] !== held[field])
        .map((field) => ({ field, before: held[field], after: incoming[field] }));
      return fields.length === 0 ? null : { kind: 'changed', person: mergePerson(held, incoming), fields };
    },
  };
}

function keyOf(person: PersonRow): string {
  return `${person.urn} ${person.role} ${person.email.toLowerCase()}`;
}

function mergePerson(held: PersonRow, incoming: PersonRow): PersonRow {
  return {
    ...incoming,
    title: incoming.title ?? held.title,
    from: incoming.from ?? held.from,
    to: incoming.to ?? held.to,
    trainedOn: incoming.trainedOn ?? held.trainedOn,
    canLead: incoming.canLead ?? held.canLead,
  };
}
