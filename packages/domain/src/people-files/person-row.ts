import type { SchoolRole } from '../people/roles.ts';
import { isFormula, type PlainDate, readDate, tidyCell } from '../registers/cells.ts';
import type { PeopleHeader, PersonColumn } from './columns.ts';
import type { PersonRefusal, RefusedPerson } from './person-refusals.ts';
import { findRole } from './role-words.ts';

/** One role of one person in one school, as a people file states it. Null: the file is silent. */
export interface PersonRow {
  urn: number;
  role: SchoolRole;
  title: string | null;
  firstName: string;
  lastName: string;
  email: string;
  from: PlainDate | null;
  to: PlainDate | null;
  trainedOn: PlainDate | null;
  canLead: boolean | null;
}

export type PersonReading = { person: PersonRow } | { refused: RefusedPerson };

interface Row {
  header: PeopleHeader;
  cells: readonly string[];
  refused: RefusedPerson | null;
}

const longestName = 100;

/** Reads one row of a people file: the person's role, or the first reason why not. */
export function readPersonRow(header: PeopleHeader, cells: readonly string[]): PersonReading {
  const row: Row = { header, cells, refused: null };
  if (cells.length !== header.width) {
    const params = { cells: cells.length, columns: header.width };
    return { refused: { column: null, reason: 'wrong-number-of-cells', params } };
  }
  const damaged = cells.findIndex((cell) => cell.includes('\u0000'));
  if (damaged >= 0)
    return { refused: { column: header.names[damaged] ?? null, reason: 'unprintable', params: {} } };
  const person: PersonRow = {
    urn: takeUrn(row),
    role: takeRole(row),
    title: takeName(row, 'title') || null,
    firstName: takeName(row, 'firstName'),
    lastName: takeName(row, 'lastName'),
    email: takeEmail(row),
    from: takeDate(row, 'from'),
    to: takeDate(row, 'to'),
    trainedOn: takeDate(row, 'trainedOn'),
    canLead: takeYesNo(row, 'canLead'),
  };
  if (person.from && person.to && person.to < person.from)
    refuse(row, 'to', 'ends-before-it-begins', { from: person.from, to: person.to });
  return row.refused ? { refused: row.refused } : { person };
}

/** Reads a whole file row by row: no row twice, and no e-mail address shared by two people. */
export function createPersonReader(header: PeopleHeader) {
  const firstRows = new Map<string, number>();
  const owners = new Map<string, { name: string; row: number }>();
  return {
    read(rowNumber: number, cells: readonly string[]): PersonReading {
      const reading = readPersonRow(header, cells);
      if ('refused' in reading) return reading;
      const { urn, role, email, firstName, lastName } = reading.person;
      const name = `${firstName} ${lastName}`;
      const owner = owners.get(email) ?? { name, row: rowNumber };
      if (owner.name.toLowerCase() !== name.toLowerCase()) {
        const params = { firstRow: owner.row, name: owner.name };
        const column = header.names[header.positions.get('email') ?? -1] ?? null;
        return { refused: { column, reason: 'email-of-another', params } };
      }
      const key = `${urn} ${role} ${email}`;
      const firstRow = firstRows.get(key);
      if (firstRow !== undefined)
        return { refused: { column: null, reason: 'duplicate-row', params: { firstRow } } };
      firstRows.set(key, rowNumber);
      owners.set(email, owner);
      return reading;
    },
  };
}

function refuse(
  row: Row,
  column: PersonColumn,
  reason: PersonRefusal,
  params: RefusedPerson['params'] = {},
): void {
  row.refused ??= {
    column: row.header.names[row.header.positions.get(column) ?? -1] ?? column,
    reason,
    params,
  };
}

function textOf(row: Row, column: PersonColumn): string {
  return tidyCell(row.cells[row.header.positions.get(column) ?? -1] ?? '');
}

function takeUrn(row: Row): number {
  const text = textOf(row, 'urn');
  if (!/^[1-9]\d{0,6}$/.test(text)) refuse(row, 'urn', 'urn-unreadable', { value: text.slice(0, 60) });
  return Number(text);
}

function takeRole(row: Row): SchoolRole {
  const text = textOf(row, 'role');
  const role = findRole(text);
  if (role === null) refuse(row, 'role', 'role-unknown', { value: text.slice(0, 60) });
  return role ?? 'governor';
}

function takeName(row: Row, column: 'title' | 'firstName' | 'lastName'): string {
  const text = textOf(row, column);
  if (text === '' && column !== 'title') refuse(row, column, 'name-missing');
  if (isFormula(text)) refuse(row, column, 'formula', { value: text.slice(0, 60) });
  if (text.length > longestName) refuse(row, column, 'too-long', { most: longestName });
  return text;
}

/** Lower case throughout: no school's mail tells two people apart by capitals. */
function takeEmail(row: Row): string {
  const text = textOf(row, 'email').toLowerCase();
  const email = text.replace(/^mailto:/, '').replace(/^<(.*)>$/, '$1');
  if (email === '') refuse(row, 'email', 'email-missing');
  else if (!isEmail(email)) refuse(row, 'email', 'email-unreadable', { value: text.slice(0, 60) });
  return email;
}

function isEmail(text: string): boolean {
  const [local = '', domain = '', ...rest] = text.split('@');
  return (
    rest.length === 0 &&
    text.length <= 254 &&
    /^[a-z0-9!#$%&'*+/?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/?^_`{|}~-]+)*$/.test(local) &&
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain)
  );
}

function takeDate(row: Row, column: 'from' | 'to' | 'trainedOn'): PlainDate | null {
  const reading = readDate(textOf(row, column));
  if ('value' in reading) return reading.value;
  refuse(row, column, 'date-unreadable', { value: reading.unreadable.slice(0, 60) });
  return null;
}

function takeYesNo(row: Row, column: 'canLead'): boolean | null {
  const text = textOf(row, column).toLowerCase();
  if (text === '') return null;
  if (['yes', 'y', 'true', '1'].includes(text)) return true;
  if (['no', 'n', 'false', '0'].includes(text)) return false;
  refuse(row, column, 'yes-or-no-unreadable', { value: text.slice(0, 60) });
  return null;
}
