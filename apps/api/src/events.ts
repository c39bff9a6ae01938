import type { Db } from '@lateral/db/client';
import { events } from '@lateral/db/schema';
import { noticesOf } from '@lateral/domain/notifications/kinds';
import { notify } from './notify.ts';

type Happening = { kind: string; schoolId?: string; detail?: Record<string, unknown> };

/**
 * Writes what happened, in the transaction that makes it happen, and tells those whom it concerns. Its person is null
 * for the system itself; a program is named by its token.
 */
export async function recordEvents(
  db: Db,
  actor: {
    partnershipId: string;
    personId: string | null;
    onBehalfOf?: string | null;
    token?: string | null;
  },
  happenings: readonly Happening[],
  at: Date,
) {
  const rows = happenings.map(({ kind, schoolId, detail }) => ({
    partnershipId: actor.partnershipId,
    personId: actor.personId,
    onBehalfOf: actor.onBehalfOf ?? null,
    at,
    kind,
    schoolId: schoolId ?? null,
    detail: { ...detail, ...(actor.token && { token: actor.token }) },
  }));
  for (let i = 0; i < rows.length; i += 2000) await db.insert(events).values(rows.slice(i, i + 2000));
  const notices = happenings.flatMap((happening) => noticesOf(happening, actor.onBehalfOf ?? null));
  await notify(db, actor, notices, at);
}
