import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareGroups } from './compare-groups.ts';
import { readGroupHeader, readGroupRow, sayGroupRefusal } from './group-files.ts';
import { type Group, type GroupMember, groupKinds, kindOfGroup } from './groups.ts';

test.each([
  ['Multi-academy trust', 'X', 'multi-academy-trust'],
  ['Single-academy trust', 'X', 'single-academy-trust'],
  ['Trust', 'X', 'trust'],
  ['Federation', 'X', 'federation'],
  ['School sponsor', 'Lift Schools', 'sponsor'],
  ['School sponsor', 'Clifton Diocese', 'diocese'],
  ['School sponsor', 'Diocese of Gloucester Academies Trust', 'sponsor'],
  ['Children’s centres group', 'X', 'other'],
])('a “%s” called %s is of the kind %s', (type, name, kind) => expect(kindOfGroup(type, name)).toBe(kind));

const linkColumns = [
  'URN',
  'Linked UID',
  'Group Name',
  'Group Type',
  'Closed Date',
  'Group Status',
  'Joined date',
  'HasSharedHT',
];
const headerOf = (names: string[]) => {
  const found = readGroupHeader(names);
  if ('fault' in found) throw new Error(found.fault);
  return found.header;
};

describe('a group file', () => {
  test.each([
    ['links', linkColumns, true],
    ['groups', ['Group UID', 'Group Name', 'Group Type', 'Open date'], false],
  ])('of %s is known by its columns', (_, names, hasSchools) =>
    expect(readGroupHeader(names)).toMatchObject({ hasSchools }),
  );

  test('that is another table says what it lacks', () => {
    expect(readGroupHeader(['URN', 'Group Name'])).toEqual({
      fault:
        'This is not a file of school groups. Its first row has no column called “Linked UID” or “Group UID”, “Group Type”.',
    });
  });

  test.each([
    [
      ['1', '7', 'A Trust', 'Multi-academy trust', '', 'Open', '01-09-2020', 'Yes'],
      { member: { urn: 1, uid: 7, joinedOn: '2020-09-01', hasSharedHead: true }, group: { isOpen: true } },
    ],
    [
      ['1', '7', 'F', 'Federation', '31/08/2010', 'Closed', '', 'No'],
      { member: { joinedOn: null, hasSharedHead: false }, group: { isOpen: false, closedOn: '2010-08-31' } },
    ],
    [
      ['1', '7', 'A Trust', 'Multi-academy trust', '', 'Open', '01-09-2020'],
      { member: { joinedOn: '2020-09-01', hasSharedHead: false } },
    ],
    [['1', 'x', 'F', 'Federation', '', '', '', ''], { refused: { column: 'Linked UID' } }],
    [['1', '7', '', 'Federation', '', '', '', ''], { refused: { column: 'Group Name' } }],
    [['1', '7', '=F', 'Federation', '', '', '', ''], { refused: { reason: 'formula' } }],
    [['1', '7', 'F'], { refused: { reason: 'wrong-number-of-cells' } }],
  ])('row %j', (cells, expected) =>
    expect(readGroupRow(headerOf(linkColumns), cells)).toMatchObject(expected),
  );

  test.each([
    [
      ['1', '', 'F', 'Federation', '', '', '', ''],
      'The cell “Linked UID” is empty. Every group needs its number.',
    ],
    [
      ['1', 'x', 'F', 'Federation', '', '', '', ''],
      'The cell “Linked UID” says “x”. A group’s number is a whole number of up to seven figures.',
    ],
    [
      ['1', '7', '', 'Federation', '', '', '', ''],
      'The cell “Group Name” is empty. Every group needs a name.',
    ],
    [['', '7', 'F', 'Federation', '', '', '', ''], 'The cell “URN” is empty. Every row needs a URN.'],
  ])('row %j is told why in words of groups', (cells, words) => {
    const reading = readGroupRow(headerOf(linkColumns), cells);
    expect('refused' in reading && sayGroupRefusal(reading.refused)).toBe(words);
  });
});

const group = (uid: number, more: Partial<Group> = {}): Group => ({
  uid,
  name: `Trust ${uid}`,
  kind: 'multi-academy-trust',
  isOpen: true,
  openedOn: null,
  closedOn: null,
  ...more,
});
const member = (uid: number, urn: number, joinedOn: string | null): GroupMember => ({
  uid,
  urn,
  joinedOn,
  leftOn: null,
  hasSharedHead: false,
});
const ours = (urn: number) => urn < 100;
const nothing = { groups: [], members: [] };
const after = ({ groups, members }: ReturnType<typeof compareGroups>) => ({
  groups: groups.map((one) => one.group),
  members: members.map((one) => one.member),
});

describe('compared with what is known', () => {
  test('groups of schools of ours come in with them, others are passed over', () => {
    const found = compareGroups(
      nothing,
      [
        { group: group(1), member: member(1, 5, '2020-01-01') },
        { group: group(2), member: member(2, 500, '2020-01-01') },
        { group: group(3), member: null },
      ],
      ours,
    );
    expect(found.groups.map(({ kind, group: { uid } }) => [kind, uid])).toEqual([['added', 1]]);
    expect(found.members.map(({ kind, member: { urn } }) => [kind, urn])).toEqual([['added', 5]]);
  });

  test('a school that joins another trust has left the first on that day; a sponsor is no trust', () => {
    const known = {
      groups: [group(1), group(3, { kind: 'sponsor' })],
      members: [member(1, 5, '2018-01-01'), member(3, 5, '2018-01-01')],
    };
    const found = compareGroups(known, [{ group: group(2), member: member(2, 5, '2021-09-01') }], ours);
    expect(found.members.map((one) => [one.kind, one.member.uid, one.member.leftOn])).toEqual([
      ['changed', 1, '2021-09-01'],
      ['added', 2, null],
    ]);
  });

  test('a group that closes ends the places in it, and a blank wipes nothing out', () => {
    const known = { groups: [group(1, { openedOn: '2010-01-01' })], members: [member(1, 5, '2018-01-01')] };
    const closing = group(1, { isOpen: false, closedOn: '2022-08-31' });
    const found = compareGroups(known, [{ group: closing, member: member(1, 5, null) }], ours);
    expect(found.groups).toMatchObject([{ kind: 'closed', group: { openedOn: '2010-01-01' } }]);
    expect(found.members).toMatchObject([{ member: { joinedOn: '2018-01-01', leftOn: '2022-08-31' } }]);
  });

  test('the same files twice change nothing, whatever they say', () => {
    const day = fc.option(fc.constantFrom('2018-01-01', '2019-09-01', '2021-04-01'), { nil: null });
    const row = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }), day, day)
      .map(([uid, urn, joined, closed]) => ({
        group: group(uid, {
          closedOn: uid === 4 ? closed : null,
          isOpen: uid !== 4 || closed === null,
          kind: groupKinds[uid % 4] ?? 'other',
        }),
        member: member(uid, urn, joined),
      }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const once = after(compareGroups(nothing, rows, ours));
        const twice = compareGroups(once, rows, ours);
        expect([twice.groups, twice.members]).toEqual([[], []]);
        const trusts = once.groups.filter(({ kind }) => kind.endsWith('academy-trust')).map(({ uid }) => uid);
        for (const urn of [1, 2, 3, 4, 5]) {
          const dated = once.members.filter(
            (one) =>
              one.urn === urn && trusts.includes(one.uid) && one.leftOn === null && one.joinedOn !== null,
          );
          expect(new Set(dated.map(({ joinedOn }) => joinedOn)).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
