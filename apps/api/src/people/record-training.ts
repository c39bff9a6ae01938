import type { Db } from '@lateral/db/client';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { notFound } from '../problems.ts';
import { lockPeople, recordTraining as record } from './queries.ts';

type Training = { personIds: string[]; trainedOn: string; canLead?: boolean | undefined };

/** Records that people were trained on a day and, when said, whether they may lead a review: all or none. */
export async function recordTraining(
  db: Db,
  actor: Actor,
  { personIds, trainedOn, canLead }: Training,
  now: Date,
) {
  const ids = [...new Set(personIds)];
  const found = await lockPeople(db, ids);
  if (found.length < ids.length) throw notFound();
  await record(db, ids, canLead === undefined ? { trainedOn } : { trainedOn, canLead });
  await recordEvents(
    db,
    actor,
    [{ kind: 'training-recorded', detail: { people: ids.length, trainedOn } }],
    now,
  );
  const notices = ids.map((personId) => ({ kind: 'trained' as const, personId, detail: { trainedOn } }));
  await notify(db, actor, notices, now);
  return { changed: ids.length };
}
