import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type PackedArea, shareArea } from './packed.ts';
import type { ReadMessage } from './reading-process.ts';

/** What reading a file comes to: its areas, or why it was turned away. */
export type FileRead =
  | { kind: 'read'; name: string; areas: PackedArea[] }
  | Exclude<ReadMessage, { kind: 'area' | 'read' }>;

/**
 * Reads a file in a process of its own: what reading takes in memory, some fourteen times the file, is given back to the
 * machine before planning begins. A thread's would stay with this process. Rejects only if that process fails.
 */
export function readFile(file: string): Promise<FileRead> {
  const child = fork(fileURLToPath(new URL('./reading-process.ts', import.meta.url)), [file], {
    serialization: 'advanced',
  });
  const areas: PackedArea[] = [];
  return new Promise((resolve, reject) => {
    child.on('message', (message: ReadMessage) => {
      if (message.kind === 'area') areas.push(shareArea(message));
      else resolve(message.kind === 'read' ? { ...message, areas } : message);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`reading ${file} ended with ${code ?? signal} and no answer`)),
    );
  });
}
