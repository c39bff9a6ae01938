import type { Db } from '@lateral/db/client';
import {
  type EstablishmentColumn,
  type Header,
  type LinkColumn,
  readHeader,
  sayHeaderFault,
} from '@lateral/domain/registers/columns';
import {
  type Change,
  type Comparison,
  countChanges,
  createComparison,
} from '@lateral/domain/registers/compare';
import { type Establishment, isInAuthorities, isOpen } from '@lateral/domain/registers/establishment';
import { type Link, readLink } from '@lateral/domain/registers/links';
import { createEstablishmentReader } from '@lateral/domain/registers/read-establishment';
import { type RefusedCell, sayRefusal } from '@lateral/domain/registers/refusals';
import { settleType } from '@lateral/domain/registers/state-funded';
import type { NewChange } from './queries.ts';
import type { Table } from './read/read-table.ts';
import {
  type Counts,
  dayOfFile,
  type FileFault,
  noCounts,
  readEachFile,
  refusedRow,
  type Work,
} from './reading.ts';
import { findSettings, listKnown, listKnownLinks, listSettlements } from './register-queries.ts';

type Known = Awaited<ReturnType<typeof listKnown>>[number];

/** What the files of a register import say of the partnership's own authority. */
export type RegisterFiles = {
  establishments: Establishment[];
  links: Link[];
  refused: NewChange[];
  source: { file: string; date: string };
};

/** That, set against what is known. Nothing is written. */
export type RegisterReading = Omit<RegisterFiles, 'establishments'> & {
  comparison: Comparison;
  unsettled: Establishment[];
  counts: Counts;
  known: Map<number, Known>;
  settings: { stateFundedTypes: number[] };
};

const secondRegister =
  'There is another register file in this import. Please import one register at a time, oldest first.';

/** Reads the files of a register import: every row of them, of which those of other authorities are passed over. */
export async function readRegisterFiles(
  db: Db,
  importId: string,
  today: string,
  work: Work,
): Promise<RegisterFiles & { faults: FileFault[] }> {
  const { laCode } = await findSettings(db);
  const ours = [Number(laCode)];
  const establishments: Establishment[] = [];
  const links: Link[] = [];
  const refused: NewChange[] = [];
  const source = { file: 'links', date: today };
  let registers = 0;

  const faults = await readEachFile(db, importId, work, async (file, table) => {
    const found = readHeader(table.header);
    if (!('kind' in found)) return sayHeaderFault(found);
    const refuse = (row: number, cell: RefusedCell) =>
      refused.push(refusedRow(file, row, cell.column, sayRefusal(cell)));
    if (found.kind === 'links') {
      await readLinks(table, found.header, refuse, links);
      return null;
    }
    if (registers++ > 0) return secondRegister;
    Object.assign(source, { file, date: dayOfFile(file, today) });
    await readEstablishments(table, found.header, refuse, (establishment) => {
      if (isInAuthorities(establishment, ours)) establishments.push(establishment);
    });
    return null;
  });
  return { establishments, links, refused, source, faults };
}

/** Sets what the files say against what is known. */
export async function compareRegister(db: Db, files: RegisterFiles): Promise<RegisterReading> {
  const { establishments, links, refused, source } = files;
  const { stateFundedTypes } = await findSettings(db);
  const known = new Map((await listKnown(db)).map((one) => [one.urn, one]));
  const comparison = createComparison(
    [...known.values()].map(({ facts, everOpen, followedBy }) => ({
      establishment: facts,
      everOpen,
      followedBy,
    })),
  );
  const seen = new Map<number, Establishment>();
  for (const establishment of establishments) {
    comparison.add(establishment);
    if (isOpen(establishment)) seen.set(establishment.urn, establishment);
  }
  const result = comparison.finish([...(await listKnownLinks(db)).map(asLink), ...links]);
  const unsettled = await listUnsettled(db, result.changes, seen, stateFundedTypes);
  const counts = {
    ...noCounts(),
    ...countChanges(result),
    refused: refused.length,
    unsettled: unsettled.length,
  };
  return {
    comparison: result,
    links,
    refused,
    unsettled,
    counts,
    known,
    settings: { stateFundedTypes },
    source,
  };
}

type Refuse = (row: number, cell: RefusedCell) => void;

async function readLinks(table: Table, header: Header<LinkColumn>, refuse: Refuse, links: Link[]) {
  for await (const { row, cells } of table.rows) {
    const reading = readLink(header, cells);
    if ('link' in reading) links.push(reading.link);
    else refuse(row, reading.refused);
  }
}

async function readEstablishments(
  table: Table,
  header: Header<EstablishmentColumn>,
  refuse: Refuse,
  take: (establishment: Establishment) => void,
) {
  const reader = createEstablishmentReader(header);
  for await (const { row, cells } of table.rows) {
    const reading = reader.read(row, cells);
    if ('refused' in reading) refuse(row, reading.refused);
    else take(reading.establishment);
  }
}

const asLink = (row: Awaited<ReturnType<typeof listKnownLinks>>[number]): Link => ({
  urn: row.urn,
  linkUrn: row.linkUrn,
  linkName: row.linkName,
  linkType: row.linkType,
  linkDate: row.establishedOn,
});

/** Open schools of the file whose type says nothing, but for those that the broker has settled. */
async function listUnsettled(
  db: Db,
  changes: readonly Change[],
  seen: ReadonlyMap<number, Establishment>,
  stateFundedTypes: readonly number[],
) {
  const settled = new Map((await listSettlements(db)).map(({ urn, settlement }) => [urn, settlement]));
  const after = new Map(seen);
  for (const { establishment } of changes)
    if (isOpen(establishment)) after.set(establishment.urn, establishment);
  const byBroker = (urn: number) => /broker/.test(settled.get(urn) ?? '');
  return [...after.values()].filter(
    (one) => settleType(one, { stateFundedTypes }) === 'unsettled' && !byBroker(one.urn),
  );
}
