import { describe, expect, test } from 'vitest';
import { schoolRoles } from '../people/roles.ts';
import { readPeopleHeader, sayPeopleHeaderFault } from './columns.ts';
import { createPeopleComparison } from './compare-people.ts';
import { type PersonRefusal, personRefusals, sayPersonRefusal } from './person-refusals.ts';
import { createPersonReader, type PersonRow, readPersonRow } from './person-row.ts';
import { findRole } from './role-words.ts';

const names = [
  'URN',
  'role',
  'title',
  'first name',
  'last name',
  'e-mail',
  'from',
  'to',
  'trained on',
  'can lead',
];
const cells = [
  '900001',
  'Headteacher',
  'Mrs',
  'Ann',
  'Field',
  'A.Field@Oak.test',
  '01/09/2024',
  '',
  '2026-09-14',
  'Yes',
];
const ann: PersonRow = {
  urn: 900001,
  role: 'headteacher',
  title: 'Mrs',
  firstName: 'Ann',
  lastName: 'Field',
  email: 'a.field@oak.test',
  from: '2024-09-01',
  to: null,
  trainedOn: '2026-09-14',
  canLead: true,
};

describe('the header of a people file', () => {
  test.each([
    [names],
    [['Email', 'Surname', 'First-Name', 'ROLE', 'urn', 'Start date']],
    [['\ufeffURN', 'Role ', 'E-mail address', 'first_name', 'Last.Name', 'Shoe size']],
  ])('%j is known', (header) => expect(readPeopleHeader(header)).toHaveProperty('header'));

  test.each([
    [
      ['URN', 'Name'],
      'The first row of this file has no column for “role”, “first name”, “last name”, “e-mail”. It says “URN”, “Name”.',
    ],
    [
      [''],
      'The first row of this file has no column for “URN”, “role”, “first name”, “last name”, “e-mail”. It is empty.',
    ],
    [
      [...names, 'Email'],
      'This file has more than one column for “e-mail”. We cannot tell which one to use.',
    ],
  ])('%j is turned away', (header, words) => {
    const found = readPeopleHeader(header);
    expect('fault' in found && sayPeopleHeaderFault(found)).toBe(words);
  });
});

test.each([
  ['Head', 'headteacher'],
  ['Head Teacher', 'headteacher'],
  ['Executive Headteacher', 'headteacher'],
  ['Co-Headteacher', 'headteacher'],
  ['Principal', 'headteacher'],
  ['Deputy Head', 'deputy'],
  ['vice-principal', 'deputy'],
  ['Assistant Headteacher', 'senior-leader'],
  ['senior-leader', 'senior-leader'],
  ['Chair of Governors', 'chair-of-governors'],
  ['Governors', 'governor'],
  ['School Business Manager', 'school-administrator'],
  ['Head of Year', null],
  ['Caretaker', null],
  ['', null],
])('%j is the role %s', (text, role) => expect(findRole(text)).toBe(role));

test('the code of every role is a word for it', () => {
  for (const role of schoolRoles) expect(findRole(role)).toBe(role);
});

describe('one row of a people file', () => {
  test('is read with its dates plain and its e-mail address in lower case', () => {
    expect(readOne({})).toEqual({ person: ann });
  });

  test('may be silent about all but the school, role, name and e-mail address', () => {
    const read = readOne({ title: '', from: '', 'trained on': '', 'can lead': '' });
    expect(read).toMatchObject({
      person: { title: null, from: null, to: null, trainedOn: null, canLead: null },
    });
  });

  test.each<[PersonRefusal, string, string, string]>([
    ['urn-unreadable', 'URN', '', "The cell “URN” says “”. It should be the school's URN, a whole number."],
    [
      'role-unknown',
      'role',
      'Caretaker',
      'The cell “role” says “Caretaker”. Use headteacher, deputy, senior leader, chair of governors, governor or school administrator.',
    ],
    [
      'name-missing',
      'first name',
      ' ',
      'The cell “first name” is empty. Every person needs a first and a last name.',
    ],
    [
      'formula',
      'last name',
      '=1+1',
      'The cell “last name” starts like a spreadsheet formula: “=1+1”. We do not take formulas.',
    ],
    [
      'too-long',
      'last name',
      'x'.repeat(101),
      'The cell “last name” is too long. It may have at most 100 characters.',
    ],
    [
      'unprintable',
      'title',
      '\u0000',
      'The cell “title” holds a character that cannot be printed. The file may be damaged.',
    ],
    [
      'email-missing',
      'e-mail',
      '',
      'The cell “e-mail” is empty. Every person needs an e-mail address to sign in.',
    ],
    [
      'email-unreadable',
      'e-mail',
      'ann at oak',
      'The cell “e-mail” says “ann at oak”. That is not an e-mail address.',
    ],
    [
      'date-unreadable',
      'from',
      '31-02-2026',
      'The cell “from” says “31-02-2026”. We cannot read it as a date. Write it like 01-09-2026.',
    ],
    [
      'ends-before-it-begins',
      'to',
      '31-08-2024',
      'This role ends on 2024-08-31, before it begins on 2024-09-01.',
    ],
    ['yes-or-no-unreadable', 'can lead', 'maybe', 'The cell “can lead” says “maybe”. Write yes or no.'],
  ])('is refused for %s in %s', (reason, column, value, words) => {
    const read = readOne({ [column]: value });
    expect(read).toMatchObject({ refused: { reason, column } });
    expect('refused' in read && sayPersonRefusal(read.refused)).toBe(words);
  });

  test.each([
    'a@b',
    'a@b..test',
    '.a@b.test',
    'a b@c.test',
    'a@b@c.test',
    'a@-b.test',
    'a@b.test,c@d.test',
    'a@b.1',
  ])('the e-mail address %j is refused', (email) =>
    expect(readOne({ 'e-mail': email })).toMatchObject({ refused: { reason: 'email-unreadable' } }),
  );
  test.each(["o'hare@oak.test", 'a.b+c@sub.oak-ash.test', 'mailto:a@oak.test'])(
    'the e-mail address %j is taken',
    (email) => expect(readOne({ 'e-mail': email })).toHaveProperty('person'),
  );

  test('that is ragged is refused', () => {
    expect(readPersonRow(header(), cells.slice(1))).toMatchObject({
      refused: { reason: 'wrong-number-of-cells', params: { cells: 9, columns: 10 } },
    });
  });

  test('every reason has words', () => {
    for (const reason of personRefusals)
      expect(sayPersonRefusal({ column: 'x', reason, params: {} }).length).toBeGreaterThan(10);
  });
});

describe('the rows of one file together', () => {
  test('a head of two schools may stand twice; the same role twice is refused', () => {
    const reader = createPersonReader(header());
    expect(reader.read(2, cells)).toHaveProperty('person');
    expect(reader.read(3, ['900002', ...cells.slice(1)])).toHaveProperty('person');
    expect(reader.read(4, cells)).toMatchObject({
      refused: { reason: 'duplicate-row', params: { firstRow: 2 } },
    });
  });

  test('two people may not share an e-mail address', () => {
    const reader = createPersonReader(header());
    reader.read(2, cells);
    expect(reader.read(3, cells.with(3, 'Bo'))).toMatchObject({
      refused: { column: 'e-mail', reason: 'email-of-another', params: { firstRow: 2, name: 'Ann Field' } },
    });
  });
});

describe('a people file against the roles we hold', () => {
  const comparison = createPeopleComparison([ann]);
  test('the same row again changes nothing, and neither does a blank', () => {
    expect(comparison.compare({ ...ann })).toBeNull();
    expect(
      comparison.compare({ ...ann, title: null, from: null, trainedOn: null, canLead: null }),
    ).toBeNull();
  });
  test('another role of the same person is added', () => {
    expect(comparison.compare({ ...ann, role: 'governor' })).toMatchObject({ kind: 'added' });
  });
  test('a new surname and an end are told, and what the file does not say is kept', () => {
    expect(comparison.compare({ ...ann, lastName: 'Marsh', title: null, to: '2026-12-31' })).toEqual({
      kind: 'changed',
      person: { ...ann, lastName: 'Marsh', to: '2026-12-31' },
      held: ann,
      fields: [
        { field: 'lastName', before: 'Field', after: 'Marsh' },
        { field: 'to', before: null, after: '2026-12-31' },
      ],
    });
  });
});

function header() {
  const found = readPeopleHeader(names);
  if ('fault' in found) throw new Error(found.fault);
  return found.header;
}

function readOne(changes: Readonly<Record<string, string>>) {
  return readPersonRow(
    header(),
    cells.map((cell, at) => changes[names[at] ?? ''] ?? cell),
  );
}
