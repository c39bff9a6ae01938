import { buildPerson, buildSchool, buildSession } from '../test/builders.ts';
import { askSurely, tokenFor } from './caller.ts';
import { between, report, say, wait } from './figures.ts';
import { buildBroker, openPlace, type Place } from './place.ts';

const signatures = 100;

/** A person of a school who is signed in and stays freshly proved, with their access token. */
async function buildSigner(
  place: Place,
  partnershipId: string,
  role: 'headteacher' | 'chair-of-governors' | 'board-member',
  schoolId: string | null,
) {
  const person = await buildPerson(place.database, partnershipId, role, schoolId);
  const sessionId = await buildSession(place.database, person, new Date(Date.now() + 3_600_000));
  return tokenFor({ ...person, sessionId }, place.secret);
}

/** Kills the API and the worker while 100 schools sign and co-sign: every signature that was acknowledged stands, once, with its mails. */
export async function killSigning(times = 20) {
  const place = await openPlace();
  const broker = await buildBroker(place);
  const { partnershipId } = broker;
  const brokerToken = tokenFor(broker, place.secret);
  const board = await buildSigner(place, partnershipId, 'board-member', null);
  let api = await place.startApi();
  let worker = place.startWorker();
  const sure = async (
    token: string,
    method: string,
    path: string,
    body: unknown,
    key: string,
    version?: number,
  ) => {
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
    const call = { method, path: `/api${path}`, body, headers };
    let answer = await askSurely(() => api.url, token, call, key);
    // The server is away longer than anybody waits at a screen: they come back and press again.
    while (answer.status === 0) answer = await askSurely(() => api.url, token, call, key);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as { version: number; id: string; sealed: { sha256: string } };
  };

  const draft = await sure(brokerToken, 'POST', '/agreements', {}, 'begin-the-draft');
  const at = `/agreements/${draft.id}`;
  const offered = await sure(brokerToken, 'POST', `${at}/offer`, {}, 'offer-the-draft', draft.version);
  const { sealed } = await sure(board, 'POST', `${at}/issue`, {}, 'issue-the-draft', offered.version);
  const schools: { id: string; head: string; chair: string }[] = [];
  for (let i = 0; i < signatures; i++) {
    const { id } = await buildSchool(place.database, partnershipId);
    const head = await buildSigner(place, partnershipId, 'headteacher', id);
    const chair = await buildSigner(place, partnershipId, 'chair-of-governors', id);
    schools.push({ id, head, chair });
  }

  const acknowledged = { signed: new Set<string>(), coSigned: new Set<string>() };
  async function sign({ id, head, chair }: (typeof schools)[number]) {
    await wait(between(0, times * 1300));
    const path = `/schools/${id}/signing`;
    const metOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
    const body = { metOn, minute: 'FGB 4', agreementId: draft.id };
    const agreed = await sure(head, 'PUT', `${path}/governing-body`, body, `agree-${id}`, 0);
    const signature = { name: 'Ada Fern', hasAuthority: true, sha256: sealed.sha256 };
    const signed = await sure(head, 'POST', `${path}/sign`, signature, `sign-${id}`, agreed.version);
    acknowledged.signed.add(id);
    await wait(between(0, 2000));
    await sure(chair, 'POST', `${path}/co-sign`, signature, `co-sign-${id}`, signed.version);
    acknowledged.coSigned.add(id);
  }
  const work = Promise.all(schools.map(sign));
  for (let i = 1; i <= times; i++) {
    await wait(between(400, 1200));
    if (i % 3 === 0) {
      await worker.kill('SIGKILL');
      worker = place.startWorker();
    } else {
      await api.kill('SIGKILL');
      api = await place.startApi(api.port);
    }
    if (i % 5 === 0)
      say(`${i} kills, ${acknowledged.signed.size} signed, ${acknowledged.coSigned.size} co-signed`);
  }
  await work;

  const owner = await place.look();
  // What a school that has signed and co-signed leaves behind: each of these once, but for the two copies at the end.
  const { rows } = await owner.query<{
    id: string;
    signed: number;
    coSigned: number;
    events: number;
    kinds: number;
    mails: number;
    members: number;
  }>(
    `select s.id, (select count(*)::int from signings g where g.school_id = s.id and signed_at is not null) as signed,
      (select count(*)::int from signings g where g.school_id = s.id and co_signed_at is not null) as "coSigned",
      (select count(*)::int from events e where e.school_id = s.id) as events,
      (select count(distinct kind)::int from events e where e.school_id = s.id) as kinds,
      (select count(*)::int from mails m where position(s.name || ' ' in m.subject || ' ') > 0 or position(s.name || ':' in m.subject) > 0) as mails,
      (select count(*)::int from memberships b where b.school_id = s.id) as members
     from schools s where s.partnership_id = $1`,
    [partnershipId],
  );
  const copies = async () =>
    (await owner.query('select count(*)::int as n from signed_copies')).rows[0].n as number;
  for (const end = Date.now() + 60_000; Date.now() < end && (await copies()) < signatures; ) await wait(200);
  const made = await copies();
  await owner.end();
  await place.close();
  const held = new Map(rows.map((row) => [row.id, row]));
  const lost =
    [...acknowledged.signed].filter((id) => !held.get(id)?.signed).length +
    [...acknowledged.coSigned].filter((id) => !held.get(id)?.coSigned).length;
  const isOnce = (row: (typeof rows)[number]) =>
    row.events === row.kinds && row.mails === 4 && row.members === 1;
  const doubled = rows.filter((row) => !isOnce(row)).length;
  const all = acknowledged.signed.size + acknowledged.coSigned.size;
  const more = { kills: times, signatures: all, copies: made };
  report({
    name: 'signing-killed: acknowledged and lost',
    value: lost + (signatures - made),
    unit: 'signatures and sealed copies',
    bar: '0',
    ok: lost === 0 && made === signatures && all === 2 * signatures,
    ...more,
  });
  report({
    name: 'signing-killed: done twice, or by half',
    value: doubled,
    unit: 'schools',
    bar: '0',
    ok: doubled === 0,
  });
}
