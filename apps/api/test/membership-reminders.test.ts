import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sendMail } from '../src/flows/send-mail.ts';
import { openPost } from '../src/post.ts';
import { composeMail } from '../src/reminders/compose-mail.ts';
import { sendReminders } from '../src/reminders/send-reminders.ts';
import { testApi } from './api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from './builders.ts';
import { buildMembership, buildSigning, buildVersion } from './memberships.ts';

const now = new Date('2026-11-24T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;
const publicUrl = 'http://localhost:3000';

type School = Awaited<ReturnType<typeof buildSchool>>;
type Version = Awaited<ReturnType<typeof buildVersion>>;
type Kind = 'join' | 'consent' | 'co-sign' | 'renew' | 'offer';
let partnershipId: string;
let broker: BuiltPerson;
let board: BuiltPerson;
let two: [string, string];
beforeEach(async () => {
  partnershipId = (await buildPartnership(database, { name: 'Vale Partnership' })).id;
  broker = await buildPerson(database, partnershipId, 'broker', null, {
    email: `broker@${partnershipId}.example`,
  });
  board = await buildPerson(database, partnershipId, 'board-member');
  two = [broker.personId, board.personId];
});

const issue = (number: number, consentBy: string | null = null) =>
  buildVersion(database, partnershipId, { number, by: two, consentBy });
/** A school with a head and a chair of governors. */
async function build(name: string) {
  const school = await buildSchool(database, partnershipId, { name });
  const head = await buildPerson(database, partnershipId, 'headteacher', school.id);
  const chair = await buildPerson(database, partnershipId, 'chair-of-governors', school.id);
  return { ...school, head, chair };
}
type Built = Awaited<ReturnType<typeof build>>;
const sign = (school: Built, version: Version, state: 'opened' | 'signed' | 'co-signed') =>
  buildSigning(database, school, version, state, { by: [school.head.personId, school.chair.personId] });
const ask = (kind: Kind, ...schools: School[]) => ({ kind, ids: schools.map(({ id }) => id) });
const preview = async (body: object) =>
  (await api.as(broker).post('/reminders/preview').send(body).expect(200)).body as {
    mails: { email: string; schools: string[] }[];
    left: { schoolName: string; why: string }[];
    example: { subject: string; text: string } | null;
  };
const left = async (body: object) =>
  (await preview(body)).left.map(({ schoolName, why }) => [schoolName, why]);
const going = async (body: object) => (await preview(body)).mails.map(({ email }) => email);
const send = async (body: object) => {
  const batch = crypto.randomUUID();
  await api.as(broker).put(`/reminders/${batch}`).send(body).expect(200);
  return batch;
};
const workOff = async (batch: string) => {
  await owner.query(`update reminder_batches set hold_until = now() - interval '1 second' where id = $1`, [
    batch,
  ]);
  await database.withPartnership(partnershipId, (db) =>
    sendReminders(db, partnershipId, batch, { now, publicUrl }),
  );
};
const mails = async () =>
  (
    await owner.query<{ id: string; to_address: string; text: string }>(
      'select id, to_address, text from mails where partnership_id = $1 order by to_address',
      [partnershipId],
    )
  ).rows;
const dropped = async (batch: string) =>
  (
    await owner.query<{ dropped_why: string }>(
      'select dropped_why from reminders where batch_id = $1 and dropped_why is not null',
      [batch],
    )
  ).rows.map(({ dropped_why }) => dropped_why);
const finish = (school: Built, version: Version) =>
  owner.query(
    `update signings set state = 'co-signed', co_signed_by = $3, co_signed_name = 'Bo Rook', co_signed_at = now(), co_signed_means = 'passkey'
     where school_id = $1 and agreement_id = $2`,
    [school.id, version.id, school.chair.personId],
  );

describe('an invitation', () => {
  test('goes to heads whose school has not joined; who has signed, or joins later, is left alone', async () => {
    const version = await issue(1);
    const [open, begun, waiting, member, later] = [
      await build('Ashlow'),
      await build('Birchwell'),
      await build('Cobbden'),
      await build('Dunmarsh'),
      await build('Elmstead'),
    ];
    await sign(begun, version, 'opened');
    await sign(waiting, version, 'signed');
    await buildMembership(database, member);
    await buildMembership(database, later, { from: '2027-01-01' });
    const body = ask('join', open, begun, waiting, member, later);
    expect(await going(body)).toEqual([open.head.email, begun.head.email]);
    expect(await left(body)).toEqual([
      ['Cobbden', 'signed-already'],
      ['Dunmarsh', 'already-member'],
      ['Elmstead', 'already-member'],
    ]);
  });

  test('is dropped when the head signs between asking and sending', async () => {
    const version = await issue(1);
    const [one, other] = [await build('Ashlow'), await build('Birchwell')];
    const batch = await send(ask('join', one, other));
    await sign(one, version, 'signed');
    await workOff(batch);
    expect((await mails()).map(({ to_address }) => to_address)).toEqual([other.head.email]);
    expect(await dropped(batch)).toEqual(['signed-already']);
  });
});

describe('a word about the version in force', () => {
  test('goes to heads of members that have not signed it', async () => {
    const first = await issue(1);
    const second = await issue(2);
    const [byHand, earlier, signed, complete, stranger] = [
      await build('Ashlow'),
      await build('Birchwell'),
      await build('Cobbden'),
      await build('Dunmarsh'),
      await build('Elmstead'),
    ];
    for (const one of [byHand, earlier, signed, complete]) await buildMembership(database, one);
    await sign(earlier, first, 'co-signed');
    await sign(signed, second, 'signed');
    await sign(complete, second, 'co-signed');
    const body = ask('consent', byHand, earlier, signed, complete, stranger);
    expect(await going(body)).toEqual([byHand.head.email, earlier.head.email]);
    expect(await left(body)).toEqual([
      ['Cobbden', 'signed-already'],
      ['Dunmarsh', 'signed-already'],
      ['Elmstead', 'not-a-member'],
    ]);
  });

  test('is none while no version is in force', async () => {
    const member = await build('Ashlow');
    await buildMembership(database, member);
    expect(await left(ask('consent', member))).toEqual([['Ashlow', 'nothing-to-sign']]);
  });

  test('is dropped when the head signs before it goes, and when they sign before it is delivered', async () => {
    const version = await issue(1);
    const [one, other] = [await build('Ashlow'), await build('Birchwell')];
    for (const school of [one, other]) await buildMembership(database, school);
    const batch = await send(ask('consent', one, other));
    await sign(one, version, 'signed');
    await workOff(batch);
    const [mail] = await mails();
    expect(mail?.to_address).toBe(other.head.email);
    await sign(other, version, 'signed');
    await sendMail(
      { database, post: openPost({ smtpUrl: null, mailFrom: 'x@y.example' }), now },
      mail?.id ?? '',
    );
    expect(await mails()).toEqual([]);
    expect(await dropped(batch)).toEqual(['signed-already', 'signed-already']);
  });
});

describe('asking to co-sign', () => {
  test('goes to the chair once the head has signed, never to whoever signed', async () => {
    const version = await issue(1);
    const [waiting, unsigned, complete, alone] = [
      await build('Ashlow'),
      await build('Birchwell'),
      await build('Cobbden'),
      await buildSchool(database, partnershipId, { name: 'Dunmarsh' }),
    ];
    await sign(waiting, version, 'signed');
    await sign(unsigned, version, 'opened');
    await sign(complete, version, 'co-signed');
    const both = await buildPerson(database, partnershipId, 'headteacher', alone.id);
    await buildPerson(database, partnershipId, 'chair-of-governors', alone.id, { email: both.email });
    await buildSigning(database, alone, version, 'signed', { by: [both.personId, broker.personId] });
    const body = ask('co-sign', waiting, unsigned, complete, alone);
    expect(await going(body)).toEqual([waiting.chair.email]);
    expect(await left(body)).toEqual([
      ['Birchwell', 'not-signed-yet'],
      ['Cobbden', 'co-signed-already'],
      ['Dunmarsh', 'no-chair'],
    ]);
  });

  test('is dropped when the chair co-signs, and when their time as chair is over', async () => {
    const version = await issue(1);
    const [one, other] = [await build('Ashlow'), await build('Birchwell')];
    for (const school of [one, other]) await sign(school, version, 'signed');
    const batch = await send(ask('co-sign', one, other));
    await finish(one, version);
    await owner.query(`update roles set to_day = '2026-11-23' where person_id = $1`, [other.chair.personId]);
    await workOff(batch);
    expect(await mails()).toEqual([]);
    expect((await dropped(batch)).sort()).toEqual(['co-signed-already', 'no-chair']);
  });

  test('still goes when another version has come into force since', async () => {
    const first = await issue(1);
    const school = await build('Ashlow');
    await sign(school, first, 'signed');
    await issue(2);
    expect(await going(ask('co-sign', school))).toEqual([school.chair.email]);
  });
});

describe('a reminder to renew', () => {
  test('goes to heads of members whose year ends within ninety days', async () => {
    const [soon, far, leaving, open, stranger] = [
      await build('Ashlow'),
      await build('Birchwell'),
      await build('Cobbden'),
      await build('Dunmarsh'),
      await build('Elmstead'),
    ];
    await buildMembership(database, soon, { to: '2027-02-22', endsWhy: 'term' });
    await buildMembership(database, far, { to: '2027-02-23', endsWhy: 'term' });
    await buildMembership(database, leaving, { to: '2027-01-20', endsWhy: 'notice' });
    await buildMembership(database, open);
    const body = ask('renew', soon, far, leaving, open, stranger);
    expect(await going(body)).toEqual([soon.head.email]);
    expect(await left(body)).toEqual([
      ['Birchwell', 'not-expiring'],
      ['Cobbden', 'not-expiring'],
      ['Dunmarsh', 'not-expiring'],
      ['Elmstead', 'not-a-member'],
    ]);
  });

  test('is dropped when the school renews before it goes', async () => {
    const school = await build('Ashlow');
    await buildMembership(database, school, { to: '2026-12-31', endsWhy: 'term' });
    const batch = await send(ask('renew', school));
    await owner.query(`update memberships set to_day = '2027-08-31' where school_id = $1`, [school.id]);
    await workOff(batch);
    expect(await mails()).toEqual([]);
    expect(await dropped(batch)).toEqual(['not-expiring']);
  });
});

test('what is asked for is told to the person, on the page of the school, and wakes one worker for each mail', async () => {
  const version = await issue(1);
  const schools = [await build('Ashlow'), await build('Birchwell'), await build('Cobbden')];
  for (const school of schools) await sign(school, version, 'signed');
  await workOff(await send(ask('co-sign', ...schools)));
  const sent = await mails();
  expect(sent).toHaveLength(3);
  const jobs = await owner.query(
    `select payload ->> 'mailId' as id from graphile_worker._private_jobs where payload ->> 'mailId' = any($1)`,
    [sent.map(({ id }) => id)],
  );
  expect(jobs.rows.map(({ id }) => id).sort()).toEqual(sent.map(({ id }) => id).sort());
  const [first] = schools;
  if (!first) throw new Error('not built');
  const { body: events } = await api.as(broker).get(`/schools/${first.id}/events`).expect(200);
  expect(events.items[0]).toMatchObject({ kind: 'reminder-sent', detail: { about: 'co-sign' } });
  const { body: told } = await api.as(first.chair).get('/notifications').expect(200);
  expect(told.items[0]).toMatchObject({
    kind: 'reminded',
    detail: { about: 'co-sign' },
    school: { name: 'Ashlow' },
  });
});

describe('the words of each mail', () => {
  const sender = { partnership: 'Vale Partnership', name: 'Ruth Penhallow', email: 'ruth@vale.example' };
  const one = { name: 'Ada Fern', schools: [{ id: '1', name: 'Ashlow School' }] };
  const both = { name: 'Ada Fern', schools: [...one.schools, { id: '2', name: 'Birchwell School' }] };
  const write = (
    kind: Kind,
    reader = one,
    inForce: { number: number; consentBy: string | null } | null = { number: 2, consentBy: null },
    today = '2026-11-24',
  ) => {
    const round = { year: 2026, until: '2026-12-04' };
    return composeMail(sender, { kind, note: null, inForce, round }, reader, 'https://vale.example', today);
  };
  const ask_ = 'If you want to ask anything first, please write to Ruth Penhallow at ruth@vale.example.';
  const foot = (why: string) =>
    `Ruth Penhallow\nVale Partnership\n\n--\nYou get this because you ${why}. It was sent by Lateral, which the partnership runs on: please do not answer this address.\n`;

  test('about days to offer says until when, and what happens without them', () => {
    expect(write('offer')).toEqual({
      subject: 'Your reviewer days for Vale Partnership',
      text: `Dear Ada Fern,

Ashlow School has not sent its reviewer days for the reviews of Vale Partnership yet. Please send them by 4 December 2026.

Who goes from your school, on which days they cannot, and when your school cannot be visited: it takes about five minutes.

Send them here. Opening this page sends nothing:
https://vale.example/reviews/offer/1

Days that are not offered cannot be planned with.

${ask_}

${foot('lead Ashlow School')}`,
    });
    const late = write('offer', both, null, '2026-12-05').text;
    expect(late).toContain('have not sent their reviewer days');
    expect(late).toContain('They were due by 4 December 2026.');
    expect(late).toContain('/reviews/offer/1\nhttps://vale.example/reviews/offer/2');
  });

  test('of an invitation', () => {
    expect(write('join')).toEqual({
      subject: 'An invitation to join Vale Partnership',
      text: `Dear Ada Fern,

Ashlow School is invited to join Vale Partnership.

Members review one another: each school is visited by three leaders of other schools, and its own leaders visit others.

To join, your governing body agrees to the membership agreement. Then you sign it, and your chair of governors signs it after you. Signing takes less than five minutes.

Read the agreement. Opening this page signs nothing:
https://vale.example/schools/1/agreement

${ask_}

${foot('lead Ashlow School')}`,
    });
    expect(write('join', both).text).toContain(
      'Ashlow School and Birchwell School are invited to join Vale Partnership.',
    );
    expect(write('join', both).text).toContain(
      'https://vale.example/schools/1/agreement\nhttps://vale.example/schools/2/agreement',
    );
  });

  test.each([
    [
      'the first version',
      { number: 1, consentBy: null },
      'Vale Partnership has a membership agreement. Ashlow School has not signed it yet.\n\nFirst your governing body agrees to it. Then you sign it, and your chair of governors signs it after you.\n\n',
    ],
    [
      'a later one, by a day',
      { number: 2, consentBy: '2026-12-18' },
      'The membership agreement of Vale Partnership has changed. Version 2 is now in force. Ashlow School has not signed it yet. Please sign it by 18 December 2026.\n\nFirst your governing body agrees to it. Then you sign it, and your chair of governors signs it after you. You can see what has changed before you sign.\n\n',
    ],
    [
      'one whose day is over',
      { number: 2, consentBy: '2026-11-23' },
      'The membership agreement of Vale Partnership has changed. Version 2 is now in force. Ashlow School has not signed it yet. It was due by 23 November 2026.\n\nFirst your governing body agrees to it. Then you sign it, and your chair of governors signs it after you. You can see what has changed before you sign.\n\n',
    ],
  ])('about %s', (_, inForce, body) => {
    expect(write('consent', one, inForce)).toEqual({
      subject: 'Please sign the membership agreement of Vale Partnership',
      text: `Dear Ada Fern,\n\n${body}Read the agreement. Opening this page signs nothing:\nhttps://vale.example/schools/1/agreement\n\n${ask_}\n\n${foot('lead Ashlow School')}`,
    });
  });

  test('about co-signing', () => {
    expect(write('co-sign')).toEqual({
      subject: 'Please co-sign for Ashlow School',
      text: `Dear Ada Fern,

The headteacher has signed the membership agreement of Vale Partnership for Ashlow School. As chair of governors, you are asked to sign it too. It takes less than five minutes.

Read the agreement. Opening this page signs nothing:
https://vale.example/schools/1/agreement

${ask_}

${foot('chair the governors of Ashlow School')}`,
    });
  });

  test('about renewing', () => {
    expect(write('renew')).toEqual({
      subject: 'Does your school stay in Vale Partnership?',
      text: `Dear Ada Fern,

The membership of Ashlow School in Vale Partnership ends with the school year, on 31 August, unless the school renews it.

First your governing body agrees. Then you renew, which takes about two minutes.

Renew here. Opening this page changes nothing:
https://vale.example/schools/1/renewal

If your school does not want to stay, you do not have to do anything.

${ask_}

${foot('lead Ashlow School')}`,
    });
    expect(write('renew', both).text).toContain('unless the schools renew it.');
  });
});
