import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { Phase } from '@lateral/domain/schools/phases';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { badField, notFound } from '../problems.ts';
import { findSchool, lockSchool, recordSettlement } from './queries.ts';

type Decision = { schoolId: string; counted: boolean; phases?: Phase[] | undefined };

/** The broker settles whether a school counts, which no later register overrides. */
export async function settleSchool(db: Db, actor: Actor, decision: Decision, now: Date) {
  const school = await lockSchool(db, decision.schoolId);
  if (!school) throw notFound();
  const phases = decision.phases ?? school.phases;
  if (decision.counted && phases.length === 0) {
    throw badField('/body/phases', 'must be given: the register does not say what phase this school is');
  }
  const settlement = decision.counted ? ('by-broker' as const) : ('not-counted-by-broker' as const);
  await recordSettlement(db, school.id, { settlement, counted: decision.counted, phases });
  await recordEvents(
    db,
    actor,
    [{ kind: 'school-settled', schoolId: school.id, detail: { counted: decision.counted } }],
    now,
  );
  const settled = await findSchool(db, school.id, dayInLondon(now));
  if (!settled) throw notFound();
  return settled;
}
