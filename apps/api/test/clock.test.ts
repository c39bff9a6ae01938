import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { followClock } from '../src/clock.ts';
import { testDatabase } from './database.ts';

const { database, close } = await testDatabase();
afterAll(close);
afterEach(() => vi.useRealTimers());

test('a machine whose clock is two hours slow tells the time of the database', async () => {
  const truth = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: truth - 2 * 3_600_000 });
  const clock = await followClock(database);
  expect(Math.abs(clock.now().getTime() - truth)).toBeLessThan(5000);
  vi.setSystemTime(truth - 2 * 3_600_000 + 60_000);
  expect(Math.abs(clock.now().getTime() - truth - 60_000)).toBeLessThan(5000);
  clock.stop();
});
