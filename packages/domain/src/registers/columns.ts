/** Columns of an establishments file that we read, by the names GIAS has given them over the years. */
const establishmentColumns = {
  urn: ['URN'],
  laCode: ['LA (code)'],
  laName: ['LA (name)'],
  establishmentNumber: ['EstablishmentNumber'],
  name: ['EstablishmentName'],
  typeCode: ['TypeOfEstablishment (code)'],
  typeName: ['TypeOfEstablishment (name)'],
  typeGroupName: ['EstablishmentTypeGroup (name)'],
  statusCode: ['EstablishmentStatus (code)'],
  statusName: ['EstablishmentStatus (name)'],
  openDate: ['OpenDate'],
  closeDate: ['CloseDate'],
  phaseCode: ['PhaseOfEducation (code)'],
  phaseName: ['PhaseOfEducation (name)'],
  lowAge: ['StatutoryLowAge'],
  highAge: ['StatutoryHighAge'],
  sixthFormCode: ['OfficialSixthForm (code)'],
  sixthFormName: ['OfficialSixthForm (name)'],
  gender: ['Gender (name)'],
  religiousCharacter: ['ReligiousCharacter (name)'],
  diocese: ['Diocese (name)'],
  admissionsPolicy: ['AdmissionsPolicy (name)'],
  capacity: ['SchoolCapacity'],
  pupils: ['NumberOfPupils'],
  fsmPercent: ['PercentageFSM'],
  trustFlag: ['TrustSchoolFlag (name)'],
  trustCode: ['Trusts (code)'],
  trustName: ['Trusts (name)'],
  federationFlag: ['FederationFlag (name)'],
  federationCode: ['Federations (code)'],
  federationName: ['Federations (name)'],
  ukprn: ['UKPRN'],
  lastChanged: ['LastChangedDate'],
  street: ['Street'],
  locality: ['Locality'],
  address3: ['Address3'],
  town: ['Town'],
  county: ['County (name)'],
  postcode: ['Postcode'],
  website: ['SchoolWebsite'],
  telephone: ['TelephoneNum'],
  headTitle: ['HeadTitle (name)', 'HeadTitle'],
  headFirstName: ['HeadFirstName'],
  headLastName: ['HeadLastName'],
  headJobTitle: ['HeadPreferredJobTitle'],
  district: ['DistrictAdministrative (name)'],
  ward: ['AdministrativeWard (name)'],
  urbanRural: ['UrbanRural (name)'],
  easting: ['Easting'],
  northing: ['Northing'],
} as const;

const linkColumns = {
  urn: ['URN'],
  linkUrn: ['LinkURN'],
  linkName: ['LinkName'],
  linkType: ['LinkType'],
  linkDate: ['LinkEstablishedDate'],
} as const;

export type EstablishmentColumn = keyof typeof establishmentColumns;
export type LinkColumn = keyof typeof linkColumns;

/** Where each column we know stands in this file, and what the file calls it. */
export interface Header<Column extends string> {
  width: number;
  names: readonly string[];
  positions: ReadonlyMap<Column, number>;
}

export type RegisterHeader =
  | { kind: 'establishments'; header: Header<EstablishmentColumn> }
  | { kind: 'links'; header: Header<LinkColumn> };

export const headerFaults = ['not-a-register', 'repeated-column', 'missing-columns'] as const;
export type HeaderFault = { fault: (typeof headerFaults)[number]; columns: string[] };

type Needed<Column> = readonly (readonly Column[])[];

const neededOfEstablishments: Needed<EstablishmentColumn> = [
  ['urn'],
  ['name'],
  ['laCode'],
  ['statusCode', 'statusName'],
  ['typeCode', 'typeName'],
];
const neededOfLinks: Needed<LinkColumn> = [['urn'], ['linkUrn'], ['linkType']];

/** Tells an establishments file from a links file by its column names, in any order and number. */
export function readHeader(cells: readonly string[]): RegisterHeader | HeaderFault {
  const plain = cells.map(plainHeader);
  const repeated = cells.filter((_, at) => plain[at] !== '' && plain.indexOf(plain[at] ?? '') !== at);
  const isLinks = plain.includes('linkurn');
  if (!isLinks && !(plain.includes('urn') && plain.includes('establishmentname')))
    return { fault: 'not-a-register', columns: cells.filter((name) => name.trim() !== '') };
  if (repeated.length > 0) return { fault: 'repeated-column', columns: [...new Set(repeated)] };
  if (isLinks) {
    const header = placeColumns(cells, plain, linkColumns);
    const missing = findMissing(header, linkColumns, neededOfLinks);
    return missing ?? { kind: 'links', header };
  }
  const header = placeColumns(cells, plain, establishmentColumns);
  const missing = findMissing(header, establishmentColumns, neededOfEstablishments);
  return missing ?? { kind: 'establishments', header };
}

/** What to tell the person who sent a file whose first row we cannot use. */
export function sayHeaderFault({ fault, columns }: HeaderFault): string {
  const named = columns.slice(0, 8).map((name) => `“${name}”`);
  const list = columns.length > 8 ? `${named.join(', ')} and ${columns.length - 8} more` : named.join(', ');
  switch (fault) {
    case 'not-a-register':
      return columns.length === 0
        ? 'The first row of this file is empty. It should hold the names of the columns.'
        : `This is not a schools register file. Its first row says ${list}. We look for “URN” and “EstablishmentName”, or “URN” and “LinkURN”.`;
    case 'repeated-column':
      return `This file has more than one column called ${list}. We cannot tell which one to use.`;
    case 'missing-columns':
      return `This file has no column called ${list}. We need it to read the register.`;
  }
}

function plainHeader(name: string): string {
  return name.toLowerCase().replace(/[\s\u00a0\ufeff]/g, '');
}

function placeColumns<Column extends string>(
  names: readonly string[],
  plain: readonly string[],
  known: Readonly<Record<Column, readonly string[]>>,
): Header<Column> {
  const positions = new Map<Column, number>();
  for (const column of Object.keys(known) as Column[]) {
    const at = known[column]
      .map((written) => plain.indexOf(plainHeader(written)))
      .find((found) => found >= 0);
    if (at !== undefined) positions.set(column, at);
  }
  return { width: names.length, names, positions };
}

function findMissing<Column extends string>(
  header: Header<Column>,
  known: Readonly<Record<Column, readonly string[]>>,
  needed: Needed<Column>,
): HeaderFault | null {
  const missing = needed.filter((anyOf) => !anyOf.some((column) => header.positions.has(column)));
  const columns = missing.map((anyOf) => anyOf.map((column) => known[column][0]).join('” or “'));
  return missing.length > 0 ? { fault: 'missing-columns', columns } : null;
}
