import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { testSecret } from '../../test/one-database.ts';

const { owner, ownerUrl, close } = await testDatabase();
afterAll(close);

const folder = mkdtempSync(path.join(tmpdir(), 'lateral-'));
const write = (name: string, text: string | Buffer) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** Runs a command as a person would, and gives what it said. */
function run(command: string, args: string[], settings: Record<string, string> = {}) {
  const file = fileURLToPath(new URL(`./${command}.ts`, import.meta.url));
  const env = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    LATERAL_SECRET: testSecret,
    PUBLIC_URL: 'http://localhost:3000',
    ...settings,
  };
  return new Promise<{ status: number | null; out: string; error: string }>((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let error = '';
    child.stdout.on('data', (piece) => (out += piece));
    child.stderr.on('data', (piece) => (error += piece));
    child.once('close', (status) => resolve({ status, out: out.trim(), error: error.trim() }));
  });
}

const header =
  'URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),CloseDate';
const before = write(
  'before_2025-09-01.csv',
  `${header}\n100001,916,Ash Primary,1,1,\n100002,916,"=cmd()",1,1,\n`,
);
const after = write(
  'after_2026-09-01.csv',
  `${header}\n100001,916,Ash Primary,1,2,31-08-2026\n150001,916,Ash Primary,34,1,\n`,
);
const links = write(
  'links.csv',
  'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n100001,150001,Ash Primary,Successor,31-08-2026\n',
);
const vale = ['--partnership', 'vale schools'];

describe('the commands', () => {
  test('make an empty partnership and print its broker’s first link, once', async () => {
    const args = ['Vale Schools', '--la', '916', '--broker', 'Rosa Penn <Rosa@Vale.example>'];
    const made = await run('create-partnership', args);
    expect(made).toMatchObject({ status: 0, error: '' });
    expect(made.out).toMatch(/^http:\/\/localhost:3000\/sign-in\/link#[\w-]{43}$/);
    const { rows } = await owner.query(
      `select p.name, p.is_demonstration, e.email from partnerships p join roles r on r.partnership_id = p.id join persons e on e.id = r.person_id where r.role = 'broker'`,
    );
    expect(rows).toEqual([{ name: 'Vale Schools', is_demonstration: false, email: 'rosa@vale.example' }]);
    expect(await run('create-partnership', args)).toMatchObject({
      status: 2,
      out: '',
      error: 'There is already a partnership called Vale Schools.',
    });
  });

  test('rehearse an import without changing anything', async () => {
    const { status, out, error } = await run('import-register', [before, ...vale, '--dry-run', '--json']);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(JSON.parse(out)).toMatchObject({
      added: 1,
      refused: [{ file: 'before_2025-09-01.csv', row: 3, column: 'EstablishmentName' }],
    });
    expect((await owner.query('select 1 from schools')).rowCount).toBe(0);
  });

  test('import registers one on top of the other, with their links', async () => {
    const { out } = await run('import-register', [before, after, links, ...vale, '--json']);
    expect(JSON.parse(out)).toEqual({
      added: 2,
      changed: 0,
      closed: 0,
      converted: 1,
      reopened: 0,
      unchanged: 0,
      refused: [expect.anything()],
      unsettled: 0,
    });
    expect((await owner.query('select urn from schools')).rows).toEqual([{ urn: 150001 }]);
  });

  test('import people', async () => {
    const file = write(
      'people.csv',
      'URN,role,title,first name,last name,e-mail,from,to\n100001,Head,Ms,Ada,Fern,ada@ash.example,,\n',
    );
    const { out } = await run('import-people', [file, ...vale]);
    expect(out).toMatch(/^Imported\.\n +1 added/);
  });

  const ada = [...vale, '--email', 'Ada@ash.example'];
  const erasures = path.join(folder, 'erasures.jsonl');
  const backup = path.join(folder, 'before-erasing.backup');

  test('print all that is kept about a person', async () => {
    const { out, error } = await run('person-data', ada);
    expect(error).toBe('');
    expect(JSON.parse(out).parts.person).toMatchObject([{ first_name: 'Ada', last_name: 'Fern' }]);
    const { out: table } = await run('person-data', [...ada, '--csv']);
    expect(table).toContain('person,1,last_name,Fern');
  });

  test('erase a person once it is said twice', async () => {
    expect((await run('backup', [backup])).status).toBe(0);
    const { out: preview } = await run('erase-person', ada);
    expect(preview).toContain('Nothing has been erased.');
    expect((await run('person-data', ada)).status).toBe(0);
    const { out } = await run('erase-person', [...ada, '--yes'], { ERASURES_FILE: erasures });
    expect(out).toMatch(/^Erased: \d+ records/);
    const { error } = await run('person-data', ada);
    expect(error).toContain('knows nobody with the address Ada@ash.example');
    const { error: refused } = await run('erase-person', [...vale, '--email', 'rosa@vale.example', '--yes']);
    expect(refused).toContain('only broker');
  });

  test('restore a backup, and erase again whom it brought back', async () => {
    const name = `lateral_command_${crypto.randomUUID().replaceAll('-', '')}`;
    await owner.query(`create database ${name}`);
    const url = Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href;
    const { status, out } = await run('restore', [backup, '--erasures', erasures], { DATABASE_URL: url });
    expect(out).toContain('Erased again, because it was done after the backup was made: 1.');
    expect(out).toContain('The history of Vale Schools is whole');
    expect(status).toBe(0);
    const { error } = await run('person-data', ada, { DATABASE_URL: url });
    expect(error).toContain('knows nobody with the address Ada@ash.example');
    await owner.query(`drop database ${name} with (force)`);
  });

  test.each([
    [
      'no partnership of that name',
      'import-register',
      [before, '--partnership', 'Nowhere'],
      'There is no partnership called Nowhere.',
    ],
    ['no such file', 'import-register', ['none.csv', ...vale], 'There is no file none.csv that can be read.'],
    [
      'a spreadsheet',
      'import-register',
      [write('book.csv', Buffer.from('PK\u0003\u0004[Content_Types].xml', 'latin1')), ...vale],
      'book.csv: This is an Excel workbook',
    ],
    ['an option that there is not', 'import-people', ['--colour', ...vale], "Unknown option '--colour'"],
    ['no broker', 'create-partnership', ['New', '--la', '916'], 'Please name the broker'],
  ])('say in a sentence what is wrong: %s', async (_, command, args, words) => {
    const { status, error, out } = await run(command, args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toContain(words);
    expect(error).not.toMatch(/\n\s+at /);
  });
});

describe('a start that cannot be', () => {
  const scripts = '../../../../scripts/run.mjs';
  const start = (settings: Record<string, string>) => {
    const file = fileURLToPath(new URL(scripts, import.meta.url));
    const env = { ...process.env, LATERAL_SECRET: testSecret, ...settings };
    return new Promise<{ status: number | null; error: string }>((resolve) => {
      const child = spawn(process.execPath, [file, 'api'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      let error = '';
      child.stderr.on('data', (piece) => (error += piece));
      child.once('close', (status) => resolve({ status, error: error.trim() }));
    });
  };

  test('says that the port is taken, and by which to try', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const { status, error } = await start({ DATABASE_URL: ownerUrl, PORT: String(port) });
    other.close();
    expect({ status, error }).toEqual({
      status: 1,
      error: expect.stringContaining(`Port ${port} is already in use`),
    });
  });

  test.each([
    [
      'nothing answers at DATABASE_URL',
      { DATABASE_URL: 'postgres://owner@127.0.0.1:1/lateral' },
      'nothing answers there',
    ],
    ['DATABASE_URL is not an address', { DATABASE_URL: 'lateral' }, 'DATABASE_URL should look like'],
    [
      'the port is not a port',
      { DATABASE_URL: 'postgres://owner@127.0.0.1:1/lateral', PORT: 'three' },
      'PORT is "three"',
    ],
    [
      'the secret is too short',
      { DATABASE_URL: 'postgres://owner@127.0.0.1:1/lateral', LATERAL_SECRET: 'short' },
      'LATERAL_SECRET is too short',
    ],
    ['the data folder cannot be written to', { DATABASE_URL: '', DATA_DIR: before }, 'cannot write there'],
  ])('says that %s', async (_, settings, words) => {
    const { status, error } = await start({ PORT: '0', ...settings });
    expect({ status, error }).toEqual({ status: 1, error: expect.stringContaining(words) });
    expect(error).not.toMatch(/\n\s+at /);
  });
});
