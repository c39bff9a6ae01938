import type { SchoolDetailFields } from '@lateral/contract/school-details';
import type { Db } from '@lateral/db/client';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notFound } from '../problems.ts';
import { requireVersion } from '../versions.ts';
import { findDetails, recordDetails } from './detail-queries.ts';
import { lockSchool } from './queries.ts';

type Change = { schoolId: string; version: number; fields: SchoolDetailFields };

/** Changes what a school says of itself, if nobody else has since it was read. @throws 404; 412 when somebody has */
export async function updateDetails(db: Db, actor: Actor, { schoolId, version, fields }: Change, now: Date) {
  if (!(await lockSchool(db, schoolId))) throw notFound();
  const before = await findDetails(db, schoolId);
  requireVersion(before.version, version);
  const changed = (Object.keys(fields) as (keyof SchoolDetailFields)[]).filter(
    (field) => before[field] !== fields[field],
  );
  if (changed.length === 0) return before;
  const { partnershipId, personId } = actor;
  const next = { version: version + 1, changedAt: now, changedBy: personId };
  await recordDetails(db, { partnershipId, schoolId, ...fields, ...next });
  await recordEvents(db, actor, [{ kind: 'details-changed', schoolId, detail: { fields: changed } }], now);
  return findDetails(db, schoolId);
}
