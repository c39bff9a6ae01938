import { readFileSync } from 'node:fs';
import { answerParent } from './answer-parent.ts';
import { type PackedArea, packArea } from './packed.ts';
import { readInstance } from './read-instance.ts';
import type { Fault } from './reader.ts';
import { splitByArea } from './split-by-area.ts';

/** What reading a file comes to, once its areas are told one by one; or why it was turned away. */
export type ReadAnswer =
  | { kind: 'read'; name: string }
  | { kind: 'missing' | 'unreadable' | 'not-json' }
  | { kind: 'faults'; faults: Fault[] };

async function read(file: string, tell: (area: PackedArea) => Promise<void>): Promise<ReadAnswer> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' };
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'not-json' };
  }
  const found = readInstance(json);
  if ('faults' in found) return { kind: 'faults', faults: found.faults };
  const { instance } = found;
  for (const area of splitByArea(instance)) await tell(packArea(area));
  return { kind: 'read', name: instance.name };
}

await answerParent<{ file: string }, ReadAnswer, PackedArea>(({ file }, tell) => read(file, tell));
