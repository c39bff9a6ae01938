import { readFileSync } from 'node:fs';
import { type WrittenArea, writeArea } from './packed.ts';
import { readInstance } from './read-instance.ts';
import type { Fault } from './reader.ts';
import { splitByArea } from './split-by-area.ts';

/** What reading a file tells: its areas, one by one, and its name once they are all told; or why it was turned away. */
export type ReadMessage =
  | ({ kind: 'area' } & WrittenArea)
  | { kind: 'read'; name: string }
  | { kind: 'missing' | 'unreadable' | 'not-json' }
  | { kind: 'faults'; faults: Fault[] };

function* read(file: string): Generator<ReadMessage> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return yield { kind: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' };
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return yield { kind: 'not-json' };
  }
  const found = readInstance(json);
  if ('faults' in found) return yield { kind: 'faults', faults: found.faults };
  const { instance } = found;
  for (const area of splitByArea(instance)) yield { kind: 'area', ...writeArea(area) };
  yield { kind: 'read', name: instance.name };
}

/** Resolves once the message is on its way, so that no more than one waits in memory. */
const tell = (message: ReadMessage) =>
  new Promise<void>((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });

for (const message of read(process.argv[2] ?? '')) await tell(message);
process.disconnect();
