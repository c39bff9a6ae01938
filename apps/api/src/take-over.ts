import type { Task } from 'graphile-worker';

/** Tasks that are done in seconds and that two workers may do at once: a lock on what they are about keeps them apart. */
const short = ['send-mail', 'send-invitations', 'end-ask'];

/**
 * A worker that is killed keeps its tasks: nobody else takes them for four hours. Short ones that have been held for more
 * than a minute are given back, so that a mail is late by minutes and not by half a day.
 */
export const takeOver: Task = async (_payload, { withPgClient }) => {
  await withPgClient((client) =>
    client.query(
      `update graphile_worker._private_jobs j set locked_at = null, locked_by = null
       from graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier = any ($1) and j.locked_at < now() - interval '1 minute'`,
      [short],
    ),
  );
};
