import { establishmentFileColumns } from '../apps/api/src/demonstration/file-columns.ts';

/** How many columns the register had in 2026, and how many schools, closed ones too. */
export const columns = 135;
export const rows = 52_000;
/** Local authorities of England; the rows go round them, so that each has about as many as it should. */
const authorities = 153;
const own = 916;

const names = [
  ...establishmentFileColumns,
  ...Array.from({ length: columns - establishmentFileColumns.length }, (_, i) => `Further column ${i + 1}`),
];
export const header = names;

const filler = [
  '',
  '999',
  'Not applicable',
  'Does not apply',
  '01-09-2012',
  'E05010691',
  'Church of England',
];

/** A number that looks like chance, and is the same in every run. */
const mix = (n: number) => Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 0;

/** The cells that the importer reads; the others hold what such files are full of. */
function cellsOf(row: number, version: number): Record<string, string | number> {
  const authority = row % authorities;
  return {
    URN: 100_000 + row,
    'LA (code)': authority === 0 ? own : 200 + authority,
    'LA (name)': authority === 0 ? 'Gloucestershire' : `Authority ${authority}`,
    EstablishmentNumber: 2000 + (row % 6000),
    EstablishmentName: `St Mary’s Church of England Primary School, Place ${row}${version > 0 ? ` ${version}` : ''}`,
    'TypeOfEstablishment (code)': 3,
    'TypeOfEstablishment (name)': 'Voluntary controlled school',
    'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
    'EstablishmentStatus (code)': row % 2 === 0 ? 1 : 2,
    'EstablishmentStatus (name)': row % 2 === 0 ? 'Open' : 'Closed',
    OpenDate: '',
    CloseDate: row % 2 === 0 ? '' : '31-08-2015',
    'PhaseOfEducation (code)': 2,
    'PhaseOfEducation (name)': 'Primary',
    StatutoryLowAge: 4,
    StatutoryHighAge: 11,
    SchoolCapacity: 210,
    NumberOfPupils: 150 + (row % 60),
    PercentageFSM: '12.5',
    Street: `${row % 200} High Street`,
    Town: `Town ${row % 900}`,
    Postcode: `GL${1 + (row % 20)} ${row % 10}AA`,
    SchoolWebsite: `www.school-${mix(row).toString(36)}.example`,
    TelephoneNum: `0${1_000_000_000 + (mix(row + 1) % 900_000_000)}`,
    HeadFirstName: `First${mix(row + 2) % 3000}`,
    HeadLastName: `Last${mix(row + 3) % 9000}`,
    UKPRN: 10_000_000 + (mix(row + 4) % 90_000),
    UPRN: 100_000_000 + (mix(row + 5) % 900_000_000),
    'LSOA (code)': `E0${1_000_000 + (mix(row + 6) % 33_000)}`,
    'MSOA (code)': `E0${2_000_000 + (mix(row + 7) % 7000)}`,
    Easting: 380_000 + (row % 40_000),
    Northing: 200_000 + (row % 40_000),
  };
}

/** Text as GIAS writes it: words in quotes, numbers bare, one byte for each letter (Windows-1252). */
const write = (cell: string | number) => (typeof cell === 'number' || cell === '' ? `${cell}` : `"${cell}"`);

/** The national register, invented: 52,000 rows of 135 columns, about 70 MB. */
export function writeNationalFile(version = 0): Buffer {
  const lines = [names.map(write).join(',')];
  for (let row = 0; row < rows; row++) {
    const cells = cellsOf(row, version);
    lines.push(
      names
        .map((name, at) => write(cells[name] ?? filler[mix(row * 200 + at) % filler.length] ?? ''))
        .join(','),
    );
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`.replaceAll('’', '\u0092'), 'latin1');
}
