import { askProcess } from './ask-process.ts';
import type { PackedArea } from './packed.ts';
import type { ReadAnswer } from './reading-process.ts';

/** What reading a file comes to: its areas, or why it was turned away. */
export type FileRead =
  | { kind: 'read'; name: string; areas: PackedArea[] }
  | Exclude<ReadAnswer, { kind: 'read' }>;

/**
 * Reads a file in a process of its own: what reading takes in memory, some fourteen times the file, is given back to the
 * machine before planning begins. Rejects only if that process fails.
 */
export async function readFile(file: string): Promise<FileRead> {
  const areas: PackedArea[] = [];
  const onNews = (area: PackedArea) => void areas.push(area);
  const answer = await askProcess<ReadAnswer, PackedArea>('./reading-process.ts', { file }, { onNews });
  return answer.kind === 'read' ? { ...answer, areas } : answer;
}
