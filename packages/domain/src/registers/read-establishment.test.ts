import { describe, expect, test } from 'vitest';
import { type EstablishmentColumn, type Header, readHeader } from './columns.ts';
import { displayHead } from './head-teacher.ts';
import { createEstablishmentReader, readEstablishment } from './read-establishment.ts';
import { type RowRefusal, rowRefusals, sayDoubt, sayRefusal } from './refusals.ts';

const row = {
  URN: '900001',
  'LA (code)': '999',
  EstablishmentName: 'Oak School',
  'TypeOfEstablishment (code)': '01',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
  'EstablishmentStatus (code)': '1',
  'EstablishmentStatus (name)': 'Open',
  'PhaseOfEducation (code)': '2',
  'PhaseOfEducation (name)': 'Primary',
  OpenDate: '01-01-1900',
  CloseDate: '',
  NumberOfPupils: '210',
  Address3: '.',
  SchoolWebsite: 'www.oak.test',
  'OfficialSixthForm (code)': '2',
};
type Cells = Partial<typeof row>;

describe('one row of the register', () => {
  test('is read with its dirt removed', () => {
    const read = readOne({ EstablishmentName: ' St Mary’s School\u00a0' });
    expect(read).toMatchObject({
      doubts: [],
      establishment: {
        urn: 900001,
        laCode: 999,
        name: 'St Mary’s School',
        typeCode: 1,
        status: 'open',
        phase: 'primary',
        kind: 'primary',
        openDate: null,
        pupils: 210,
        address3: null,
        website: 'https://www.oak.test',
        sixthForm: false,
        trustName: null,
      },
    });
  });

  test.each([
    ['3', '', 'proposed-to-close'],
    ['4', '', 'proposed-to-open'],
    ['2', 'Open', 'closed'],
    ['', 'Open, but proposed to close', 'proposed-to-close'],
    ['', 'closed', 'closed'],
  ])('status %j %j is %s', (code, name, status) => {
    const read = readOne({ 'EstablishmentStatus (code)': code, 'EstablishmentStatus (name)': name });
    expect(read).toMatchObject({ establishment: { status } });
  });

  test.each([
    ['', 'All through', 'all-through', 'all-through', '34'],
    ['', 'All-through', 'all-through', 'all-through', '34'],
    ['7', '', 'all-through', 'all-through', '35'],
    ['', 'Middle deemed secondary', 'middle-deemed-secondary', 'secondary', '01'],
    ['', '16 plus', 'sixteen-plus', 'post-16', '01'],
    ['', 'Sixteen plus', 'sixteen-plus', 'post-16', '01'],
    ['0', 'Not applicable', 'not-applicable', 'special', '07'],
    ['0', '', 'not-applicable', 'alternative-provision', '14'],
    ['4', '', 'secondary', 'special', '36'],
    ['0', '', 'not-applicable', 'unknown', ''],
    ['', '', null, 'childrens-centre', '47'],
  ])('phase %j %j is %s, which with its type makes it %s', (code, name, phase, kind, type) => {
    const read = readOne({
      'PhaseOfEducation (code)': code,
      'PhaseOfEducation (name)': name,
      'TypeOfEstablishment (code)': type,
      'TypeOfEstablishment (name)': '',
    });
    expect(read).toMatchObject({ establishment: { phase, kind } });
  });

  test('a type given only by name finds its code', () => {
    const cells = { 'TypeOfEstablishment (code)': '', 'TypeOfEstablishment (name)': 'Academy Converter' };
    expect(readOne(cells)).toMatchObject({ establishment: { typeCode: 34 } });
  });

  test.each<[RowRefusal, Cells, string]>([
    ['urn-missing', { URN: ' ' }, 'The cell “URN” is empty. Every row needs a URN.'],
    [
      'urn-unreadable',
      { URN: '9O0001' },
      'The cell “URN” says “9O0001”. A URN is a whole number of up to seven figures.',
    ],
    [
      'name-missing',
      { EstablishmentName: '.' },
      'The cell “EstablishmentName” is empty. Every school needs a name.',
    ],
    [
      'formula',
      { EstablishmentName: '=HYPERLINK("http://x.test")' },
      'The cell “EstablishmentName” starts like a spreadsheet formula: “=HYPERLINK("http://x.test")”. We do not take formulas.',
    ],
    [
      'formula',
      { EstablishmentName: '+Oak' },
      'The cell “EstablishmentName” starts like a spreadsheet formula: “+Oak”. We do not take formulas.',
    ],
    [
      'formula',
      { Address3: '=1+1' },
      'The cell “Address3” starts like a spreadsheet formula: “=1+1”. We do not take formulas.',
    ],
    [
      'unprintable',
      { EstablishmentName: 'Oak\u0000' },
      'The cell “EstablishmentName” holds a character that cannot be printed. The file may be damaged.',
    ],
    [
      'too-long',
      { EstablishmentName: 'x'.repeat(1001) },
      'The cell “EstablishmentName” is too long. It may have at most 1000 characters.',
    ],
    [
      'authority-unreadable',
      { 'LA (code)': '' },
      'The cell “LA (code)” says “”. It must be the number of the local authority, such as 916.',
    ],
    [
      'status-unknown',
      { 'EstablishmentStatus (code)': '9' },
      'The cell “EstablishmentStatus (code)” says “9”. We cannot tell whether this school is open or closed.',
    ],
    [
      'date-unreadable',
      { CloseDate: '31-02-2026' },
      'The cell “CloseDate” says “31-02-2026”. We cannot read it as a date. Write it like 31-08-2026.',
    ],
  ])('is refused for %s', (reason, cells, words) => {
    const read = readOne(cells);
    expect(read).toMatchObject({ refused: { reason } });
    if ('refused' in read) expect(sayRefusal(read.refused)).toBe(words);
  });

  test('that is ragged is refused before any cell of it is believed', () => {
    const read = readEstablishment(header(), Object.values(row).slice(1));
    expect(read).toMatchObject({ refused: { column: null, reason: 'wrong-number-of-cells' } });
    if ('refused' in read)
      expect(sayRefusal(read.refused)).toMatch(/^This row has 15 cells, the header has 16\./);
  });

  test('with one fact that cannot be read is taken without that fact', () => {
    const read = readOne({ NumberOfPupils: 'lots', SchoolWebsite: 'javascript:alert(1)' });
    expect(read).toMatchObject({
      establishment: { pupils: null, website: null },
      doubts: [{ column: 'NumberOfPupils', value: 'lots' }, { column: 'SchoolWebsite' }],
    });
    expect(sayDoubt({ column: 'NumberOfPupils', value: 'lots' })).toContain('we left it out');
  });

  test('whose URN stood already is refused, same or not, and says where it stood', () => {
    const reader = createEstablishmentReader(header());
    const cells = Object.values(row);
    expect(reader.read(2, cells)).toHaveProperty('establishment');
    const again = reader.read(7, cells);
    expect('refused' in again && sayRefusal(again.refused)).toBe(
      'URN 900001 is already on row 2 of this file. We kept the first row.',
    );
  });

  test('every reason has words', () => {
    for (const reason of rowRefusals)
      expect(sayRefusal({ column: 'X', reason, params: {} }).length).toBeGreaterThan(10);
  });
});

describe("the head's name is shown as a name", () => {
  test.each([
    [
      'Mrs',
      'Amy',
      'Pugh (Mrs B Reid Acting Headteacher, Maternity Cover)',
      ['Mrs Amy Pugh'],
      'Mrs B Reid Acting Headteacher, Maternity Cover',
    ],
    ['Mr', 'Gary', 'Price (Interim', ['Mr Gary Price'], 'Interim'],
    ['Mrs', 'Helen', 'Cooper  - Executive Headteacher', ['Mrs Helen Cooper'], 'Executive Headteacher'],
    ['Co Headteacher', 'Julian Pass /', 'Natasha Bradley', ['Julian Pass', 'Natasha Bradley'], null],
    ['Co-Headteachers', 'Ann Field', 'Bo Marsh', ['Ann Field', 'Bo Marsh'], null],
    ['Mrs', 'Ann and Bo', 'Field', ['Ann Field', 'Bo Field'], null],
    ['Mr', 'David', 'Le Templier', ['Mr David Le Templier'], null],
    ['Headteacher', 'Ann', "O'Hare-Smith", ["Ann O'Hare-Smith"], null],
    ['Dr', null, 'Field', ['Dr Field'], null],
    [null, null, null, [], null],
  ])('%s, %s, %s', (headTitle, headFirstName, headLastName, names, note) => {
    expect(displayHead({ headTitle, headFirstName, headLastName, headJobTitle: null })).toEqual({
      names,
      note,
    });
  });
});

function header(): Header<EstablishmentColumn> {
  const found = readHeader(Object.keys(row));
  if (!('kind' in found) || found.kind !== 'establishments') throw new Error('not an establishments header');
  return found.header;
}

function readOne(cells: Cells) {
  return readEstablishment(header(), Object.values({ ...row, ...cells }));
}
