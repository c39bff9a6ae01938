import { expect, test } from 'vitest';
import { readHeader, sayHeaderFault } from './columns.ts';

const least = [
  'URN',
  'LA (code)',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
];

test.each([
  ['in the usual order', least],
  ['in another order', [...least].reverse()],
  [
    'with other capitals, spaces and a byte order mark',
    [
      '\ufeffurn',
      ' LA(Code) ',
      'establishmentname\u00a0',
      'TypeOfEstablishment (code)',
      'EstablishmentStatus (code)',
    ],
  ],
  ['among a hundred others', [...Array.from({ length: 100 }, (_, at) => `Other ${at}`), ...least]],
])('an establishments file is known by its names %s', (_, names) => {
  const found = readHeader(names);
  expect('kind' in found && found.kind).toBe('establishments');
});

test('a links file is known by its names', () => {
  const found = readHeader(['LinkType', 'URN', 'LinkURN', 'LinkName', 'LinkEstablishedDate']);
  expect(found).toMatchObject({ kind: 'links' });
  expect('kind' in found && [...found.header.positions.values()].sort()).toEqual([0, 1, 2, 3, 4]);
});

test.each([
  [
    ['Group UID', 'Group Name'],
    'not-a-register',
    'This is not a schools register file. Its first row says “Group UID”, “Group Name”. We look for “URN” and “EstablishmentName”, or “URN” and “LinkURN”.',
  ],
  [
    ['', ' '],
    'not-a-register',
    'The first row of this file is empty. It should hold the names of the columns.',
  ],
  [
    [...least, 'urn'],
    'repeated-column',
    'This file has more than one column called “urn”. We cannot tell which one to use.',
  ],
  [
    ['URN', 'LA (code)', 'EstablishmentName', 'TypeOfEstablishment (code)'],
    'missing-columns',
    'This file has no column called “EstablishmentStatus (code)” or “EstablishmentStatus (name)”. We need it to read the register.',
  ],
  [
    ['URN', 'LinkURN'],
    'missing-columns',
    'This file has no column called “LinkType”. We need it to read the register.',
  ],
] as const)('the first row %j is turned away: %s', (names, fault, words) => {
  const found = readHeader(names);
  expect(found).toMatchObject({ fault });
  if ('fault' in found) expect(sayHeaderFault(found)).toBe(words);
});
