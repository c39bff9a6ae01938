import { createHash } from 'node:crypto';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { holdSeconds, type ReminderKind } from '@lateral/domain/reminders/reminders';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { findOpenRound } from '../open-round.ts';
import { notFound, refused } from '../problems.ts';
import { findVersionInForce } from '../version-in-force.ts';
import { composeMail } from './compose-mail.ts';
import { gatherMails, planReminders } from './plan-reminders.ts';
import {
  countMails,
  findSender,
  lockBatch,
  lockPeople,
  recordBatch,
  recordReminders,
  recordState,
  wakeForReminders,
} from './queries.ts';

export type Chosen = { kind: ReminderKind; ids: string[]; note?: string | undefined };

/** Who would get which mail, who none and why. */
export async function previewReminders(db: Db, actor: Actor, chosen: Chosen, publicUrl: string, now: Date) {
  const { due, left } = await planReminders(db, chosen.kind, chosen.ids, now);
  const mails = gatherMails(due);
  const sender = await findSender(db, actor.personId);
  const [first] = mails;
  const today = dayInLondon(now);
  const round = await findOpenRound(db, today);
  const inForce = await findVersionInForce(db);
  const batch = { kind: chosen.kind, note: chosen.note ?? null, inForce, round };
  return {
    mails: mails.map(({ schools, ...mail }) => ({ ...mail, schools: schools.map(({ name }) => name) })),
    left,
    example: first ? composeMail(sender, batch, first, publicUrl, today) : null,
  };
}

const digest = ({ kind, ids, note }: Chosen) =>
  createHash('sha256')
    .update(JSON.stringify([kind, [...new Set(ids)].sort(), note ?? null]))
    .digest('base64url');

/** Writes reminders that go ten seconds from now. The same batch again changes nothing; another under its id is refused. */
export async function holdReminders(db: Db, actor: Actor, batchId: string, chosen: Chosen, now: Date) {
  const { partnershipId, personId: madeBy } = actor;
  const { kind, note = null } = chosen;
  const asked = digest(chosen);
  if (!(await recordBatch(db, { partnershipId, id: batchId, kind, note, asked, madeBy, madeAt: now })))
    return answerAgain(db, batchId, asked);

  const wanted = await planReminders(db, kind, chosen.ids, now);
  await lockPeople(
    db,
    wanted.due.map(({ personId }) => personId),
  );
  // Once more, now that nobody else can be reminding the same people.
  const { due } = await planReminders(db, kind, chosen.ids, now);
  if (due.length === 0) throw refused('nobody-to-remind');
  const mailIds = new Map(due.map(({ personId }) => [personId, crypto.randomUUID() as string]));
  const rows = due.map(({ personId, schoolId }) => ({
    partnershipId,
    batchId,
    personId,
    schoolId,
    mailId: mailIds.get(personId) ?? '',
  }));
  await recordReminders(db, rows);
  await recordEvents(
    db,
    actor,
    [{ kind: 'reminders-held', detail: { about: kind, mails: mailIds.size } }],
    now,
  );
  await wakeForReminders(db, partnershipId, batchId);
  return { state: 'held' as const, mails: mailIds.size, holdSeconds };
}

async function answerAgain(db: Db, batchId: string, asked: string) {
  const batch = await lockBatch(db, batchId);
  if (!batch) throw new Error(`batch ${batchId} is there and is not`);
  if (batch.asked !== asked) throw refused('batch-differs');
  return { state: batch.state, mails: await countMails(db, batchId), holdSeconds };
}

/** Withdraws a batch that has not gone: all of it. Once a worker has it, it is too late for any of it. */
export async function undoReminders(db: Db, actor: Actor, batchId: string, now: Date) {
  const batch = await lockBatch(db, batchId);
  if (!batch) throw notFound();
  if (batch.state === 'sent') throw refused('too-late');
  const mails = await countMails(db, batchId);
  if (batch.state === 'held') {
    await recordState(db, batchId, 'undone');
    await recordEvents(db, actor, [{ kind: 'reminders-undone', detail: { about: batch.kind, mails } }], now);
  }
  return { state: 'undone' as const, mails, holdSeconds };
}
