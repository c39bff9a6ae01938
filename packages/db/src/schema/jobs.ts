import { jobKinds, jobStates } from '@lateral/domain/jobs/states';
import { sql } from 'drizzle-orm';
import { check, index, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';

/** Long work and how far it is. The queue only wakes a worker; this row decides who does the work. */
export const jobs = table(
  'jobs',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull().defaultRandom(),
    kind: t.text({ enum: jobKinds }).notNull(),
    state: t.text({ enum: jobStates }).notNull().default('waiting'),
    input: t.jsonb().$type<Record<string, unknown>>().notNull(),
    /** What it is doing and how much is done: shape depends on the kind. */
    progress: t.jsonb().$type<{ done: number; total: number; step: string; percentAbove?: number }>(),
    problem: t.text(),
    startedBy: t.uuid(),
    createdAt: t.timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Who has it: only the worker that took it last may end it. */
    claim: t.uuid(),
    /** Touched every few seconds while a worker has it: a job whose worker died is taken over. */
    beatAt: t.timestamp({ withTimezone: true }),
    endedAt: t.timestamp({ withTimezone: true }),
    cancelAsked: t.boolean().notNull().default(false),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('jobs_under_way').on(t.partnershipId, t.createdAt).where(sql`state in ('waiting','running')`),
    check(
      'jobs_kind_known',
      sql`${t.kind} in ('check-import','apply-import','undo-import','plan-season','relax-school')`,
    ),
    check('jobs_state_known', sql`${t.state} in ('waiting','running','done','failed','cancelled')`),
    ownPartnership(),
  ],
);
