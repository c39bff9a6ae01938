import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * How a process is asked to stop while it never pauses to read messages: a file without a name that both hold open, and
 * that is no longer empty once it should stop. @throws NoFolder
 */
export function openStopFile() {
  const path = join(tmpdir(), `lateral-stop-${randomUUID()}`);
  const file = openNew(path);
  unlinkSync(path);
  return {
    file,
    ask: () => void writeSync(file, '1', 0),
    close: () => closeSync(file),
  };
}

/** A sentence for a person: nothing can be written to the temporary folder. */
export class NoFolder extends Error {}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx+', 0o600);
  } catch (cause) {
    throw new NoFolder(`Planning needs a temporary folder to write to. ${tmpdir()} is none: set TMPDIR.`, {
      cause,
    });
  }
}

/** Milliseconds between two looks at the file. */
const lookEvery = 50;

/** Whether this process has been asked to stop, or nobody is left to answer to: looked up some times a second. */
export function watchStopFile(file: number): () => boolean {
  const parent = Number(process.argv[2]);
  let isAsked = false;
  let next = 0;
  return () => {
    const now = performance.now();
    if (now < next || isAsked) return isAsked;
    next = now + lookEvery;
    isAsked = fstatSync(file).size > 0 || process.ppid !== parent;
    return isAsked;
  };
}
