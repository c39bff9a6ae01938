import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readPeopleHeader } from '@lateral/domain/people-files/columns';
import { createPersonReader, type PersonRow } from '@lateral/domain/people-files/person-row';
import { readHeader } from '@lateral/domain/registers/columns';
import { countChanges, createComparison } from '@lateral/domain/registers/compare';
import { type Establishment, isOpen } from '@lateral/domain/registers/establishment';
import { type Link, readLink } from '@lateral/domain/registers/links';
import { createEstablishmentReader } from '@lateral/domain/registers/read-establishment';
import { defaultStateFundedTypes, settleType } from '@lateral/domain/registers/state-funded';
import { readInputs } from '@lateral/domain/similarity/inputs';
import { describe, expect, test } from 'vitest';
import { readTable, type TableRow } from '../imports/read/read-table.ts';
import { demonstrationCalendar, demonstrationClusters, demonstrationFiles } from './county.ts';

const shared = new URL('../../../../../shared/registers/', import.meta.url);
const files = demonstrationFiles();
const { header, rows } = await read(files.establishments);
const all = await readAll();
const people = await readPeople();
const schools = all.filter(
  (one) => isOpen(one) && settleType(one, { stateFundedTypes: defaultStateFundedTypes }) === 'by-type',
);

describe('the invented county', () => {
  test('has 300 state schools: 246 primary, 37 secondary, 2 all-through, 12 special and 3 for alternative provision', () => {
    const kinds = Object.entries(Object.groupBy(schools, (one) => one.kind)).map(([kind, list]) => [
      kind,
      list.length,
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      primary: 246,
      secondary: 37,
      'all-through': 2,
      special: 12,
      'alternative-provision': 3,
    });
  });

  test('has 26 other records: independent schools, children’s centres, and eight that have closed', () => {
    const others = all.filter((one) => !schools.includes(one));
    expect(others).toHaveLength(26);
    expect(others.filter((one) => one.status === 'closed')).toHaveLength(8);
    expect(others.filter((one) => one.kind === 'childrens-centre')).toHaveLength(6);
    expect(
      others.filter((one) => settleType(one, { stateFundedTypes: defaultStateFundedTypes }) === 'unsettled'),
    ).toEqual([]);
  });

  test('has the columns of the published file', () => expect(header).toHaveLength(135));

  test('is the same every time', () => {
    expect(demonstrationFiles()).toEqual(files);
    expect(demonstrationClusters()).toEqual(demonstrationClusters());
    expect(demonstrationCalendar()).toEqual(demonstrationCalendar());
  });

  test('is invented: its numbers are free and its names, places and addresses are nobody’s', () => {
    expect(new Set(all.map((one) => one.urn)).size).toBe(all.length);
    expect(all.every((one) => one.urn >= 900_000 && one.laCode === 999)).toBe(true);
    expect(new Set(schools.map((one) => one.name)).size).toBe(300);
    expect(
      all.every((one) => one.website?.endsWith('.example') && one.telephone?.startsWith('01632960')),
    ).toBe(true);
    expect(people.every((one) => one.email.endsWith('.example'))).toBe(true);
    expect(all.every((one) => (one.easting ?? 0) < 85_000 && (one.northing ?? 0) > 98_000)).toBe(true);
  });

  test.skipIf(!existsSync(shared))('shares no school, town or URN with the real registers', () => {
    const real = readdirSync(shared).filter((name) => name.startsWith('gias_') && name.endsWith('.csv'));
    const words = new Set(
      real.flatMap((name) =>
        readFileSync(new URL(name, shared), 'latin1')
          .toLowerCase()
          .split(/["\r\n,]+/),
      ),
    );
    const ours = [
      ...all.flatMap((one) => [one.name, one.town ?? '', one.locality ?? '', `${one.urn}`]),
      'Wolds and Vale',
    ];
    expect(ours.filter((name) => name !== '' && words.has(name.toLowerCase()))).toEqual([]);
  });

  test('closed schools are found again under their successors', async () => {
    const links = await readLinks();
    const old = new Set(
      links.filter((link) => link.linkType.startsWith('Successor')).map((link) => link.urn),
    );
    const before = all
      .filter((one) => old.has(one.urn))
      .map((one) => ({ ...one, status: 'open' as const, closeDate: null }));
    const comparison = createComparison(
      before.map((establishment) => ({ establishment, everOpen: true, followedBy: null })),
    );
    for (const one of all) comparison.add(one);
    const result = comparison.finish(links);
    const shapes = result.changes.flatMap((change) =>
      change.kind === 'converted' ? [change.succession.shape] : [],
    );
    expect(countChanges(result).converted).toBe(8);
    expect(shapes.toSorted()).toEqual([...Array(6).fill('conversion'), 'merger', 'merger']);
  });
});

test('the secondary schools differ in everything that schools are compared on, and two have no figure for free meals', () => {
  const compared = schools
    .filter(({ kind }) => kind === 'secondary' || kind === 'all-through')
    .map(readInputs);
  expect(compared).toHaveLength(39);
  expect(compared.filter(({ fsmPercent }) => fsmPercent === null)).toHaveLength(2);
  expect(compared.filter(({ selective }) => selective)).toHaveLength(4);
  const sixthForms = compared.filter(({ sixthForm }) => sixthForm).length;
  expect(sixthForms).toBeGreaterThan(15);
  expect(sixthForms).toBeLessThan(35);
  const settings = Map.groupBy(compared, ({ rurality }) => rurality);
  expect([...settings.keys()].toSorted()).toEqual(['rural-town', 'rural-village', 'urban']);
  for (const list of settings.values()) expect(list.length).toBeGreaterThan(2);
});

describe('the people of the invented county', () => {
  test('are a head, a second leader and a chair for each school, 900 roles in all', () => {
    expect(people).toHaveLength(900);
    for (const { urn } of schools) {
      const roles = people.filter((one) => one.urn === urn).map((one) => one.role);
      expect(roles).toEqual([
        'headteacher',
        expect.stringMatching(/deputy|senior-leader/),
        'chair-of-governors',
      ]);
    }
  });

  test('are the heads whom the register names', () => {
    const named = new Map(schools.map((one) => [one.urn, `${one.headFirstName} ${one.headLastName}`]));
    for (const one of people.filter(({ role }) => role === 'headteacher'))
      expect(`${one.firstName} ${one.lastName}`).toBe(named.get(one.urn));
  });

  test('have about 92 in 100 reviewers trained and 35 in 100 able to lead, none of them untrained', () => {
    const reviewers = people.filter((one) => one.role !== 'chair-of-governors');
    const share = (list: PersonRow[]) => list.length / reviewers.length;
    expect(share(reviewers.filter((one) => one.trainedOn !== null))).toBeCloseTo(0.92, 1);
    expect(share(reviewers.filter((one) => one.canLead === true))).toBeCloseTo(0.35, 1);
    expect(reviewers.filter((one) => one.canLead === true && one.trainedOn === null)).toEqual([]);
  });

  test('some lead several schools of a federation under one e-mail address', () => {
    const heads = Map.groupBy(
      people.filter((one) => one.role === 'headteacher'),
      (one) => one.email,
    );
    const executive = [...heads.values()].filter((list) => list.length > 1);
    expect(executive.length).toBeGreaterThanOrEqual(5);
    for (const list of executive) {
      const federations = schools
        .filter((one) => list.some(({ urn }) => urn === one.urn))
        .map((one) => one.federationName);
      expect(new Set(federations).size).toBe(1);
      expect(federations[0]).not.toBeNull();
    }
  });
});

test('the clusters hold each school in the cluster of its phase, and all-through schools in two', () => {
  const clusters = demonstrationClusters();
  expect(clusters.map(({ name, urns }) => [name, urns.length])).toEqual([
    ['North', 49],
    ['Wolds', 26],
    ['Central', 31],
    ['Vale', 34],
    ['Forest', 30],
    ['South', 50],
    ['Marsh', 28],
    ['Secondary A', 13],
    ['Secondary B', 13],
    ['Secondary C', 13],
    ['Special', 15],
  ]);
  expect(new Set(clusters.flatMap(({ urns }) => urns))).toEqual(new Set(schools.map((one) => one.urn)));
});

test('the calendar has six terms of 190 days and more, five INSET days a school, and blocked weeks within terms', () => {
  const { terms, closed, schoolDays } = demonstrationCalendar();
  const open = terms.flatMap(({ start, end }) => weekdays(start, end)).filter((day) => !closed.includes(day));
  expect(open.length).toBe(195);
  const inset = Map.groupBy(
    schoolDays.filter((day) => day.kind === 'inset'),
    (day) => day.urn,
  );
  expect(inset.size).toBe(300);
  for (const days of inset.values()) expect(new Set(days.map((day) => day.from)).size).toBe(5);
  for (const { from, to } of schoolDays)
    expect([open.includes(from), open.includes(to), from <= to]).toEqual([true, true, true]);
});

function weekdays(start: string, end: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(start); at <= Date.parse(end); at += 86_400_000) {
    const day = new Date(at);
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

async function read(text: string) {
  const table = await readTable(async function* () {
    yield Buffer.from(text);
  });
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { header: table.header, rows };
}

async function readAll(): Promise<Establishment[]> {
  const found = readHeader(header);
  if (!('kind' in found) || found.kind !== 'establishments') throw new Error('not an establishments file');
  const reader = createEstablishmentReader(found.header);
  return rows.map(({ row, cells }) => {
    const reading = reader.read(row, cells);
    if ('refused' in reading || reading.doubts.length > 0) throw new Error(JSON.stringify(reading));
    return reading.establishment;
  });
}

async function readLinks(): Promise<Link[]> {
  const table = await read(files.links);
  const found = readHeader(table.header);
  if (!('kind' in found) || found.kind !== 'links') throw new Error('not a links file');
  return table.rows.map(({ cells }) => {
    const reading = readLink(found.header, cells);
    if ('refused' in reading) throw new Error(JSON.stringify(reading));
    return reading.link;
  });
}

async function readPeople(): Promise<PersonRow[]> {
  const table = await read(files.people);
  const found = readPeopleHeader(table.header);
  if ('fault' in found) throw new Error(found.fault);
  const reader = createPersonReader(found.header);
  return table.rows.map(({ row, cells }) => {
    const reading = reader.read(row, cells);
    if ('refused' in reading) throw new Error(JSON.stringify(reading));
    return reading.person;
  });
}
