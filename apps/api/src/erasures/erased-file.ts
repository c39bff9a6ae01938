import { appendFile, readFile } from 'node:fs/promises';
import type { ErasureReason } from '@lateral/domain/erasures/erasures';
import type { Whose } from './queries.ts';

/** That somebody was erased, as a line of a file outside the database: only ids. A restore erases them again. */
export type Erased = Whose & { reason: ErasureReason; at: string };

export const appendErased = (file: string, { partnershipId, personId, reason, at }: Erased) =>
  appendFile(file, `${JSON.stringify({ partnershipId, personId, reason, at })}\n`);

const ids = /^[0-9a-f-]{36}$/;

/** Reads the file; a line that was cut off by a crash is passed over. @returns none when there is no such file */
export async function readErased(file: string): Promise<Erased[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      const erased = JSON.parse(line) as Erased;
      return ids.test(erased.partnershipId) && ids.test(erased.personId) ? [erased] : [];
    } catch {
      return [];
    }
  });
}
