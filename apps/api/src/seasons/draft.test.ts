import type { Opening } from '@lateral/contract/season-draft';
import type { Board } from '@lateral/contract/seasons';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildCounty, type County, planCounty } from '../../test/county.ts';

const now = new Date('2026-09-10T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);

let county: County;
let seasonId: string;
beforeAll(async () => {
  county = await buildCounty(api, 12);
  seasonId = (await planCounty(api, county, now)).id;
});

const board = async (): Promise<Board> =>
  (await county.as.get(`/seasons/${seasonId}/board`).expect(200)).body;
const version = async (): Promise<number> =>
  (await county.as.get(`/seasons/${seasonId}`).expect(200)).body.draftVersion;
const openings = async (schoolId: string): Promise<Opening[]> =>
  (await county.as.get(`/seasons/${seasonId}/schools/${schoolId}/openings`).expect(200)).body.items;
const at = (schoolId: string) => `/seasons/${seasonId}/reviews/${schoolId}`;
const takeOut = (schoolId: string, draftVersion: number) =>
  county.as.delete(`${at(schoolId)}?draftVersion=${draftVersion}`);
type Wanted = { day: string; team: readonly { personId: string }[]; leadId: string | null };
const place = (schoolId: string, draftVersion: number, { day, team, leadId }: Wanted) =>
  county.as.put(at(schoolId)).send({ draftVersion, day, team: team.map(({ personId }) => personId), leadId });
const undo = (draftVersion: number) =>
  county.as.post(`/seasons/${seasonId}/draft/undo`).send({ draftVersion });
const canUndo = async (): Promise<boolean> =>
  (await county.as.get(`/seasons/${seasonId}`).expect(200)).body.canUndo;
const own = ({ reviews }: Board, id: string) => reviews.find(({ schoolId }) => schoolId === id);

test('a review is taken out, placed again on another day by three who fit, and undone step by step', async () => {
  const before = await board();
  const [{ schoolId, day }] = before.reviews as [Board['reviews'][number]];
  const first = await version();
  const { body: out } = await takeOut(schoolId, first).expect(200);
  expect(out.draftVersion).toBe(first + 1);
  expect(await canUndo()).toBe(true);
  expect((await board()).unplaced).toMatchObject([{ schoolId, reasons: ['taken-out'] }]);

  const open = (await openings(schoolId)).filter(({ team }) => team !== null);
  expect(open.length).toBeGreaterThan(20);
  const other = open.find((one) => one.day !== day)!;
  expect(other.fits).toBeGreaterThanOrEqual(3);
  await place(schoolId, out.draftVersion, { ...other, team: other.team! }).expect(200);
  const placed = own(await board(), schoolId);
  expect(placed).toMatchObject({
    day: other.day,
    leadId: other.leadId,
    empty: 0,
    booking: null,
    isChanged: true,
  });

  const { body: one } = await undo(first + 2).expect(200);
  expect(one).toMatchObject({ draftVersion: first + 3, undone: { kind: 'placed' } });
  const { body: two } = await undo(first + 3).expect(200);
  expect(two.undone.kind).toBe('taken-out');
  expect(await board()).toEqual(before);
  expect(await canUndo()).toBe(false);
  const { body: none } = await undo(first + 4).expect(409);
  expect(none.code).toBe('nothing-to-undo');
});

test('what breaks a rule is refused, with each rule and whom it is about, and nothing changes', async () => {
  const before = await board();
  const [{ schoolId, day, team, leadId }, other] = before.reviews as [
    Board['reviews'][number],
    Board['reviews'][number],
  ];
  const home = county.schools.find(({ id }) => id === schoolId)!;
  const [, second, third] = team;
  const { body } = await place(schoolId, await version(), {
    day,
    team: [home.head, second!, third!],
    leadId: second!.personId,
  }).expect(409);
  expect(body).toMatchObject({ code: 'breaks-rule', errors: [{ pointer: '/body/team/0', detail: 'OWN' }] });
  const { body: sunday } = await place(schoolId, await version(), { day: '2026-10-04', team, leadId }).expect(
    409,
  );
  expect(sunday.errors).toEqual([{ pointer: '/body/day', detail: 'DAY' }]);
  await place(schoolId, await version(), {
    day,
    team: [county.broker, second!, third!],
    leadId: second!.personId,
  }).expect(400);
  await place(county.id, await version(), { day: other.day, team, leadId }).expect(404);
  expect(await board()).toEqual(before);
});

test('of two brokers who change the same draft at the same moment the second reads it again', async () => {
  const [{ schoolId: a }, { schoolId: b }] = (await board()).reviews as [
    Board['reviews'][number],
    Board['reviews'][number],
  ];
  const v = await version();
  const answers = await Promise.all([takeOut(a, v), takeOut(b, v)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('draft-changed');
  expect((await board()).reviews).toHaveLength(11);
  await undo(v + 1).expect(200);
  expect((await board()).reviews).toHaveLength(12);
});

test('a draft in which somebody is out twice on one day is not written', async () => {
  const [first, ...others] = (await board()).reviews as [Board['reviews'][number], ...Board['reviews']];
  const codes: string[] = [];
  // A school that some of them may not review at all names that first.
  for (const { schoolId } of others.filter(({ day }) => day !== first.day).slice(0, 6)) {
    const { body } = await place(schoolId, await version(), { ...first, day: first.day }).expect(409);
    expect(body.code).toBe('breaks-rule');
    codes.push(...body.errors.map(({ detail }: { detail: string }) => detail));
  }
  expect(codes).toContain('DOUBLE');
});
