import type { Db } from '@lateral/db/client';
import { topicsFor } from '@lateral/domain/notifications/kinds';
import { type Channel, refuseChoice, type Topic, topicOf } from '@lateral/domain/notifications/topics';
import type { Actor } from '../actor.ts';
import { notFound, refused } from '../problems.ts';
import { listChosen, recordChoice } from './queries.ts';

/** Where each topic that can concern somebody reaches them: where they chose, else where it usually does. */
export async function readChoices(db: Db, { personId, roles }: Pick<Actor, 'personId' | 'roles'>) {
  const chosen = new Map((await listChosen(db, personId)).map(({ topic, channel }) => [topic, channel]));
  return topicsFor(roles).map((topic) => ({ topic, channel: chosen.get(topic) ?? topicOf(topic).usual }));
}

/** @throws 404 for a topic that cannot concern them, 409 saying why it cannot have this channel */
export async function chooseChannel(
  db: Db,
  { partnershipId, personId, roles }: Actor,
  choice: { topic: Topic; channel: Channel },
) {
  if (!topicsFor(roles).includes(choice.topic)) throw notFound();
  const refusal = refuseChoice(choice.topic, choice.channel);
  if (refusal) throw refused(refusal);
  await recordChoice(db, { partnershipId, personId, ...choice });
  return choice;
}
