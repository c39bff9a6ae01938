import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSeason } from '../test/build-season.ts';
import { planInProcesses } from './run.ts';

test('a process plans and reports, and a cancelled one gives what it has', async () => {
  const stop = new AbortController();
  let reports = 0;
  const onProgress = () => {
    reports++;
    stop.abort();
  };
  const start = performance.now();
  const schedule = await planInProcesses(buildSeason(), {
    seconds: 60,
    seed: 1,
    onProgress,
    signal: stop.signal,
  });
  expect(schedule.reviews).toHaveLength(1);
  expect(reports).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('a process that cannot plan rejects', async () => {
  const broken = { ...buildSeason(), calendar: null } as unknown as Parameters<typeof planInProcesses>[0];
  await expect(planInProcesses(broken, { seconds: 1, seed: 1 })).rejects.toThrow();
});

describe('the command line', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(content: string | null, ...flags: string[]) {
    const file = join(folder, 'season.json');
    if (content !== null) writeFileSync(file, content);
    const main = fileURLToPath(new URL('./main.ts', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [
      main,
      content === null ? `${file}x` : file,
      ...flags,
    ]);
    return { status, stdout: String(stdout), stderr: String(stderr).replaceAll(folder, '') };
  }
  const season = JSON.stringify({ format: 'psr-schedule/1', ...buildSeason() });

  test('writes a schedule', () => {
    const { status, stdout, stderr } = run(season, '--seconds', '0.1', '--seed', '4');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      instance: 'small',
      reviews: [{ school: 'Host' }],
      unscheduled: [],
    });
  });

  const refused: [string, string | null, string[], string][] = [
    ['a file that is not there', null, [], 'There is no file /season.jsonx.\n'],
    ['what is not JSON', '{', [], 'The file /season.json is not JSON.\n'],
    ['what is no season', '{}', [], '/format: should be one of psr-schedule/1, not missing\n'],
    ['no time', season, ['--seconds', '0'], '--seconds should be a number above 0, up to 86400, not "0".\n'],
    ['a seed in words', season, ['--seed', 'x'], '--seed should be a whole number, not "x".\n'],
  ];
  test.each(refused)('turns away %s in one sentence, with status 2', (_, content, flags, stderr) => {
    expect(run(content, ...flags)).toEqual({ status: 2, stdout: '', stderr });
  });

  test('says where it cannot write', () => {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = '/no/such/folder';
    try {
      expect(run(season)).toEqual({
        status: 2,
        stdout: '',
        stderr: 'Planning needs a temporary folder to write to. /no/such/folder is none: set TMPDIR.\n',
      });
    } finally {
      process.env.TMPDIR = before;
      if (before === undefined) delete process.env.TMPDIR;
    }
  });

  test('turns away a flag it does not know', () => {
    expect(run(season, '--hurry')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Unknown option '--hurry'/),
    });
  });
});
