import { county } from './areas.ts';
import {
  establishmentFileColumns,
  groupLinkFileColumns,
  linkFileColumns,
  peopleFileColumns,
} from './file-columns.ts';
import { type InventedSchool, type InventedSetting, isAcademy } from './invented-school.ts';
import { toAddress } from './names.ts';
import type { InventedRole } from './people.ts';
import type { InventedLink } from './succession.ts';

type Cell = string | number | null;

const typeNames: Readonly<Record<number, string>> = {
  1: 'Community school',
  2: 'Voluntary aided school',
  3: 'Voluntary controlled school',
  5: 'Foundation school',
  7: 'Community special school',
  10: 'Other independent special school',
  11: 'Other independent school',
  14: 'Pupil referral unit',
  28: 'Academy sponsor led',
  34: 'Academy converter',
  35: 'Free schools',
  42: 'Academy alternative provision converter',
  44: 'Academy special converter',
  47: 'Children’s centre',
};
const phaseCodes = {
  primary: ['2', 'Primary'],
  secondary: ['4', 'Secondary'],
  'all-through': ['7', 'All-through'],
  special: ['0', 'Not applicable'],
  none: ['0', 'Not applicable'],
} as const;

/** The official classification of 2021, as GIAS has used it since 2025. */
const settings: Readonly<Record<InventedSetting, { code: string; name: string }>> = {
  town: { code: 'UN1', name: 'Urban: Nearer to a major town or city' },
  'country-town': { code: 'RLN1', name: 'Larger rural: Nearer to a major town or city' },
  village: { code: 'RSF1', name: 'Smaller rural: Further from a major town or city' },
};

/** The establishments file, in the columns and with the line ends that GIAS uses. */
export function writeEstablishments(schools: readonly InventedSchool[]): string {
  const rows = schools.map((school, at) => {
    const cells = { ...natureCells(school), ...groupCells(school), ...placeCells(school, at) };
    return establishmentFileColumns.map((column) => cells[column] ?? null);
  });
  return writeTable([establishmentFileColumns, ...rows]);
}

/** The links file: each link stands on both records. */
export function writeLinks(links: readonly InventedLink[]): string {
  const rows = links.flatMap(({ from, to, wording, date }): Cell[][] => [
    [from.urn, to.urn, to.name, `Successor${wording}`, registerDate(date)],
    [to.urn, from.urn, from.name, `Predecessor${wording}`, registerDate(date)],
  ]);
  return writeTable([linkFileColumns, ...rows]);
}

/** The group links file: the trusts and federations that the establishments file names, with the schools in each. */
export function writeGroupLinks(schools: readonly InventedSchool[]): string {
  const uids = new Map<string, number>();
  const uidOf = (name: string) => uids.get(name) ?? uids.set(name, 20_001 + uids.size).size + 20_000;
  const rows = schools.flatMap((school): Cell[][] =>
    (['trust', 'federation'] as const).flatMap((kind) => {
      const name = school[kind];
      if (name === null || !school.stateFunded) return [];
      const type = kind === 'trust' ? 'Multi-academy trust' : 'Federation';
      return [
        [school.urn, uidOf(name), name, type, 'Open', '01-09-2019', kind === 'federation' ? 'Yes' : ''],
      ];
    }),
  );
  return writeTable([groupLinkFileColumns, ...rows]);
}

export function writePeople(people: readonly InventedRole[]): string {
  const rows = people.map((one): Cell[] => [
    one.urn,
    one.role,
    one.title,
    one.firstName,
    one.lastName,
    one.email,
    registerDate(one.from),
    null,
    one.trainedOn === null ? null : registerDate(one.trainedOn),
    one.canLead === null ? null : one.canLead ? 'yes' : 'no',
  ]);
  return writeTable([peopleFileColumns, ...rows]);
}

function natureCells(school: InventedSchool): Record<string, Cell> {
  const [phaseCode, phaseName] = phaseCodes[school.phase];
  const sixthForm = school.ages[1] > 16 && school.phase !== 'special' && school.phase !== 'none';
  return {
    URN: school.urn,
    'LA (code)': String(county.laCode),
    'LA (name)': county.laName,
    EstablishmentNumber: String(school.number),
    EstablishmentName: school.name,
    'TypeOfEstablishment (code)': String(school.typeCode).padStart(2, '0'),
    'TypeOfEstablishment (name)': typeNames[school.typeCode] ?? '',
    'EstablishmentTypeGroup (name)': groupName(school),
    'EstablishmentStatus (code)': school.closedOn === null ? '1' : '2',
    'EstablishmentStatus (name)': school.closedOn === null ? 'Open' : 'Closed',
    OpenDate: school.openedOn === null ? '01-01-1900' : registerDate(school.openedOn),
    CloseDate: school.closedOn === null ? null : registerDate(school.closedOn),
    'PhaseOfEducation (code)': phaseCode,
    'PhaseOfEducation (name)': phaseName,
    StatutoryLowAge: school.ages[0],
    StatutoryHighAge: school.ages[1],
    'OfficialSixthForm (code)': sixthForm ? '1' : '2',
    'OfficialSixthForm (name)': sixthForm ? 'Has a sixth form' : 'Does not have a sixth form',
    'Gender (name)': school.gender,
    'ReligiousCharacter (name)': school.faith ?? 'Does not apply',
    'AdmissionsPolicy (name)': school.selective
      ? 'Selective'
      : school.phase === 'secondary'
        ? 'Non-selective'
        : 'Not applicable',
    SchoolCapacity: Math.ceil((school.pupils * 1.06) / 5) * 5,
    NumberOfPupils: school.pupils,
    PercentageFSM: school.isFsmPublished ? school.fsmPercent : null,
  };
}

function groupCells(school: InventedSchool): Record<string, Cell> {
  const academy = isAcademy(school);
  return {
    'TrustSchoolFlag (name)': academy ? 'Supported by a multi-academy trust' : 'Not applicable',
    'Trusts (code)': school.trust === null ? null : toAddress(school.trust).slice(0, 24),
    'Trusts (name)': school.trust,
    'FederationFlag (name)':
      school.federation === null ? 'Not under a federation' : 'Supported by a federation',
    'Federations (name)': school.federation,
    LastChangedDate: '01-07-2026',
  };
}

function placeCells(school: InventedSchool, at: number): Record<string, Cell> {
  const lane =
    ['School Lane', 'Church Road', 'Green End', 'Station Road', 'Orchard Way', 'Hill Rise'][at % 6] ??
    'School Lane';
  const sector = String.fromCharCode(65 + (at % 8)) + String.fromCharCode(74 + (Math.floor(at / 8) % 13));
  return {
    Street: lane,
    Locality: school.urban || school.village === school.town ? null : school.village,
    Town: school.town,
    'County (name)': county.laName,
    Postcode: `${county.postArea}${1 + (school.easting % 30)} ${school.northing % 10}${sector}`,
    SchoolWebsite: `www.${toAddress(school.name)}.example`,
    TelephoneNum: `01632960${String(at).padStart(3, '0')}`,
    'HeadTitle (name)': school.head.title,
    HeadFirstName: school.head.firstName,
    HeadLastName: school.head.lastName,
    HeadPreferredJobTitle: school.federation === null ? 'Headteacher' : 'Executive Headteacher',
    'DistrictAdministrative (name)': school.area,
    'UrbanRural (code)': settings[school.setting].code,
    'UrbanRural (name)': settings[school.setting].name,
    Easting: school.easting,
    Northing: school.northing,
  };
}

function groupName(school: InventedSchool): string {
  if (school.typeCode === 47) return 'Children’s Centres';
  if (school.typeCode === 11) return 'Independent schools';
  if (school.typeCode === 7 || school.typeCode === 10) return 'Special schools';
  if (school.typeCode === 35) return 'Free Schools';
  return isAcademy(school) ? 'Academies' : 'Local authority maintained schools';
}

function registerDate(iso: string): string {
  return iso.split('-').reverse().join('-');
}

/** Text is quoted and numbers are not, as in the published files. */
function writeTable(rows: readonly (readonly Cell[])[]): string {
  const write = (cell: Cell) =>
    typeof cell === 'number' ? String(cell) : `"${(cell ?? '').replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(write).join(',')}\r\n`).join('');
}
