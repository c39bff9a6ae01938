import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Db } from '@lateral/db/client';
import { importChunks } from '@lateral/db/schema';
import { and, eq } from 'drizzle-orm';

const pack = promisify<Uint8Array, { level: number }, Buffer>(deflateRaw);
const unpack = promisify<Uint8Array, Buffer>(inflateRaw);

type Chunk = { partnershipId: string; importId: string; name: string; position: number; bytes: Uint8Array };

/** Keeps one piece of a file, packed as it is quickest. */
export async function recordChunk(db: Db, { bytes, ...chunk }: Chunk) {
  await db.insert(importChunks).values({ ...chunk, bytes: await pack(bytes, { level: 1 }), isPacked: true });
}

/** One piece of an uploaded file; null after the last. */
export async function findChunk(db: Db, importId: string, name: string, position: number) {
  const [chunk] = await db
    .select({ bytes: importChunks.bytes, isPacked: importChunks.isPacked })
    .from(importChunks)
    .where(
      and(
        eq(importChunks.importId, importId),
        eq(importChunks.name, name),
        eq(importChunks.position, position),
      ),
    );
  if (!chunk) return null;
  return chunk.isPacked ? unpack(chunk.bytes) : chunk.bytes;
}

/** The bytes of an uploaded file, piece by piece; the next is fetched while one is read. */
export async function* readFile(db: Db, importId: string, name: string): AsyncGenerator<Uint8Array> {
  let next = findChunk(db, importId, name, 0);
  for (let position = 1; ; position++) {
    const bytes = await next;
    if (!bytes) return;
    next = findChunk(db, importId, name, position);
    // Whoever stops reading does not wait for it.
    next.catch(() => {});
    yield bytes;
  }
}
