import type { Db } from '@lateral/db/client';
import type { Actor } from '../actor.ts';
import { Problem } from '../problems.ts';
import { recordChunk } from './chunk-queries.ts';
import { found, lockFor } from './move-import.ts';
import { recordFileSize, replaceFile, updateImport } from './queries.ts';

/** The largest file taken: a national register is about 60 MB. */
const largestFile = 250 * 1024 * 1024;
const pieceSize = 1024 * 1024;

type File = { importId: string; name: string; bytes: AsyncIterable<Uint8Array> };

/** Keeps one file of an import, piece by piece as it comes; a broken connection leaves nothing behind. */
export async function takeFile(db: Db, actor: Pick<Actor, 'partnershipId'>, { importId, name, bytes }: File) {
  await lockFor(db, importId, 'upload');
  await replaceFile(db, actor.partnershipId, importId, name);
  let size = 0;
  let position = 0;
  for await (const piece of inPieces(bytes)) {
    size += piece.length;
    if (size > largestFile) throw new Problem(413, 'too-large', { detail: 'A file may be at most 250 MB.' });
    await recordChunk(db, {
      partnershipId: actor.partnershipId,
      importId,
      name,
      position: position++,
      bytes: piece,
    });
  }
  await recordFileSize(db, importId, name, size);
  await updateImport(db, importId, { state: 'uploading' });
  return found(db, importId);
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>) {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    length += chunk.length;
    if (length < pieceSize) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}
