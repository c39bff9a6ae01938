import * as schema from '@lateral/db/schema';
import { usualRules } from '@lateral/domain/seasons/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson } from '../../test/builders.ts';
import { buildCounty, type County, window } from '../../test/county.ts';
import { workOff } from '../../test/work.ts';

const now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
const { database, owner } = api;
afterAll(api.close);

const { year, ...usualWindow } = window;
const usual = { ...usualRules, ...usualWindow };

async function startSeason(county: Pick<County, 'as'>) {
  const { body } = await county.as.post('/seasons').send(window).expect(201);
  return body.id as string;
}
const put = (county: Pick<County, 'as'>, seasonId: string, some: object, version: number) =>
  county.as
    .put(`/seasons/${seasonId}/rules`)
    .set('if-match', `"${version}"`)
    .send({ ...usual, ...some });

describe('the rules of a season', () => {
  let county: County;
  let seasonId: string;
  beforeAll(async () => {
    county = await buildCounty(api, 4);
    seasonId = await startSeason(county);
  });

  test('are the usual ones until they are set', async () => {
    const { body, headers } = await county.as.get(`/seasons/${seasonId}/rules`).expect(200);
    expect(body).toEqual({
      ...{ version: 0, year, rules: usualRules, ...usualWindow, defaults: usualRules },
      ...{ isPublished: false, changedSincePlan: null },
    });
    expect(headers.etag).toBe('"0"');
  });

  test.each([
    ['competitorKm', 21, /from 0 to 20/],
    ['repeatYears', 6, /from 0 to 5/],
    ['weekdays', [], /at least one day/],
    ['weekdays', [6], /Monday/],
    ['windowEnd', '2026-09-20', /before the window opens/],
    ['windowStart', '2026-08-24', /not in this school year/],
    ['reciprocal', 'sometimes', /./],
  ])('are refused with a wrong %s: %s', async (field, value, detail) => {
    const { body } = await put(county, seasonId, { [field]: value }, 0).expect(400);
    expect(body.errors).toEqual([{ pointer: `/body/${field}`, detail: expect.stringMatching(detail) }]);
  });

  test('need the version that was read', async () => {
    await county.as.put(`/seasons/${seasonId}/rules`).send(usual).expect(428);
    expect((await put(county, seasonId, {}, 7).expect(412)).body.code).toBe('changed');
  });

  test('are not there for whoever is not of the partnership', async () => {
    const { id } = await buildPartnership(database);
    const stranger = api.as(await buildPerson(database, id, 'broker'));
    await stranger.get(`/seasons/${seasonId}/rules`).expect(404);
    await put({ as: stranger }, seasonId, { repeatYears: 3 }, 0).expect(404);
    expect((await county.as.get(`/seasons/${seasonId}/rules`)).body.version).toBe(0);
  });

  test('that nobody has changed make no version and no news', async () => {
    expect((await put(county, seasonId, {}, 0).expect(200)).body.version).toBe(0);
    expect((await county.as.get('/history')).body.items[0].kind).not.toBe('rules-set');
  });

  test('of two brokers at once are set by one, and the other is told', async () => {
    const answers = await Promise.all([
      put(county, seasonId, { repeatYears: 3 }, 0),
      put(county, seasonId, { repeatYears: 4 }, 0),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { body } = await county.as.get(`/seasons/${seasonId}/rules`).expect(200);
    expect(body.version).toBe(1);
    expect(body.rules.repeatYears).toBe(answers[0].status === 200 ? 3 : 4);
  });

  test('are told of with what was changed, and are the season’s own days too', async () => {
    const { body } = await put(
      county,
      seasonId,
      { repeatYears: 1, weekdays: [4, 2, 2], windowEnd: '2026-12-11' },
      1,
    ).expect(200);
    expect(body).toMatchObject({ version: 2, windowEnd: '2026-12-11', rules: { weekdays: [2, 4] } });
    expect((await county.as.get(`/seasons/${seasonId}`)).body.windowEnd).toBe('2026-12-11');
    const { rows } = await owner.query(
      `select detail from events where partnership_id = $1 and kind = 'rules-set' order by id desc limit 1`,
      [county.id],
    );
    expect(rows[0].detail.after).toEqual({ repeatYears: 1, weekdays: [2, 4], windowEnd: '2026-12-11' });
    expect(Object.keys(rows[0].detail.before).sort()).toEqual(['repeatYears', 'weekdays', 'windowEnd']);
    const colleague = api.as(await buildPerson(database, county.id, 'broker'));
    await put({ as: colleague }, seasonId, { ...body.rules, windowEnd: '2026-12-10' }, 2).expect(200);
    const { body: bell } = await county.as.get('/notifications').expect(200);
    expect(bell.items[0]).toMatchObject({ kind: 'rules-set', detail: { year } });
  });

  test('are taken over by the next season, and not by one before', async () => {
    const start = async (of: number) => {
      const days = { windowStart: `${of}-09-21`, windowEnd: `${of}-12-18` };
      const { body } = await county.as
        .post('/seasons')
        .send({ year: of, ...days })
        .expect(201);
      return (await county.as.get(`/seasons/${body.id}/rules`).expect(200)).body;
    };
    const next = await start(2027);
    expect(next).toMatchObject({ version: 0, windowEnd: '2027-12-18' });
    expect(next.rules).toEqual({ ...usualRules, repeatYears: 1, weekdays: [2, 4] });
    expect((await start(2025)).rules).toEqual(usualRules);
  });

  test('are not set while the season is being planned', async () => {
    await county.as.post(`/seasons/${seasonId}/plan`).send({ seconds: 1 }).expect(202);
    expect((await put(county, seasonId, { repeatYears: 0 }, 3).expect(409)).body.code).toBe('busy');
  });
});

type Opening = { day: string; fits: boolean };

describe('a season of four schools, in which every other school is needed for each', () => {
  let county: County;
  let seasonId: string;
  const hostId = () => county.schools[0]?.id ?? '';
  const visitor = () => county.schools[1];

  beforeAll(async () => {
    county = await buildCounty(api, 4);
    seasonId = await startSeason(county);
    const head = visitor()?.head.personId ?? '';
    const past = { partnershipId: county.id, seasonId: crypto.randomUUID(), schoolId: hostId() };
    await database.withPartnership(county.id, async (db) => {
      const days = { windowStart: '2025-09-21', windowEnd: '2026-07-09' };
      await db.insert(schema.seasons).values({ ...past, id: past.seasonId, year: 2025, ...days });
      const told = { day: '2026-03-10', publishedAt: now };
      await db.insert(schema.bookings).values({ ...past, ...told, leadId: head, state: 'done' });
      const yes = { state: 'accepted' as const, answeredAt: now };
      await db.insert(schema.bookedSeats).values({ ...past, day: told.day, personId: head, ...yes });
      // Whoever said no did not go there.
      const no = { state: 'declined' as const, answeredAt: now, reason: 'Ill' };
      const other = county.schools[2]?.head.personId ?? '';
      await db.insert(schema.bookedSeats).values({ ...past, day: told.day, personId: other, ...no });
      // Nobody went to a review that was called off.
      const off = { ...past, schoolId: county.schools[3]?.id ?? '', day: '2026-04-14' };
      const booking = { ...off, publishedAt: now, leadId: head, state: 'called-off' as const };
      await db.insert(schema.bookings).values(booking);
      await db.insert(schema.bookedSeats).values({ ...off, personId: head, ...yes });
    });
  });

  /** Plans with rules. @returns who comes to the first school, none where it has no review */
  async function planWith(some: object, version: number): Promise<string[]> {
    await put(county, seasonId, { reciprocal: 'allow', ...some }, version).expect(200);
    const { body } = await county.as.post(`/seasons/${seasonId}/plan`).send({ seconds: 1 }).expect(202);
    await workOff(database, county.id, body.job.id, now);
    const { body: board } = await county.as.get(`/seasons/${seasonId}/board`).expect(200);
    const review = board.reviews.find(({ schoolId }: { schoolId: string }) => schoolId === hostId());
    return (review?.team ?? []).map(({ personId }: { personId: string }) => personId);
  }

  test('sends nobody of a school back where it was last year', async () => {
    expect(await planWith({}, 0)).toEqual([]);
    const unplaced = `/seasons/${seasonId}/unplaced/${hostId()}/explanation`;
    const { body } = await county.as.get(unplaced).expect(200);
    expect(JSON.stringify(body.causes)).toContain('REPEAT');
    const { body: instance } = await county.as.get(`/seasons/${seasonId}/instance`).expect(200);
    const [fromSchool, leaderId] = [visitor()?.id, visitor()?.head.personId];
    expect(instance.history).toEqual([{ year: 2025, host: hostId(), fromSchool, leaderId }]);
  });

  test('sends a colleague where only the person may not come back', async () => {
    const team = await planWith({ repeatLevel: 'person' }, 1);
    expect(team).toContain(visitor()?.deputy.personId);
    expect(team).not.toContain(visitor()?.head.personId);
  });

  test('sends anybody where nothing is said of coming back, and only on the days of the week that are set', async () => {
    const team = await planWith({ repeatYears: 0, weekdays: [3] }, 2);
    const { head, deputy } = visitor() ?? {};
    expect(team.filter((id) => id === head?.personId || id === deputy?.personId)).toHaveLength(1);
    const { body } = await county.as.get(`/seasons/${seasonId}/board`).expect(200);
    expect(body.reviews).toHaveLength(4);
    for (const { day } of body.reviews) expect(new Date(day).getUTCDay()).toBe(3);
  });

  test('tells which rules have changed since it was planned, until it is planned again', async () => {
    const changed = async () =>
      (await county.as.get(`/seasons/${seasonId}/rules`).expect(200)).body.changedSincePlan;
    expect(await changed()).toEqual([]);
    const config = async () => (await county.as.get(`/seasons/${seasonId}/instance`)).body.config;
    const before = await config();
    const opensOnMondays = async () => {
      const { body } = await county.as.get(`/seasons/${seasonId}/schools/${hostId()}/openings`).expect(200);
      const fitting: string[] = body.items.flatMap(({ day, fits }: Opening) => (fits ? day : []));
      expect(fitting.length).toBeGreaterThan(0);
      return fitting.some((day) => new Date(day).getUTCDay() === 1);
    };
    expect(await opensOnMondays()).toBe(false);
    await put(county, seasonId, { reciprocal: 'allow', repeatYears: 0, travel: 'much' }, 3).expect(200);
    expect(await changed()).toEqual(['weekdays', 'travel']);
    // The plan keeps the rules that it was made with.
    expect(await config()).toEqual(before);
    // What is done by hand goes by the new ones: a Monday is open again.
    expect(await opensOnMondays()).toBe(true);
  });
});
