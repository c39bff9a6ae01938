import { expect, test } from 'vitest';
import { testDatabase } from './database.ts';

test('works', async () => {
  const { database, close } = await testDatabase();
  const id = '0b5b2a1e-6a52-4a52-9a52-6a52e6a52a52';
  await database.withPartnership(id, async (db) => {
    await db.execute(
      `insert into partnerships (id, name, la_code, state_funded_types) values ('${id}','A','916','{}')`,
    );
    const r = await db.execute(`select person_id_for('x@y.z') a, person_id_for('x@y.z') b`);
    expect(r.rows[0]?.a).toBe(r.rows[0]?.b);
    await db.execute(`select wake_worker('run-job', json_build_object('partnershipId','${id}'))`);
  });
  await close();
});
