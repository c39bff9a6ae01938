import type { TrainingSession } from '@lateral/contract/training';
import type { Db } from '@lateral/db/client';
import { decide, type Reach } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { findSession, listPlaces, type SessionRow } from './queries.ts';

/** Whom somebody may book, and so whose places they see: everybody's, or those of their own schools. */
export function bookingReach({ roles }: Actor): Reach {
  const reach = decide(roles, 'training.book');
  return typeof reach === 'object' ? reach : { scope: 'own', schoolIds: [] };
}

/** Sessions as the actor sees them. */
export async function describeSessions(
  db: Db,
  actor: Actor,
  sessions: readonly SessionRow[],
  day: string,
): Promise<TrainingSession[]> {
  const seeing = { reach: bookingReach(actor), self: actor.personId, day };
  const places = await listPlaces(
    db,
    sessions.map(({ id }) => id),
    seeing,
  );
  const bySession = Map.groupBy(places, ({ sessionId }) => sessionId);
  return sessions.map((session) => ({ ...session, people: bySession.get(session.id) ?? [] }));
}

/** One session as the actor sees it. @throws 404 */
export async function readSession(db: Db, actor: Actor, sessionId: string, day: string) {
  const session = await findSession(db, sessionId);
  const [described] = session ? await describeSessions(db, actor, [session], day) : [];
  if (!described) throw notFound();
  return described;
}
