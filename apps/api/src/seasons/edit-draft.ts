import type { Db } from '@lateral/db/client';
import { isUnderWay } from '@lateral/domain/jobs/states';
import { hasCome } from '@lateral/domain/reviews/changes';
import type { DraftStepKind } from '@lateral/domain/seasons/states';
import { checkReviewInProcess, listOpeningsInProcess } from '@lateral/planner/ask';
import type { Actor } from '../actor.ts';
import { badField, notFound, Problem, refused } from '../problems.ts';
import { listBookings, listNamesOf } from './booking-queries.ts';
import {
  type Before,
  findDrafted,
  findLastStep,
  recordDrafted,
  recordStep,
  removeStep,
} from './draft-queries.ts';
import { findSeason, lockSeason, recordDraftChanged } from './queries.ts';
import type { Present } from './read-present.ts';

type Place = { seasonId: string; schoolId: string };
type Wanted = { day: string; team: readonly string[]; leadId: string };
type Moment = { now: Date; today: string };

/** The days on which a school could be reviewed. Call it outside any transaction. @throws 404 */
export async function findOpenings({ instance, schedule, draftVersion }: Present, schoolId: string) {
  if (!instance.schools.some(({ id, receives }) => id === schoolId && receives)) throw notFound();
  const openings = await listOpeningsInProcess(instance, schedule, schoolId);
  return { draftVersion, openings };
}

/** The same with names. */
export async function describeOpenings(
  db: Db,
  { draftVersion, openings }: Awaited<ReturnType<typeof findOpenings>>,
) {
  const personIds = openings.flatMap(({ team }) => team?.members ?? []);
  const names = await listNamesOf(db, { schoolIds: [], personIds });
  return {
    draftVersion,
    items: openings.map(({ date, fits, team }) => ({
      day: date,
      fits,
      team: team?.members.map((personId) => ({ personId, name: names.people.get(personId) ?? '' })) ?? null,
      leadId: team?.lead ?? null,
    })),
  };
}

/**
 * The rules that a review set by hand would break; in a process of its own, outside any transaction. @throws 404 for a school that
 * is not in the season, 400 for somebody who may not review, 409 `breaks-rule` with each rule's code in place of a field's fault
 */
export async function refuseBreaches({ instance, schedule }: Present, schoolId: string, wanted: Wanted) {
  if (!instance.schools.some(({ id, receives }) => id === schoolId && receives)) throw notFound();
  const known = new Set(instance.leaders.map(({ id }) => id));
  const stranger = wanted.team.findIndex((id) => !known.has(id));
  if (stranger >= 0) throw badField(`/body/team/${stranger}`, 'is nobody who may review today');
  const review = { school: schoolId, date: wanted.day, team: [...wanted.team], lead: wanted.leadId };
  const breaches = await checkReviewInProcess(instance, schedule, review);
  if (breaches.length === 0) return;
  throw new Problem(409, 'breaks-rule', {
    errors: breaches.map(({ code, leader }) => ({
      pointer: leader === null ? '/body/day' : `/body/team/${wanted.team.indexOf(leader)}`,
      detail: code,
    })),
  });
}

/** Sets a review in the draft, or takes it out (`wanted` null), as one step that can be undone. @returns its version */
export async function editDraft(
  db: Db,
  actor: Actor,
  { seasonId, schoolId, draftVersion }: Place & { draftVersion: number },
  wanted: Wanted | null,
  { now, today }: Moment,
) {
  await holdDraft(db, seasonId, draftVersion);
  const booking = (await listBookings(db, seasonId)).find((one) => one.schoolId === schoolId);
  if (booking && hasCome(booking, today)) throw refused('review-over');
  const key = { partnershipId: actor.partnershipId, seasonId, schoolId };
  const before = await findDrafted(db, key);
  if (!before.review && !before.reasons) throw notFound();
  if (!before.review && !wanted) throw notFound();
  const after: Before = wanted
    ? { review: { ...wanted, team: [...wanted.team], explanation: null }, reasons: null }
    : { review: null, reasons: ['taken-out'] };
  await recordDrafted(db, key, after);
  const version = await recordDraftChanged(db, seasonId);
  const { personId } = actor;
  await recordStep(db, { ...key, version, personId, at: now, kind: kindOf(before, wanted), before });
  return { draftVersion: version };
}

function kindOf({ review }: Before, wanted: Wanted | null): DraftStepKind {
  if (!wanted) return 'taken-out';
  if (!review) return 'placed';
  return review.day === wanted.day ? 'team-changed' : 'moved';
}

/** Holds a season whose draft is the one that was read. @throws 404; 409 when it is another, or is being planned */
async function holdDraft(db: Db, seasonId: string, draftVersion: number) {
  const season = await lockSeason(db, seasonId);
  const row = await findSeason(db, seasonId);
  if (!season || !row) throw notFound();
  if (row.job && isUnderWay(row.job.state)) throw refused('busy');
  if (season.draftVersion !== draftVersion) throw refused('draft-changed');
}

/** Puts back what the last step by hand replaced. @throws 409 where there is none, or the draft is another one */
export async function undoStep(db: Db, actor: Actor, seasonId: string, draftVersion: number) {
  await holdDraft(db, seasonId, draftVersion);
  const step = await findLastStep(db, seasonId);
  if (!step) throw refused('nothing-to-undo');
  const { version, kind, schoolId, schoolName } = step;
  const key = { partnershipId: actor.partnershipId, seasonId, schoolId };
  await recordDrafted(db, key, step.before as Before);
  await removeStep(db, seasonId, version);
  return { draftVersion: await recordDraftChanged(db, seasonId), undone: { kind, schoolName } };
}
