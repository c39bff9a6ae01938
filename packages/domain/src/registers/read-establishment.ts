import { readDate, readPercent, readText, readWhole, tidyCell } from './cells.ts';
import type { EstablishmentColumn, Header } from './columns.ts';
import { readGrid, readPostcode, readTelephone, readWebsite } from './contact-cells.ts';
import { type Establishment, type EstablishmentStatus, establishmentStatuses } from './establishment.ts';
import { findPhase, findTypeCode, findTypeName, kindOf, type RegisterPhase } from './establishment-types.ts';
import { type DoubtfulCell, quoteCell, type RefusedCell } from './refusals.ts';
import {
  openRow,
  type RowCells,
  rawCell,
  refuseCell,
  takeDate,
  takeName,
  takeOrDoubt,
  takeText,
} from './row-cells.ts';
import { takeUrn } from './take-urn.ts';

export type EstablishmentReading =
  | { establishment: Establishment; doubts: DoubtfulCell[] }
  | { refused: RefusedCell };

type Row = RowCells<EstablishmentColumn>;

/** Reads one row of an establishments file: cleaned facts, or the first reason why not. */
export function readEstablishment(
  header: Header<EstablishmentColumn>,
  cells: readonly string[],
): EstablishmentReading {
  const row = openRow(header, cells);
  if (row.refused) return { refused: row.refused };
  const establishment: Establishment = {
    ...readIdentity(row),
    ...readNature(row),
    ...readGroups(row),
    ...readPlace(row),
    ...readContact(row),
    openDate: takeDate(row, 'openDate'),
    closeDate: takeDate(row, 'closeDate'),
    lastChanged: takeOrDoubt(row, 'lastChanged', readDate),
  };
  return row.refused ? { refused: row.refused } : { establishment, doubts: row.doubts };
}

/** Reads a whole file row by row, and refuses a URN that an earlier row has already given. */
export function createEstablishmentReader(header: Header<EstablishmentColumn>) {
  const firstRows = new Map<number, number>();
  return {
    read(rowNumber: number, cells: readonly string[]): EstablishmentReading {
      const reading = readEstablishment(header, cells);
      if ('refused' in reading) return reading;
      const { urn } = reading.establishment;
      const firstRow = firstRows.get(urn);
      if (firstRow !== undefined)
        return { refused: { column: 'URN', reason: 'duplicate-urn', params: { urn, firstRow } } };
      firstRows.set(urn, rowNumber);
      return reading;
    },
  };
}

function readIdentity(row: Row) {
  const name = takeName(row, 'name');
  if (name === null) refuseCell(row, 'name', 'name-missing');
  return {
    urn: takeUrn(row, 'urn'),
    name: name ?? '',
    laCode: takeAuthority(row),
    laName: takeText(row, 'laName'),
    establishmentNumber: takeOrDoubt(row, 'establishmentNumber', readWhole),
    status: takeStatus(row),
  };
}

function takeAuthority(row: Row): number {
  const text = tidyCell(rawCell(row, 'laCode'));
  if (!/^\d{1,3}$/.test(text)) refuseCell(row, 'laCode', 'authority-unreadable', { value: quoteCell(text) });
  return Number(text);
}

function takeStatus(row: Row): EstablishmentStatus {
  const code = tidyCell(rawCell(row, 'statusCode'));
  const name = tidyCell(rawCell(row, 'statusName')).toLowerCase();
  const byName = statusByName[name.replace(/,/g, '')];
  const status = /^[1-4]$/.test(code) ? establishmentStatuses[Number(code) - 1] : code === '' ? byName : null;
  if (status) return status;
  const column = row.header.positions.has('statusCode') ? 'statusCode' : 'statusName';
  refuseCell(row, column, 'status-unknown', { value: quoteCell(code === '' ? name : code) });
  return 'closed';
}

const statusByName: Readonly<Record<string, EstablishmentStatus>> = {
  open: 'open',
  closed: 'closed',
  'open but proposed to close': 'proposed-to-close',
  'proposed to open': 'proposed-to-open',
};

function readNature(row: Row) {
  const publishedName = takeText(row, 'typeName');
  const typeCode =
    takeOrDoubt(row, 'typeCode', readWhole) ?? (publishedName ? findTypeCode(publishedName) : null);
  const typeGroupName = takeText(row, 'typeGroupName');
  const phase = takePhase(row);
  return {
    typeCode,
    typeName: publishedName ?? (typeCode === null ? null : findTypeName(typeCode)),
    typeGroupName,
    phase,
    kind: kindOf({ typeCode, typeGroupName, phase }),
    lowAge: takeOrDoubt(row, 'lowAge', readWhole),
    highAge: takeOrDoubt(row, 'highAge', readWhole),
    sixthForm: readSixthForm(row),
    gender: takeText(row, 'gender'),
    religiousCharacter: takeText(row, 'religiousCharacter'),
    diocese: takeText(row, 'diocese'),
    admissionsPolicy: takeText(row, 'admissionsPolicy'),
    capacity: takeOrDoubt(row, 'capacity', readWhole),
    pupils: takeOrDoubt(row, 'pupils', readWhole),
    fsmPercent: takeOrDoubt(row, 'fsmPercent', readPercent),
  };
}

function takePhase(row: Row): RegisterPhase | null {
  const code = tidyCell(rawCell(row, 'phaseCode'));
  const column = code === '' ? 'phaseName' : 'phaseCode';
  return takeOrDoubt(row, column, (raw) => {
    const text = readText(raw);
    if (text === null) return { value: null };
    const phase = findPhase(code, column === 'phaseName' ? text : '');
    return phase === null ? { unreadable: text } : { value: phase };
  });
}

function readSixthForm(row: Row): boolean | null {
  const code = tidyCell(rawCell(row, 'sixthFormCode'));
  if (code !== '') return code === '1' ? true : code === '2' ? false : null;
  const name = tidyCell(rawCell(row, 'sixthFormName')).toLowerCase();
  if (name.startsWith('has a')) return true;
  return name.startsWith('does not have') ? false : null;
}

function readGroups(row: Row) {
  return {
    trustFlag: takeText(row, 'trustFlag'),
    trustCode: takeText(row, 'trustCode'),
    trustName: takeName(row, 'trustName'),
    federationFlag: takeText(row, 'federationFlag'),
    federationCode: takeText(row, 'federationCode'),
    federationName: takeName(row, 'federationName'),
    ukprn: takeText(row, 'ukprn'),
  };
}

function readPlace(row: Row) {
  return {
    street: takeText(row, 'street'),
    locality: takeText(row, 'locality'),
    address3: takeText(row, 'address3'),
    town: takeText(row, 'town'),
    county: takeText(row, 'county'),
    postcode: takeOrDoubt(row, 'postcode', readPostcode),
    district: takeText(row, 'district'),
    ward: takeText(row, 'ward'),
    urbanRural: takeText(row, 'urbanRural'),
    easting: takeOrDoubt(row, 'easting', readGrid),
    northing: takeOrDoubt(row, 'northing', readGrid),
  };
}

function readContact(row: Row) {
  return {
    website: takeOrDoubt(row, 'website', readWebsite),
    telephone: takeOrDoubt(row, 'telephone', readTelephone),
    headTitle: takeText(row, 'headTitle'),
    headFirstName: takeName(row, 'headFirstName'),
    headLastName: takeName(row, 'headLastName'),
    headJobTitle: takeText(row, 'headJobTitle'),
  };
}
