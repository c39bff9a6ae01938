import { prepareRoles } from '@lateral/db/roles';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from './database.ts';
import { testSecret } from './one-database.ts';

const [one, two] = [await testDatabase(), await testDatabase()];
afterAll(() => Promise.all([one.close(), two.close()]));

test('two installations of one server prepare the roles at once, and neither fails', async () => {
  const many = async (url: string) => {
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    for (let time = 0; time < 40; time += 1) await prepareRoles(owner, testSecret);
    await owner.end();
    return 'prepared';
  };
  const done = await Promise.all([one.ownerUrl, two.ownerUrl, one.ownerUrl].map(many));
  expect(done).toEqual(['prepared', 'prepared', 'prepared']);
  // And what they say now is what lets everyone in.
  expect(await one.database.withKeeper(async () => 'in')).toBe('in');
  expect(await two.database.withSignInDesk(async () => 'in')).toBe('in');
});
