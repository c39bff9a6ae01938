import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { buildPartnership, buildPerson, buildSchool } from '../apps/api/test/builders.ts';
import * as schema from '../packages/db/src/schema.ts';
import { canonicalText } from '../packages/domain/src/agreements/canonical.ts';
import { templateFor } from '../packages/domain/src/agreements/template.ts';
import type { Figure } from './measure.ts';
import { openBench, type Place } from './place.ts';

const copies = 300;
const mostMemory = 300;

/** The figures of this file, in the order in which they are measured. */
export const names = ['agreement-pdf-memory'];

/**
 * The sealed copies of 300 complete signings, made one after another by the worker's own code. The memory is the most
 * that a process of its own takes, above what it takes when it has just made one.
 */
export async function* figures(_isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  await using place = await openBench();
  yield await weigh(place);
}

async function weigh(place: Place): Promise<Figure> {
  const { partnershipId, signingIds } = await buildSignings(place, copies + 1);
  const child = fork(
    new URL('agreements-child.ts', import.meta.url),
    [JSON.stringify({ partnershipId, signingIds })],
    { env: { ...process.env, ...place.env }, execArgv: ['--expose-gc'] },
  );
  const [{ idle, peak, ms }] = (await once(child, 'message')) as [{ idle: number; peak: number; ms: number }];
  const { rows } = await place.owner.query<{ n: number; bytes: number }>(
    'select count(*)::int as n, max(length(pdf)) as bytes from signed_copies',
  );
  if (rows[0]?.n !== copies + 1) throw new Error(`${rows[0]?.n} copies were made`);
  const megabytes = (bytes: number) => bytes / 1024 / 1024;
  const value = megabytes(peak - idle);
  return {
    name: 'agreement-pdf-memory',
    value,
    unit: 'MiB above idle',
    bar: mostMemory,
    ok: value <= mostMemory,
    idle: `${Math.round(megabytes(idle))} MiB`,
    peak: `${Math.round(megabytes(peak))} MiB`,
    copies,
    each: `${Math.round(ms / copies)} ms`,
    largest: `${rows[0].bytes} bytes`,
  };
}

/** A partnership whose agreement this many schools have signed and co-signed. */
async function buildSignings({ database }: Place, many: number) {
  const { id: partnershipId, name } = await buildPartnership(database);
  const { personId: head } = await buildPerson(database, partnershipId, 'broker');
  const { personId: chair } = await buildPerson(database, partnershipId, 'board-member');
  const schoolIds: string[] = [];
  for (let i = 0; i < many; i++) schoolIds.push((await buildSchool(database, partnershipId)).id);
  const wording = templateFor(name);
  const sealedText = canonicalText(name, 1, wording);
  const sha256 = createHash('sha256').update(sealedText).digest('hex');
  const at = new Date();
  const day = at.toISOString().slice(0, 10);
  const signingIds = await database.withPartnership(partnershipId, async (db) => {
    const issued = { state: 'issued', number: 1, changedAt: at, offeredBy: head, offeredAt: at } as const;
    const agreement = { ...issued, ...wording, clauses: [...wording.clauses], issuedBy: chair, issuedAt: at };
    const [version] = await db
      .insert(schema.agreements)
      .values({ partnershipId, ...agreement, sealedText, sha256 })
      .returning();
    const proof = { signedBy: head, signedName: 'Ada Fern', signedAt: at, signedMeans: 'passkey' } as const;
    const coProof = {
      coSignedBy: chair,
      coSignedName: 'Bo Rook',
      coSignedAt: at,
      coSignedMeans: 'code',
    } as const;
    const rows = schoolIds.map((schoolId, i) => ({
      ...{ partnershipId, schoolId, agreementId: version?.id ?? '', state: 'co-signed' as const },
      ...{ openedBy: head, openedAt: at, preparedBy: head, preparedAt: at, metOn: day, minute: `M${i}` },
      ...{ sha256, reference: `A1-TEST-${i}`, ...proof, ...coProof },
    }));
    return (await db.insert(schema.signings).values(rows).returning()).map(({ id }) => id);
  });
  return { partnershipId, signingIds };
}
