import { describe, expect, test } from 'vitest';
import { readHeader } from './columns.ts';
import { type Comparison, countChanges, createComparison, type KnownEstablishment } from './compare.ts';
import { type Establishment, isOpen } from './establishment.ts';
import { type Link, readLink } from './links.ts';
import { readEstablishment } from './read-establishment.ts';

describe('a later file against what is known', () => {
  test('a new record is added, the same record is unchanged', () => {
    const result = compare([school(1)], [school(1), school(2)]);
    expect(countChanges(result)).toMatchObject({ added: 1, unchanged: 1, changed: 0 });
  });

  test('a change is told field by field', () => {
    const result = compare([school(1)], [school(1, { name: 'Ash School', pupils: 220 })]);
    expect(only(result)).toMatchObject({
      kind: 'changed',
      fields: [
        { field: 'name', before: 'School 1', after: 'Ash School' },
        { field: 'pupils', before: 200, after: 220 },
      ],
    });
  });

  test('a blank wipes nothing out and a new day of last change is no change', () => {
    const later = school(1, { pupils: null, typeCode: null, website: null, lastChanged: '2026-05-01' });
    expect(compare([school(1)], [later]).changes).toEqual([]);
  });

  test('leaving a trust is told when the flag beside the blank says so', () => {
    const known = school(1, { trustFlag: 'Supported by a trust', trustName: 'Oak Trust', trustCode: '7' });
    expect(compare([known], [school(1, { trustFlag: null })]).changes).toEqual([]);
    expect(
      only(compare([known], [school(1, { trustFlag: 'Not supported by a trust' })])).fields,
    ).toContainEqual({
      field: 'trustName',
      before: 'Oak Trust',
      after: null,
    });
  });

  test('a new head never keeps the first name of the old one', () => {
    const known = school(1, { headTitle: 'Mr', headFirstName: 'Al', headLastName: 'Ash' });
    const change = only(compare([known], [school(1, { headLastName: 'Beech' })]));
    expect(change.establishment).toMatchObject({
      headTitle: null,
      headFirstName: null,
      headLastName: 'Beech',
    });
  });

  test('a record missing from the file stays as it is', () => {
    expect(compare([school(1), school(2)], [school(1)]).changes).toEqual([]);
  });

  test('closing, and opening again, which clears the day of closing', () => {
    const closed = school(1, { status: 'closed', closeDate: '2026-08-31' });
    expect(only(compare([school(1)], [closed])).kind).toBe('closed');
    const reopened = only(compare([closed], [school(1)]));
    expect(reopened).toMatchObject({ kind: 'reopened', establishment: { closeDate: null } });
  });

  test('proposed to close is still open', () => {
    expect(only(compare([school(1)], [school(1, { status: 'proposed-to-close' })])).kind).toBe('changed');
  });
});

describe('schools followed to their successors', () => {
  const closed = (urn: number, closeDate = '2026-08-31') => school(urn, { status: 'closed', closeDate });
  const opened = (urn: number, openDate = '2026-09-01') => school(urn, { openDate });

  test.each<[string, Link[]]>([
    ['by the link of the school that closed', [link(1, 2, 'Successor')]],
    ['by the link of the school that opened alone', [link(2, 1, 'Predecessor')]],
    ['by both', [link(1, 2, 'Successor'), link(2, 1, 'Predecessor')]],
    ['by free text', [link(1, 2, ' SUCCESSOR school ')]],
  ])('one school that became one goes on as the same school %s', (_, links) => {
    const result = compare([school(1)], [closed(1), opened(2)], links);
    expect(result.changes).toMatchObject([
      { kind: 'converted', succession: { predecessor: 1, successors: [2], shape: 'conversion' } },
      { kind: 'added', continues: 1, establishment: { urn: 2 } },
    ]);
  });

  test.each([
    ['successor', [link(1, 2, 'Successor')], 'predecessor'],
    ['predecessor', [link(2, 1, 'Predecessor')], 'successor'],
    ['both', [link(2, 1, 'Predecessor'), link(1, 2, 'Successor')], 'both'],
  ] as const)('the basis says on whose row the link stood: %s', (_, links, statedBy) => {
    const [first] = compare([school(1)], [closed(1), opened(2)], [...links]).changes;
    expect(first).toMatchObject({ succession: { basis: { statedBy } } });
  });

  test.each<[string, Establishment[], Establishment[], Link[], string, number[]]>([
    [
      'two schools that became a new one',
      [school(1), school(3)],
      [closed(1), closed(3), opened(2)],
      [link(1, 2, 'Successor'), link(3, 2, 'Successor')],
      'merger',
      [2],
    ],
    [
      'a school that went into one that stood already',
      [school(1), school(2, { openDate: '1990-01-01' })],
      [closed(1), school(2, { openDate: '1990-01-01' })],
      [link(1, 2, 'Successor')],
      'merger',
      [2],
    ],
    [
      'a school that went into one of unknown age',
      [school(1), school(2)],
      [closed(1)],
      [link(1, 2, 'Successor')],
      'merger',
      [2],
    ],
    [
      'a merger in words',
      [school(1)],
      [closed(1), opened(2)],
      [link(1, 2, 'Successor - merged')],
      'merger',
      [2],
    ],
    [
      'an amalgamation without a direction',
      [school(1)],
      [closed(1), opened(2)],
      [link(2, 1, 'Result of Amalgamation')],
      'merger',
      [2],
    ],
    [
      'one school that became two',
      [school(1)],
      [closed(1), opened(2), opened(3)],
      [link(1, 2, 'Successor'), link(1, 3, 'Successor')],
      'split',
      [2, 3],
    ],
    [
      'a split in words',
      [school(1)],
      [closed(1), opened(2)],
      [link(1, 2, 'Successor - Split School')],
      'split',
      [2],
    ],
  ])('%s: its history is listed and not handed on', (_, known, incoming, links, shape, successors) => {
    const result = compare(known, incoming, links);
    const first = result.changes.find((change) => change.establishment.urn === 1);
    expect(first).toMatchObject({ kind: 'converted', succession: { shape, successors } });
    expect(result.changes.filter((change) => 'continues' in change && change.continues !== null)).toEqual([]);
  });

  test('a successor that closed in turn is followed to the open one, and a circle of links ends', () => {
    const incoming = [closed(1, '2024-08-31'), { ...closed(2), openDate: '2024-09-01' }, opened(3)];
    const links = [link(1, 2, 'Successor'), link(2, 3, 'Successor'), link(2, 1, 'Successor')];
    const [first] = compare([school(1)], incoming, links).changes;
    expect(first).toMatchObject({ succession: { successors: [3], shape: 'conversion' } });
  });

  test('a link to a school of long ago does not turn a conversion into a merger', () => {
    const links = [link(1, 2, 'Successor'), link(4, 1, 'Successor')];
    const [first] = compare([school(1)], [closed(1), opened(2), closed(4, '2013-08-31')], links).changes;
    expect(first).toMatchObject({ succession: { shape: 'conversion' } });
  });

  test.each<[string, Establishment[], Link[]]>([
    ['no successor is named', [closed(1), opened(2)], []],
    [
      'the successor is not open yet',
      [closed(1), school(2, { status: 'proposed-to-open' })],
      [link(1, 2, 'Successor')],
    ],
    ['the link is of another sort', [closed(1), opened(2)], [link(1, 2, 'Sixth Form Centre Link')]],
    ['the successor is in no file of ours', [closed(1)], [link(1, 9, 'Successor')]],
  ])('a school is closed and not followed when %s', (_, incoming, links) => {
    expect(compare([school(1)], incoming, links).changes[0]?.kind).toBe('closed');
  });

  test('a link that comes later than the closing is still followed, once', () => {
    const known = [held(closed(1)), held(opened(2))];
    const late = createComparison(known).finish([link(1, 2, 'Successor')]);
    expect(late.changes).toMatchObject([
      { kind: 'converted', fields: [], succession: { shape: 'conversion' } },
    ]);
    const again = createComparison([{ ...held(closed(1)), followedBy: 2 }, held(opened(2))]);
    expect(again.finish([link(1, 2, 'Successor')]).changes).toEqual([]);
  });

  test('a school that was closed before we knew it is not followed', () => {
    const known = [{ ...held(closed(1)), everOpen: false }, held(opened(2))];
    expect(createComparison(known).finish([link(1, 2, 'Successor')]).changes).toEqual([]);
  });
});

test('a national file of 52,000 rows is compared in little time', () => {
  const known = Array.from({ length: 52_000 }, (_, at) => held(school(at + 1)));
  // This process's own time: how busy the machine is besides says nothing of the comparison.
  const started = process.cpuUsage();
  const comparison = createComparison(known);
  for (const { establishment } of known) comparison.add({ ...establishment });
  const links = known.map((_, at) => link(at + 1, at + 2, 'Successor'));
  expect(comparison.finish(links)).toEqual({ changes: [], unchanged: 52_000 });
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(5_000);
});

function compare(known: Establishment[], incoming: Establishment[], links: Link[] = []): Comparison {
  const comparison = createComparison(known.map(held));
  for (const one of incoming) comparison.add(one);
  return comparison.finish(links);
}

function held(establishment: Establishment): KnownEstablishment {
  return { establishment, everOpen: true, followedBy: null };
}

function only(result: Comparison) {
  expect(result.changes).toHaveLength(1);
  return result.changes[0]!;
}

function link(urn: number, linkUrn: number, linkType: string): Link {
  const names = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];
  const found = readHeader(names);
  if (!('kind' in found) || found.kind !== 'links') throw new Error('not a links header');
  const read = readLink(found.header, [`${urn}`, `${linkUrn}`, 'A school', linkType, '01-09-2026']);
  if ('refused' in read) throw new Error(read.refused.reason);
  return read.link;
}

function school(urn: number, facts: Partial<Establishment> = {}): Establishment {
  const names = [
    'URN',
    'LA (code)',
    'EstablishmentName',
    'TypeOfEstablishment (code)',
    'EstablishmentStatus (code)',
    'PhaseOfEducation (code)',
    'NumberOfPupils',
    'SchoolWebsite',
  ];
  const found = readHeader(names);
  if (!('kind' in found) || found.kind !== 'establishments') throw new Error('not an establishments header');
  const read = readEstablishment(found.header, [
    `${urn}`,
    '999',
    `School ${urn}`,
    '1',
    '1',
    '2',
    '200',
    'oak.test',
  ]);
  if ('refused' in read) throw new Error(read.refused.reason);
  expect(isOpen(read.establishment)).toBe(true);
  return { ...read.establishment, ...facts };
}
