import type { Db } from '@lateral/db/client';
import { listReadings, replaceReadings } from './queries.ts';
import type { RegisterFiles } from './read-register.ts';

/** How many records one piece holds. */
const inPiece = 500;

/** Keeps what the files said when they were checked, so that applying them need not read them again. */
export async function keepReading(db: Db, partnershipId: string, importId: string, files: RegisterFiles) {
  const { establishments, links, refused, source } = files;
  const pieces: Partial<RegisterFiles>[] = [{ links, refused, source }];
  for (let i = 0; i < establishments.length; i += inPiece)
    pieces.push({ establishments: establishments.slice(i, i + inPiece) });
  await replaceReadings(db, partnershipId, importId, pieces);
}

/** What was kept when the files were checked; null when nothing was. */
export async function findReading(db: Db, importId: string): Promise<RegisterFiles | null> {
  const [first, ...more] = (await listReadings(db, importId)) as Partial<RegisterFiles>[];
  if (!first?.source) return null;
  const { links = [], refused = [], source } = first;
  return { links, refused, source, establishments: more.flatMap((piece) => piece.establishments ?? []) };
}
