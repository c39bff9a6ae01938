import { createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { postMail } from '../src/outbox.ts';
import { openPost } from '../src/post.ts';
import { writeInvitation } from '../src/write-invitation.ts';
import { testDatabase } from './database.ts';

const { database, owner, close } = await testDatabase();
afterAll(close);

/** A mail server that takes (or, while it is full, refuses) what it is given. */
async function openMailServer() {
  const taken: string[] = [];
  const state = { isFull: false };
  const server = createServer((socket) => {
    let message: string | null = null;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const read = (line: string) => {
      if (line !== '.') {
        message += `${line}\n`;
        return;
      }
      taken.push(message ?? '');
      message = null;
      say('250 taken');
    };
    const obey = (line: string) => {
      if (line === 'DATA') message = '';
      if (line === 'DATA') say('354 go on');
      else if (state.isFull && line.startsWith('RCPT')) say('452 full');
      else say(line === 'QUIT' ? '221 bye' : '250 ok');
    };
    const answer = (line: string) => (message === null ? obey(line) : read(line));
    say('220 test');
    let rest = '';
    socket.on('data', (piece) => {
      const lines = (rest + piece.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(answer);
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}/?ignoreTLS=true`, taken, state, close: () => server.close() };
}

test('a mail waits while its server is full, and is sent once', async () => {
  const mailServer = await openMailServer();
  const now = new Date('2026-11-23T09:00:00Z');
  const mail = {
    partnershipId: null,
    to: 'ada@school.example',
    subject: 'Your link',
    text: 'Follow this link: https://x.example/#y',
  };
  await database.withSignInDesk((db) => postMail(db, mail, now));
  const { rows } = await owner.query('select id from mails');
  const post = openPost({ smtpUrl: mailServer.url, mailFrom: 'Lateral <no-reply@lateral.example>' });
  const send = () => database.withSignInDesk((db) => post.send(db, rows[0].id, now));

  mailServer.state.isFull = true;
  await expect(send()).rejects.toThrow('full');
  expect((await owner.query('select sent_at from mails')).rows).toEqual([{ sent_at: null }]);

  mailServer.state.isFull = false;
  await send();
  await send();
  expect(mailServer.taken).toHaveLength(1);
  expect(mailServer.taken[0]).toMatch(
    /From: Lateral <no-reply@lateral.example>[\s\S]*To: ada@school.example[\s\S]*Subject: Your link[\s\S]*Follow this link/,
  );
  mailServer.close();
});

test('a mail that can be stopped says so as mail programs read it, and no other does', async () => {
  const mailServer = await openMailServer();
  const now = new Date('2026-11-23T09:00:00Z');
  const url = 'https://lateral.example/api/notifications/unsubscribe?token=a.b.c';
  const mail = { partnershipId: null, to: 'ada@school.example', subject: 'News', text: 'News' };
  const ids = [crypto.randomUUID(), crypto.randomUUID()] as const;
  await database.withSignInDesk(async (db) => {
    await postMail(db, { id: ids[0], ...mail, unsubscribeUrl: url }, now);
    await postMail(db, { id: ids[1], ...mail }, now);
  });
  const post = openPost({ smtpUrl: mailServer.url, mailFrom: 'Lateral <no-reply@lateral.example>' });
  for (const id of ids) await database.withSignInDesk((db) => post.send(db, id, now));
  const [news = '', other = ''] = mailServer.taken;
  expect(news.replace(/\s+/g, ' ')).toContain(`List-Unsubscribe: <${url}>`);
  expect(news).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\s*$/m);
  expect(other).not.toContain('List-Unsubscribe');
  mailServer.close();
});

test('a mail of a transaction that fails is never sent', async () => {
  const { rows: before } = await owner.query('select count(*)::int as n from mails');
  const failing = database.withSignInDesk(async (db) => {
    await postMail(db, { partnershipId: null, to: 'a@b.example', subject: 's', text: 't' }, new Date());
    throw new Error('and then it failed');
  });
  await expect(failing).rejects.toThrow('and then it failed');
  expect((await owner.query('select count(*)::int as n from mails')).rows).toEqual(before);
});

test('an invitation goes with its mail, with its method beside it, and is read as it was written', async () => {
  const mailServer = await openMailServer();
  const now = new Date('2026-11-23T09:00:00Z');
  const calendar = writeInvitation({
    ...{ uid: 'a@lateral', sequence: 2, method: 'CANCEL', stamp: now, day: '2027-01-12' },
    ...{ summary: 'Réview', description: 'About it', location: null, url: null },
    organizer: { name: 'Wolds', email: 'no-reply@lateral.example' },
    attendee: { name: 'Ada Fern', email: 'ada@school.example' },
  });
  const id = crypto.randomUUID();
  const mail = { id, partnershipId: null, to: 'ada@school.example', subject: 'Called off', text: 'Sorry' };
  await database.withSignInDesk((db) => postMail(db, { ...mail, calendar }, now));
  const post = openPost({ smtpUrl: mailServer.url, mailFrom: 'Lateral <no-reply@lateral.example>' });
  await database.withSignInDesk((db) => post.send(db, id, now));
  const [message = ''] = mailServer.taken;
  expect(message).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/);
  const [, attached = ''] = message.split(/filename=invitation\.ics\n/);
  const [, body = ''] = /\n\n([A-Za-z0-9+/=\n]+)/.exec(`\n${attached}`) ?? [];
  expect(Buffer.from(body, 'base64').toString().trim()).toBe(calendar.trim());
  mailServer.close();
});
