import { createHash } from 'node:crypto';
import { buildApp } from '../apps/api/src/app.ts';
import { buildPartnership, buildPerson, buildSchool } from '../apps/api/test/builders.ts';
import { type Figure, interleave, timed } from './measure.ts';
import { openBench, type Place, tokenOf } from './place.ts';

const times = Number(process.env.TIMES ?? 9);
const signatures = Number(process.env.SIGNATURES ?? 400);
const atOnce = 8;
const bar = 3;

/** The figures of this file, in the order in which they are measured. */
export const names = ['sign-agreement'];

/**
 * 400 heads sign for their schools through the API (one process, eight at once), against the bare inserts of the same
 * rows in as many transactions through the same pool: the signature, its event, the broker's news, two mails and the
 * jobs that send them. The sealed copy is made by the worker, afterwards.
 */
export async function* figures(): AsyncGenerator<Figure> {
  await using place = await openBench();
  await using site = await openSite(place);
  const signing = async () => {
    await site.begin('agreed');
    const ms = await timed(site.signAll);
    await site.expectSigned();
    return ms;
  };
  const inserting = async () => {
    await site.begin('nothing');
    const ms = await timed(site.insertAll);
    await site.expectSigned();
    return ms;
  };
  await signing();
  await inserting();
  const { ours, theirs } = await interleave(times, signing, inserting);
  const value = ours / theirs;
  const each = (ms: number) => `${(ms / signatures).toFixed(2)} ms`;
  yield {
    name: 'sign-agreement',
    value,
    unit: '× the bare inserts of the same rows',
    bar,
    ok: value <= bar,
    ours: each(ours),
    bare: each(theirs),
  };
}

type Signer = { schoolId: string; personId: string; email: string; token: string };

/** A version in force, and as many schools as there are signatures, each with a head who is freshly proved and a chair. */
async function buildSigners(place: Place) {
  const { database, owner } = place;
  const { id: partnershipId } = await buildPartnership(database);
  const proved = { confirmedAt: new Date() };
  const broker = await buildPerson(database, partnershipId, 'broker', null, proved);
  const board = await buildPerson(database, partnershipId, 'board-member', null, proved);
  const text = 'Membership agreement\n';
  const sha256 = createHash('sha256').update(text).digest('hex');
  const { rows } = await owner.query<{ id: string }>(
    `insert into agreements (partnership_id, number, title, clauses, changed_at, state, offered_by, offered_at, issued_by, issued_at, sealed_text, sha256)
     values ($1, 1, 'A', '[]', now(), 'issued', $2, now(), $3, now(), $4, $5) returning id`,
    [partnershipId, broker.personId, board.personId, text, sha256],
  );
  const agreementId = rows[0]?.id ?? '';
  const signers: Signer[] = [];
  for (let i = 0; i < signatures; i++) {
    const school = await buildSchool(database, partnershipId);
    const head = await buildPerson(database, partnershipId, 'headteacher', school.id, proved);
    await buildPerson(database, partnershipId, 'chair-of-governors', school.id);
    signers.push({
      schoolId: school.id,
      personId: head.personId,
      email: head.email,
      token: tokenOf(place, head),
    });
  }
  await owner.query('vacuum analyze');
  return { partnershipId, agreementId, text, sha256, signers };
}

async function openSite(place: Place) {
  const { database, secret, owner } = place;
  const app = await buildApp({ database, secret });
  const { partnershipId, agreementId, text, sha256, signers } = await buildSigners(place);
  const each = (work: (signer: Signer) => Promise<unknown>) =>
    Promise.all(
      Array.from({ length: atOnce }, async (_each, worker) => {
        for (let i = worker; i < signers.length; i += atOnce) await work(signers[i] as Signer);
      }),
    );

  const sign = async ({ schoolId, token }: Signer) => {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: `/api/schools/${schoolId}/signing/sign`,
      headers: { authorization: `Bearer ${token}`, 'if-match': '"1"' },
      payload: { name: 'Ada Fern', hasAuthority: true, sha256 },
    });
    if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
  };

  const insert = ({ schoolId, personId, email }: Signer) =>
    database.withPartnership(partnershipId, async (db) => {
      const at = new Date().toISOString();
      const mailIds = [crypto.randomUUID(), crypto.randomUUID()];
      await db.execute(
        `insert into signings (partnership_id, school_id, agreement_id, state, opened_by, opened_at, met_on, minute, prepared_by, prepared_at, sha256, reference, signed_by, signed_name, signed_at, signed_means)
         values ('${partnershipId}', '${schoolId}', '${agreementId}', 'signed', '${personId}', '${at}', current_date, 'M', '${personId}', '${at}', '${sha256}', '${crypto.randomUUID()}', '${personId}', 'Ada Fern', '${at}', 'passkey')`,
      );
      await db.execute(
        `insert into events (partnership_id, person_id, at, kind, school_id, detail) values ('${partnershipId}', '${personId}', '${at}', 'agreement-signed', '${schoolId}', '{"number":1}')`,
      );
      await db.execute(
        `insert into mails (id, partnership_id, to_address, subject, text, created_at) values ${mailIds
          .map((id) => `('${id}', '${partnershipId}', '${email}', 'Signed', '${text}', '${at}')`)
          .join(', ')}`,
      );
      await db.execute(
        `select wake_worker('send-mail', json_build_object('mailId', id)) from unnest(array['${mailIds.join("','")}']) as id`,
      );
    });

  return {
    signAll: () => each(sign),
    insertAll: () => each(insert),
    /** Everything as it is before anybody signs. */
    async begin(how: 'agreed' | 'nothing') {
      await owner.query('truncate signings, events, mails, notifications cascade');
      await owner.query('delete from graphile_worker._private_jobs');
      if (how === 'agreed')
        await owner.query(
          `insert into signings (partnership_id, school_id, agreement_id, state, opened_by, opened_at, met_on, minute, prepared_by, prepared_at)
           select partnership_id, school_id, $2, 'agreed', person_id, now(), current_date, 'M', person_id, now()
           from roles where partnership_id = $1 and role = 'headteacher'`,
          [partnershipId, agreementId],
        );
    },
    async expectSigned() {
      const found = await owner.query<{ signed: number; mails: number; events: number; jobs: number }>(
        `select (select count(*)::int from signings where state = 'signed') as signed, (select count(*)::int from mails) as mails,
         (select count(*)::int from events) as events, (select count(*)::int from graphile_worker._private_jobs) as jobs`,
      );
      const { signed, mails, events, jobs } = found.rows[0] ?? {};
      if (
        signed !== signatures ||
        mails !== 2 * signatures ||
        events !== signatures ||
        jobs !== 2 * signatures
      )
        throw new Error(`not what ${signatures} signatures leave: ${JSON.stringify(found.rows[0])}`);
    },
    async [Symbol.asyncDispose]() {
      await app.close();
    },
  };
}
