import type { Agreement } from '@lateral/contract/agreements';
import type { SchoolSigning } from '@lateral/contract/signings';
import type { TestApi } from './api.ts';
import type { BuiltPerson } from './builders.ts';

type Wording = Partial<Pick<Agreement, 'title' | 'clauses' | 'terms' | 'consentBy'>>;

/** Begins the next version, changes it, and has it offered by the broker and issued by a board member, freshly proved. */
export async function issueNext(
  api: TestApi,
  { broker, board }: { broker: BuiltPerson; board: BuiltPerson },
  change: Wording = {},
): Promise<Agreement> {
  const { body: draft } = await api.as(broker).post('/agreements').send({}).expect(201);
  const path = `/agreements/${draft.id}`;
  let { version } = draft;
  const step = async (person: BuiltPerson, what: string) => {
    const call = api.as(person).post(`${path}/${what}`).set('if-match', `"${version}"`).send({});
    const { body } = await call.expect(200);
    version = body.version;
    return body;
  };
  if (Object.keys(change).length > 0) {
    const { title, clauses } = draft;
    const call = api.as(broker).put(path).set('if-match', `"${version}"`);
    version = (await call.send({ title, clauses, ...change }).expect(200)).body.version;
  }
  await step(broker, 'offer');
  return step(board, 'issue');
}

type Signers = { schoolId: string; head: BuiltPerson; chair: BuiltPerson; metOn: string };

/** A school signs the version in force, whole: its governing body agrees, the head signs, the chair co-signs. */
export async function signWhole(
  api: TestApi,
  { schoolId, head, chair, metOn }: Signers,
  change: { pledgedPence?: number } = {},
): Promise<SchoolSigning> {
  const path = `/schools/${schoolId}/signing`;
  const { body: seen } = await api.as(head).get(path).expect(200);
  const match = (version: number) => `"${version}"`;
  const { body: agreed } = await api
    .as(head)
    .put(`${path}/governing-body`)
    .set('if-match', match(seen.version))
    .send({ metOn, minute: 'FGB 4', agreementId: seen.agreement.id, ...change })
    .expect(200);
  const signature = { hasAuthority: true, sha256: seen.agreement.sealed.sha256 };
  const { body: signed } = await api
    .as(head)
    .post(`${path}/sign`)
    .set('if-match', match(agreed.version))
    .send({ name: 'Ada Fern', ...signature })
    .expect(200);
  const { body } = await api
    .as(chair)
    .post(`${path}/co-sign`)
    .set('if-match', match(signed.version))
    .send({ name: 'Bo Rook', ...signature })
    .expect(200);
  return body;
}
