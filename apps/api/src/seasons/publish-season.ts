import type { Db } from '@lateral/db/client';
import { isUnderWay } from '@lateral/domain/jobs/states';
import type { Change } from '@lateral/domain/reviews/changes';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { recordInvitations } from '../record-invitations.ts';
import { withdrawAsks } from '../seat-asks.ts';
import { recordChanges } from './booking-queries.ts';
import { findSeason, lockSeason, recordPublished } from './queries.ts';
import { countPeople, readChanges } from './read-changes.ts';

type Order = { seasonId: string; draftVersion: number };
type Moment = { now: Date; today: string };

/**
 * Publishes the draft that the broker has read, in one transaction: what changes, what happened, and what each person is
 * to be told. A worker writes and sends the mails. Published again, it tells nobody anything. @throws 404, 409
 */
export async function publishSeason(db: Db, actor: Actor, order: Order, { now, today }: Moment) {
  const season = await lockSeason(db, order.seasonId);
  const found = await findSeason(db, order.seasonId);
  if (!season || !found) throw notFound();
  if (found.job && isUnderWay(found.job.state)) throw refused('busy');
  if (season.draftVersion !== order.draftVersion) throw refused('draft-changed');
  const changes = await readChanges(db, season.id, today);
  if (changes.length === 0) throw refused('nothing-to-publish');
  const key = { partnershipId: actor.partnershipId, seasonId: season.id };
  await recordChanges(
    db,
    key,
    changes.map(({ change }) => change),
    now,
  );
  const changed = changes.map(({ change }) => change.review.schoolId);
  await withdrawAsks(db, actor, season.id, changed, now);
  const tellings = changes.flatMap((one) => one.tellings);
  await recordInvitations(db, actor, season.id, tellings, now);
  const counts = { published: changes.length, people: countPeople(changes) };
  const detail = { year: season.year, reviews: counts.published, people: counts.people };
  await recordEvents(
    db,
    actor,
    [{ kind: 'season-published', detail }, ...changes.map(({ change }) => happening(change))],
    now,
  );
  await recordPublished(db, season.id, now);
  return counts;
}

const kinds = {
  new: 'review-booked',
  moved: 'review-moved',
  team: 'review-team-changed',
  'called-off': 'review-called-off',
} as const;

/** What happened to one school’s review, for its timeline. */
const happening = ({ kind, review, wasDay }: Change) => ({
  kind: kinds[kind],
  schoolId: review.schoolId,
  detail: { day: review.day, ...(kind === 'moved' && { wasDay }) },
});
