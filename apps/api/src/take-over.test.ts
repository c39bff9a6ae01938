import { afterAll, expect, test } from 'vitest';
import { testApi } from '../test/api.ts';
import { takeOver } from './take-over.ts';

const { owner, close } = await testApi();
afterAll(close);

test('short tasks that a worker has held for over a minute are given back, and no others', async () => {
  const add = async (task: string, heldFor: string) => {
    const { rows } = await owner.query<{ id: string }>(`select id from graphile_worker.add_job($1)`, [task]);
    await owner.query(
      `update graphile_worker._private_jobs set locked_by = 'a worker', locked_at = now() - $2::interval where id = $1`,
      [rows[0]?.id, heldFor],
    );
    return rows[0]?.id;
  };
  const left = await add('send-mail', '61 seconds');
  const told = await add('send-invitations', '2 minutes');
  const fresh = await add('send-mail', '20 seconds');
  const long = await add('run-job', '3 minutes');
  const helpers = { withPgClient: (work: (client: unknown) => unknown) => work(owner) };
  await takeOver({}, helpers as never);
  const { rows } = await owner.query<{ id: string }>(
    `select id from graphile_worker._private_jobs where locked_by = 'a worker' order by id`,
  );
  expect(rows.map(({ id }) => id)).toEqual([fresh, long]);
  const { rows: free } = await owner.query<{ id: string }>(
    `select id from graphile_worker._private_jobs where locked_by is null and id = any ($1) order by id`,
    [[left, told]],
  );
  expect(free).toHaveLength(2);
});
