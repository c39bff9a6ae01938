/** Columns of a people file, by every name we take for them. Case, spaces, hyphens and dots do not matter. */
const written = {
  urn: ['URN', 'school URN'],
  role: ['role', 'position', 'post'],
  title: ['title'],
  firstName: ['first name', 'forename', 'given name'],
  lastName: ['last name', 'surname', 'family name'],
  email: ['e-mail', 'e-mail address', 'mail'],
  from: ['from', 'start date', 'from date', 'start'],
  to: ['to', 'end date', 'to date', 'end'],
  trainedOn: ['trained on', 'trained', 'training date', 'date trained'],
  canLead: ['can lead', 'lead', 'lead reviewer', 'may lead'],
} as const;

export type PersonColumn = keyof typeof written;
const needed: readonly PersonColumn[] = ['urn', 'role', 'firstName', 'lastName', 'email'];

/** Where each column stands in this file, and what the file calls it. */
export interface PeopleHeader {
  width: number;
  names: readonly string[];
  positions: ReadonlyMap<PersonColumn, number>;
}

export const peopleHeaderFaults = ['repeated-column', 'missing-columns'] as const;
export type PeopleHeaderFault = {
  fault: (typeof peopleHeaderFaults)[number];
  columns: string[];
  found: string[];
};

/** Finds the columns of a people file by name, in any order and among others that we pass over. */
export function readPeopleHeader(cells: readonly string[]): { header: PeopleHeader } | PeopleHeaderFault {
  const plain = cells.map(plainName);
  const positions = new Map<PersonColumn, number>();
  const repeated: string[] = [];
  for (const column of Object.keys(written) as PersonColumn[]) {
    const names = new Set<string>(written[column].map(plainName));
    const places = plain.flatMap((name, at) => (names.has(name) ? [at] : []));
    if (places.length > 1) repeated.push(written[column][0]);
    if (places[0] !== undefined) positions.set(column, places[0]);
  }
  const found = cells.filter((name) => name.trim() !== '');
  if (repeated.length > 0) return { fault: 'repeated-column', columns: repeated, found };
  const missing = needed.filter((column) => !positions.has(column)).map((column) => written[column][0]);
  if (missing.length > 0) return { fault: 'missing-columns', columns: missing, found };
  return { header: { width: cells.length, names: cells, positions } };
}

/** What to tell the person who sent a people file whose first row we cannot use. */
export function sayPeopleHeaderFault({ fault, columns, found }: PeopleHeaderFault): string {
  if (fault === 'repeated-column')
    return `This file has more than one column for ${list(columns)}. We cannot tell which one to use.`;
  const seen = found.length === 0 ? 'It is empty.' : `It says ${list(found.slice(0, 8))}.`;
  return `The first row of this file has no column for ${list(columns)}. ${seen}`;
}

function list(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
