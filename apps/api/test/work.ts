import type { Import } from '@lateral/contract/imports';
import type { Database } from '@lateral/db/client';
import type { ImportKind } from '@lateral/domain/imports/states';
import { runJob } from '../src/flows/run-job.ts';
import type { testApi } from './api.ts';

type Api = Awaited<ReturnType<typeof testApi>>;
type Person = { personId: string; partnershipId: string; sessionId: string };

/** Does one job here and now, as a worker would. An error that a worker would log fails the test. */
export async function workOff(
  database: Database,
  partnershipId: string,
  jobId: string,
  now = new Date('2026-11-23T09:00:00Z'),
) {
  const errors: unknown[] = [];
  await runJob({ database, now: () => now, onError: (error) => errors.push(error) }, partnershipId, jobId);
  if (errors.length > 0) throw errors[0];
}

type Files = Record<string, string | Buffer>;

/** Sends files as an import and checks them. @returns the import as it then stands */
export async function checkFiles(api: Api, person: Person, kind: ImportKind, files: Files): Promise<Import> {
  const as = api.as(person);
  const { body: started } = await as.post('/imports').send({ kind }).expect(201);
  for (const [name, bytes] of Object.entries(files)) {
    await as
      .put(`/imports/${started.id}/files/${encodeURIComponent(name)}`)
      .set('content-type', 'application/octet-stream')
      .send(Buffer.from(bytes))
      .expect(200);
  }
  const { body: sent } = await as.post(`/imports/${started.id}/check`).expect(202);
  await workOff(api.database, person.partnershipId, sent.job.id);
  return (await as.get(`/imports/${started.id}`).expect(200)).body;
}

/** Applies an import that has been checked. */
export async function applyFiles(api: Api, person: Person, importId: string): Promise<Import> {
  const as = api.as(person);
  const { body: sent } = await as.post(`/imports/${importId}/apply`).expect(202);
  await workOff(api.database, person.partnershipId, sent.job.id);
  return (await as.get(`/imports/${importId}`).expect(200)).body;
}

export async function importFiles(api: Api, person: Person, kind: ImportKind, files: Files) {
  const checked = await checkFiles(api, person, kind, files);
  if (checked.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(checked.faults)}`);
  return applyFiles(api, person, checked.id);
}
