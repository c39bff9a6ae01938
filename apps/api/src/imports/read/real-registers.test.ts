import { createReadStream, existsSync } from 'node:fs';
import { type EstablishmentColumn, type Header, readHeader } from '@lateral/domain/registers/columns';
import {
  type Change,
  type Comparison,
  countChanges,
  createComparison,
  type KnownEstablishment,
} from '@lateral/domain/registers/compare';
import { type Establishment, isInAuthorities, isOpen } from '@lateral/domain/registers/establishment';
import { displayHead } from '@lateral/domain/registers/head-teacher';
import { type Link, readLink } from '@lateral/domain/registers/links';
import {
  createEstablishmentReader,
  type EstablishmentReading,
} from '@lateral/domain/registers/read-establishment';
import { defaultStateFundedTypes, settleType } from '@lateral/domain/registers/state-funded';
import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const shared = new URL('../../../../../../shared/registers/', import.meta.url);
const present = existsSync(shared);
if (!present) console.info('The real registers are not beside this checkout (../shared/registers): skipped.');
const settings = { stateFundedTypes: defaultStateFundedTypes };

describe.skipIf(!present)('the real registers of Gloucestershire', () => {
  test.each([
    ['gias_916_2022-04-07_reconstructed.csv', 566],
    ['gias_916_2024-06-17_reconstructed.csv', 593],
    ['gias_916_2025-07-11_reconstructed.csv', 602],
    ['gias_statefunded_916_2026-03_verbatim_excerpt.csv', 145],
    ['gias_childrencentres_916_2025-07-27.csv', 39],
    ['example_schools_data_dfe_fixture_cp1252.csv', 3],
  ])(
    '%s: all %i rows are read, and nothing is lost but an e-mail address given as a website',
    async (name, rows) => {
      const readings = await readRegister(name);
      const faults = readings.flatMap<unknown>((one) => ('refused' in one ? [one.refused] : one.doubts));
      const emailForWebsite = { column: 'SchoolWebsite', value: 'springboardcc@gloucestershire.gov.uk' };
      expect(faults).toEqual(name.includes('childrencentres') ? Array(3).fill(emailForWebsite) : []);
      expect(readings).toHaveLength(rows);
    },
  );

  test('on 11 July 2025 the county has 340 open records, of which 300 are state schools', async () => {
    const open = (await readEstablishments('gias_916_2025-07-11_reconstructed.csv')).filter(
      (one) => isOpen(one) && isInAuthorities(one, [916]),
    );
    const settled = open.map((one) => settleType(one, settings));
    const count = (word: string) => settled.filter((settlement) => settlement === word).length;
    const unsettled = open.filter((one) => settleType(one, settings) === 'unsettled');
    expect(open).toHaveLength(340);
    expect(count('by-type')).toBe(264);
    expect(count('by-group')).toBe(35);
    expect(unsettled.map((one) => one.name)).toContain('Great Oldbury Primary Academy');
  });

  test('the file that has only names gives the same types, phases and kinds as the file with codes', async () => {
    const coded = await readEstablishments('gias_916_2025-07-11_reconstructed.csv');
    const named = await readEstablishments('gias_statefunded_916_2026-03_verbatim_excerpt.csv');
    const byUrn = new Map(coded.map((one) => [one.urn, one]));
    const facts = (one: Establishment | undefined) => one && [one.typeCode, one.phase, one.kind, one.status];
    const both = named.filter(({ urn }) => byUrn.get(urn)?.typeCode != null);
    expect(both.length).toBeGreaterThan(140);
    for (const one of both) expect([one.urn, facts(byUrn.get(one.urn))]).toEqual([one.urn, facts(one)]);
  });

  test.each([
    ['Amy', ['Mrs Amy Pugh'], 'Mrs Michala Reid Acting Headteacher, Maternity Cover'],
    ['Julian Pass /', ['Julian Pass', 'Natasha Bradley'], null],
    ['Gary', ['Mr Gary Price'], 'Interim Executive Hedteacher'],
    ['Helen', ['Mrs Helen Cooper'], 'Executive Headteacher'],
    ['David', ['Mr David Le Templier'], null],
  ])('the head published as %s is shown as %j', async (firstName, names, note) => {
    const all = await readEstablishments('gias_statefunded_916_2026-03_verbatim_excerpt.csv');
    const shown = all.filter((one) => one.headFirstName === firstName).map(displayHead);
    expect(shown).toContainEqual({ names, note });
  });

  test("children's centres have a URN and the county's code and are never counted", async () => {
    const centres = await readEstablishments('gias_childrencentres_916_2025-07-27.csv');
    expect(new Set(centres.map((one) => settleType(one, settings)))).toEqual(new Set(['not-counted']));
  });

  test.each([
    ['each file with the newest links', ['2025-09', '2025-09', '2025-09'], [0, 24, 10]],
    ['each file with the links of its day', ['2023-04-21', '2025-04-22', '2025-09'], [0, 24, 10]],
    ['links that come late', ['2023-04-21', '2023-04-21', '2025-09'], [0, 8, 26]],
  ])('34 schools are followed to their successors over the three files: %s', async (_, links, expected) => {
    const { comparisons } = await importThree(links);
    const counts = comparisons.map((comparison) => countChanges(comparison).converted);
    expect(counts).toEqual(expected);
    expect(counts.reduce((sum, one) => sum + one)).toBe(34);
  });

  test('33 of the 34 go on as the same school; Severn Valley went into a school that stood already', async () => {
    const { comparisons } = await importThree(['2023-04-21', '2025-04-22', '2025-09']);
    const converted = comparisons.flatMap(({ changes }) => changes).filter((one) => one.kind === 'converted');
    const others = converted.filter((one) => one.succession.shape !== 'conversion');
    expect(others.map((one) => one.succession)).toEqual([
      {
        predecessor: 135331,
        successors: [135330],
        shape: 'merger',
        basis: { linkType: 'Successor - merged', linkDate: expect.anything(), statedBy: 'both' },
      },
    ]);
    const continued = comparisons
      .flatMap(({ changes }) => changes)
      .filter((one) => 'continues' in one && one.continues);
    expect(continued).toHaveLength(33);
  });

  test('the same three files again change nothing', async () => {
    const { known } = await importThree(['2025-09', '2025-09', '2025-09']);
    const again = await importOne([...known.values()], '2025-07-11', '2025-09');
    expect(again.changes).toEqual([]);
    expect(again.unchanged).toBe(602);
  });

  test('facts on which the second file is silent are not lost', async () => {
    const { comparisons } = await importThree(['2025-09', '2025-09', '2025-09']);
    const emptied = comparisons
      .flatMap(({ changes }) => changes.flatMap((one) => one.fields))
      .filter((one) => one.after === null);
    expect(emptied).toEqual([]);
  });
});

async function readRegister(name: string): Promise<EstablishmentReading[]> {
  const table = await readTable(() => createReadStream(new URL(name, shared), { highWaterMark: 10_007 }));
  const found = readHeader(table.header);
  if (!('kind' in found) || found.kind !== 'establishments') throw new Error(JSON.stringify(found));
  const reader = createEstablishmentReader(found.header as Header<EstablishmentColumn>);
  const readings: EstablishmentReading[] = [];
  for await (const { row, cells } of table.rows) readings.push(reader.read(row, cells));
  return readings;
}

async function readEstablishments(name: string): Promise<Establishment[]> {
  return (await readRegister(name)).flatMap((reading) =>
    'establishment' in reading ? [reading.establishment] : [],
  );
}

async function readLinks(date: string): Promise<Link[]> {
  const table = await readTable(() => createReadStream(new URL(`gias_links_916_${date}.csv`, shared)));
  const found = readHeader(table.header);
  if (!('kind' in found) || found.kind !== 'links') throw new Error(JSON.stringify(found));
  const links: Link[] = [];
  for await (const { cells } of table.rows) {
    const reading = readLink(found.header, cells);
    if ('refused' in reading) throw new Error(JSON.stringify(reading.refused));
    links.push(reading.link);
  }
  return links;
}

async function importOne(
  known: Iterable<KnownEstablishment>,
  date: string,
  links: string,
): Promise<Comparison> {
  const comparison = createComparison(known);
  for (const one of await readEstablishments(`gias_916_${date}_reconstructed.csv`)) comparison.add(one);
  return comparison.finish(await readLinks(links));
}

async function importThree(links: readonly string[]) {
  const known = new Map<number, KnownEstablishment>();
  const comparisons: Comparison[] = [];
  for (const [at, date] of ['2022-04-07', '2024-06-17', '2025-07-11'].entries()) {
    const comparison = await importOne(known.values(), date, links[at] ?? '');
    for (const change of comparison.changes) remember(known, change);
    comparisons.push(comparison);
  }
  return { known, comparisons };
}

function remember(known: Map<number, KnownEstablishment>, change: Change): void {
  const { establishment } = change;
  const before = known.get(establishment.urn);
  known.set(establishment.urn, {
    establishment,
    everOpen: before?.everOpen === true || isOpen(establishment),
    followedBy:
      change.kind === 'converted' ? (change.succession.successors[0] ?? null) : (before?.followedBy ?? null),
  });
}
