import * as schema from '@lateral/db/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApi } from './api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from './builders.ts';

const api = await testApi();
afterAll(api.close);
const { database, owner } = api;

let broker: BuiltPerson;
let head: BuiltPerson;
const schoolIds = new Map<string, string>();
const names = [
  'Belong School Gloucestershire',
  'Cheltenham Bournside School and Sixth Form Centre',
  "St Paul's Church of England Primary School",
  'The Crypt School',
  'Crypt Lane Nursery School',
  'Ashmeadow Primary School',
  'Forest View Primary School',
];

beforeAll(async () => {
  const { id } = await buildPartnership(database);
  for (const name of names) schoolIds.set(name, (await buildSchool(database, id, { name })).id);
  broker = await buildPerson(database, id, 'broker');
  head = await buildPerson(database, id, 'headteacher', schoolIds.get('The Crypt School'));
  const elsewhere = await buildPartnership(database);
  await buildSchool(database, elsewhere.id, { name: 'Gloucestershire Academy of Elsewhere' });
  await database.withPartnership(id, (db) =>
    db
      .insert(schema.clusters)
      .values({ partnershipId: id, name: 'Forest and Vale', kind: 'primary-partnership' }),
  );
});

const find = async (person: BuiltPerson, q: string) =>
  (
    await api
      .as(person)
      .get(`/search?q=${encodeURIComponent(q)}`)
      .expect(200)
  ).body;
const schoolsLike = async (person: BuiltPerson, q: string): Promise<string[]> =>
  (await find(person, q)).schools.map(({ name }: { name: string }) => name);

describe('the broker finds a school', () => {
  test.each([
    ['misspelt', 'Glostershire', 'Belong School Gloucestershire'],
    ['by half a word and a slip', 'chelt bournsde', 'Cheltenham Bournside School and Sixth Form Centre'],
    [
      'without the apostrophe and by a short form',
      'st pauls ce',
      "St Paul's Church of England Primary School",
    ],
    ['by the other short form', 'St. Pauls C of E', "St Paul's Church of England Primary School"],
    ['with saint in full', 'saint pauls', "St Paul's Church of England Primary School"],
    ['by its exact name before one that is like it', 'the crypt school', 'The Crypt School'],
    ['whose name begins so before one that holds it', 'crypt', 'Crypt Lane Nursery School'],
    ['with two letters changed over', 'ahsmeadow', 'Ashmeadow Primary School'],
    ['with two letters of a short word changed over', 'cyrpt lane', 'Crypt Lane Nursery School'],
    ['with a letter left out', 'ashmedow', 'Ashmeadow Primary School'],
    ['after two letters', 'as', 'Ashmeadow Primary School'],
  ])('%s: %s', async (_, q, name) => {
    expect((await schoolsLike(broker, q))[0]).toBe(name);
  });

  test.each(['', '   ', 'xyzzyq', "'", '%'])('but none for “%s”', async (q) => {
    expect(await find(broker, q)).toEqual({ schools: [], people: [], clusters: [] });
  });
});

test('the list of schools forgives the same slips', async () => {
  const { body } = await api.as(broker).get('/schools?q=glostershire').expect(200);
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Belong School Gloucestershire']);
  expect(body.total).toBe(1);
});

test('the broker finds people by name, even misspelt, with their role; and clusters', async () => {
  const found = await find(broker, head.lastName.toLowerCase());
  expect(found.people).toEqual([
    {
      personId: head.personId,
      name: `Ada ${head.lastName}`,
      role: 'headteacher',
      schoolName: 'The Crypt School',
    },
  ]);
  expect((await find(broker, 'adda fern')).people.length).toBeGreaterThan(0);
  expect((await find(broker, 'vale')).clusters).toEqual([
    { id: expect.any(String), name: 'Forest and Vale' },
  ]);
});

test('a head finds their own school and its people, and nothing of the others', async () => {
  expect(await schoolsLike(head, 'school')).toEqual(['The Crypt School']);
  expect(await schoolsLike(head, 'ashmeadow')).toEqual([]);
  expect((await find(head, 'ada')).people.map(({ personId }: BuiltPerson) => personId)).toEqual([
    head.personId,
  ]);
});

test('a governor finds no people, and somebody whose role has ended finds nothing at all', async () => {
  const governor = await buildPerson(database, broker.partnershipId, 'governor', head.schoolId);
  expect((await find(governor, 'ada')).people).toEqual([]);
  expect(await schoolsLike(governor, 'crypt')).toEqual(['The Crypt School']);
  const ended = await buildPerson(database, broker.partnershipId, 'governor', head.schoolId, {
    to: '2026-11-22',
  });
  await api.as(ended).get('/search?q=crypt').expect(401);
});

test('a renamed school is found by a slip in its new name', async () => {
  const id = schoolIds.get('Forest View Primary School') ?? '';
  await owner.query(`update schools set name = 'Wychwood Primary School' where id = $1`, [id]);
  expect(await schoolsLike(broker, 'wichwood')).toEqual(['Wychwood Primary School']);
});

describe('among 22,000 schools of one partnership', () => {
  let large: BuiltPerson;
  const pieces = [
    'ash',
    'birch',
    'cob',
    'dun',
    'elm',
    'fen',
    'glen',
    'hol',
    'ivy',
    'kern',
    'lang',
    'mar',
    'nor',
    'oak',
  ];
  const ends = [
    'ton',
    'ley',
    'field',
    'worth',
    'bourne',
    'ham',
    'stead',
    'combe',
    'wick',
    'ford',
    'well',
    'mere',
    'low',
  ];
  /** Some 2,500 different words, about as many as a county's names have for each of its schools. */
  const wordOf = (i: number) =>
    `${pieces[i % 14]}${pieces[Math.floor(i / 14) % 14]}${ends[Math.floor(i / 196) % 13]}`.replace(
      /^./,
      (c) => c.toUpperCase(),
    );

  beforeAll(async () => {
    const { id } = await buildPartnership(database);
    large = await buildPerson(database, id, 'broker');
    const row = (i: number) => ({
      partnershipId: id,
      urn: 200_000 + i,
      name: `${wordOf(i)} ${i % 3 ? 'Primary School' : 'Church of England Academy'}`,
      isOpen: true,
      phases: ['primary' as const],
      town: wordOf(i * 7 + 3),
      postcode: `GL${i % 60} ${i % 10}AB`,
      settlement: 'by-type' as const,
      counted: true,
    });
    await database.withPartnership(id, async (db) => {
      for (let i = 0; i < 22_000; i += 2000)
        await db.insert(schema.schools).values(Array.from({ length: 2000 }, (_, j) => row(i + j)));
    });
    await owner.query('analyze');
  });

  test.each(['ashbirchfeild', 'elm', 'dunkernton church', 'gl', 'primary school', 'zzzzzz'])(
    '“%s” is answered in well under 200 ms, by the best of five',
    async (q) => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const start = performance.now();
        await find(large, q);
        times.push(performance.now() - start);
      }
      console.info(`search of 22,000 schools for “${q}”: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
      expect(Math.min(...times)).toBeLessThan(200);
    },
  );
});
