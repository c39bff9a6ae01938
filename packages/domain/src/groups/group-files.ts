import { tidyCell } from '../registers/cells.ts';
import type { Header } from '../registers/columns.ts';
import { type RefusedCell, sayRefusal } from '../registers/refusals.ts';
import { openRow, rawCell, refuseCell, takeDate, takeName } from '../registers/row-cells.ts';
import { takeUrn } from '../registers/take-urn.ts';
import { type Group, type GroupMember, kindOfGroup } from './groups.ts';

/** Columns of the two group files of GIAS that we read: who is in which group, and the groups themselves. */
const columns = {
  urn: ['URN'],
  uid: ['Linked UID', 'Group UID'],
  name: ['Group Name'],
  type: ['Group Type'],
  status: ['Group Status'],
  openedOn: ['Open date', 'Incorporated on (open date)'],
  closedOn: ['Closed Date'],
  joinedOn: ['Joined date'],
  sharedHead: ['HasSharedHT'],
} as const;
export type GroupColumn = keyof typeof columns;
const needed: readonly GroupColumn[] = ['uid', 'name', 'type'];

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** Finds the columns of a group file by name, in any order; or says what is missing. `hasSchools` when it says who is in each. */
export function readGroupHeader(
  cells: readonly string[],
): { header: Header<GroupColumn>; hasSchools: boolean } | { fault: string } {
  const found = cells.map(plain);
  const positions = new Map<GroupColumn, number>();
  for (const column of Object.keys(columns) as GroupColumn[]) {
    const at = columns[column].map((name) => found.indexOf(plain(name))).find((place) => place >= 0);
    if (at !== undefined) positions.set(column, at);
  }
  const missing = needed.filter((column) => !positions.has(column));
  if (missing.length > 0) {
    const names = missing.map((column) => `“${columns[column].join('” or “')}”`).join(', ');
    return { fault: `This is not a file of school groups. Its first row has no column called ${names}.` };
  }
  return { header: { width: cells.length, names: cells, positions }, hasSchools: positions.has('urn') };
}

/** GIAS names a last column “HasSharedHT” and then gives the rows no cell for it: that one may be missing. */
const fillLast = ({ width, positions }: Header<GroupColumn>, cells: readonly string[]) =>
  cells.length === width - 1 && positions.get('sharedHead') === width - 1 ? [...cells, ''] : cells;

export type GroupRow = { group: Group; member: GroupMember | null };

/** Reads one row of either file, or the first reason why not. */
export function readGroupRow(
  header: Header<GroupColumn>,
  cells: readonly string[],
): GroupRow | { refused: RefusedCell } {
  const row = openRow(header, fillLast(header, cells));
  if (row.refused) return { refused: row.refused };
  const name = takeName(row, 'name');
  if (name === null) refuseCell(row, 'name', 'name-missing');
  const uid = takeUrn(row, 'uid');
  const closedOn = takeDate(row, 'closedOn');
  const group: Group = {
    uid,
    name: name ?? '',
    kind: kindOfGroup(tidyCell(rawCell(row, 'type')), name ?? ''),
    isOpen: closedOn === null && !/^closed/i.test(tidyCell(rawCell(row, 'status'))),
    openedOn: takeDate(row, 'openedOn'),
    closedOn,
  };
  const member = header.positions.has('urn')
    ? {
        uid,
        urn: takeUrn(row, 'urn'),
        joinedOn: takeDate(row, 'joinedOn'),
        leftOn: null,
        hasSharedHead: /^(y|yes|true|1|has shared|shared)/i.test(tidyCell(rawCell(row, 'sharedHead'))),
      }
    : null;
  return row.refused ? { refused: row.refused } : { group, member };
}

/** Why a row of a group file is turned away, for the person who sent it: it speaks of groups, not of schools. */
export function sayGroupRefusal(refused: RefusedCell): string {
  const { column, reason, params } = refused;
  if (reason === 'name-missing') return `The cell “${column}” is empty. Every group needs a name.`;
  const isUid = columns.uid.some((name) => plain(name) === plain(column ?? ''));
  if (isUid && reason === 'urn-missing')
    return `The cell “${column}” is empty. Every group needs its number.`;
  if (isUid && reason === 'urn-unreadable')
    return `The cell “${column}” says “${params.value}”. A group’s number is a whole number of up to seven figures.`;
  return sayRefusal(refused);
}
