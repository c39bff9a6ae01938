import type { Db } from '@lateral/db/client';
import { sessions } from '@lateral/db/schema';
import type { HeldRole } from '@lateral/domain/policy';
import type { ConfirmMeans } from '@lateral/domain/sign-in/sessions';
import { and, eq, isNull } from 'drizzle-orm';
import { listRolesHeld, listRolesLent } from './roles-held.ts';

type Standing = { roles: HeldRole[]; confirmedAt: Date | null; confirmedBy: ConfirmMeans | null };

/** How somebody stands today: the roles they hold and when they last proved who they are. Null when their session or every role has ended. */
export async function findStanding(
  db: Db,
  { personId, sessionId }: { personId: string; sessionId: string },
  day: string,
): Promise<Standing | null> {
  // Sent together: one round trip.
  const [[session], held, lent] = await Promise.all([
    db
      .select({ confirmedAt: sessions.confirmedAt, confirmedBy: sessions.confirmedBy })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.endedAt)))
      .execute(),
    listRolesHeld(db, personId, day).execute(),
    listRolesLent(db, personId, day).execute(),
  ]);
  // What is lent needs a role of one's own to stand on.
  if (!session || held.length === 0) return null;
  return { roles: [...held, ...lent], ...session };
}
