import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startEmbedded } from './embedded.ts';

test('a server that is running is joined; a file left by a dead one, whose pid lives again, is not believed', async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'lateral-')), 'postgres');
  const settings = ['fsync=off'];
  const first = await startEmbedded(folder, settings);
  const second = await startEmbedded(folder, settings);
  expect(second.url).toBe(first.url);
  await second.stop();
  const pidFile = path.join(folder, 'postmaster.pid');
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  await first.stop();

  lines[0] = String(process.pid);
  lines[3] = '1';
  writeFileSync(pidFile, lines.join('\n'));
  const third = await startEmbedded(folder, settings);
  expect(new URL(third.url).port).not.toBe('1');
  await third.stop();
});
