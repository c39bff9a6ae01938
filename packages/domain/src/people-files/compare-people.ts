import type { PersonRow } from './person-row.ts';

/** One fact of a role row that a later file states differently. */
export interface PersonFieldChange {
  field: keyof PersonRow;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}

export type PersonChange =
  | { kind: 'added'; person: PersonRow; fields: [] }
  | { kind: 'changed'; person: PersonRow; held: PersonRow; fields: PersonFieldChange[] };

/**
 * Compares a people file row by row with the role rows that we hold. Same school, role and e-mail address: the same
 * role, and of several terms of it the one that begins on the same day, or else the newest. Somebody who begins again
 * after their last term has ended begins a new one. A blank says nothing, and a row that the file lacks stays as it
 * is; a role ends only by a date in "to".
 * @param schoolOf what tells schools apart; records of one school that has changed its URN are one school
 */
export function createPeopleComparison(
  known: Iterable<PersonRow>,
  schoolOf: (urn: number) => string | number = (urn) => urn,
) {
  const keyOf = ({ urn, role, email }: PersonRow) => `${schoolOf(urn)} ${role} ${email.toLowerCase()}`;
  const before = Map.groupBy(known, keyOf);
  return {
    compare(incoming: PersonRow): PersonChange | null {
      const terms = before.get(keyOf(incoming)) ?? [];
      const held = findTerm(terms, incoming);
      if (!held) {
        before.set(keyOf(incoming), [...terms, incoming]);
        return { kind: 'added', person: incoming, fields: [] };
      }
      const fields = (Object.keys(incoming) as (keyof PersonRow)[])
        // The URN under which a school is named is no fact of the person.
        .filter((field) => field !== 'urn' && incoming[field] !== null && incoming[field] !== held[field])
        .map((field) => ({ field, before: held[field], after: incoming[field] }));
      if (fields.length === 0) return null;
      return { kind: 'changed', person: mergePerson(held, incoming), held, fields };
    },
  };
}

/** The term of a role that a row speaks of; undefined when it is a new one. */
function findTerm(terms: readonly PersonRow[], { from, to }: PersonRow): PersonRow | undefined {
  const newest = terms.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1);
  if (!newest || from === null) return newest;
  const same = terms.find((term) => term.from === from);
  const isAgain = newest.to !== null && from > newest.to;
  const isEarlier = newest.from !== null && to !== null && to < newest.from;
  return same ?? (isAgain || isEarlier ? undefined : newest);
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
