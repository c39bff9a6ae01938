import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process tells: something on the way, then its answer or why there is none. */
export type Told<Answer, News = never> = { news: News } | { answer: Answer } | { error: Error };

/** A process that ended without an answer: by a signal, or with a status of its own. */
export class EndedEarly extends Error {
  readonly by: NodeJS.Signals | number | null;

  constructor(file: string, by: NodeJS.Signals | number | null) {
    super(`${file} ended with ${by} and no answer`);
    this.by = by;
  }
}

interface ProcessOptions<News> {
  onNews?: (news: News) => void;
  /** Once aborted, the process is ended, and the promise rejects. */
  signal?: AbortSignal;
  /** A file that is open here and that the process shall have open too, as `sharedFile`. */
  shared?: number;
}

/** Where a process finds the file that is shared with it. */
export const sharedFile = 3;

/**
 * Where processes keep what Node has compiled, so that the next one starts in a third of the time; where nobody may
 * write there, it takes as long as before. Beside the sources, because whoever could write to it could have code run.
 */
const compiled = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));

/** A process's room for short-lived objects, in MiB: cleared away sooner, they take less memory. */
const youngMib = 1;

/**
 * Has a file beside this one do its work in a process of its own. What it takes in memory goes with it, and so does
 * whatever goes wrong: threads of one process that load WebAssembly (the solver, and Node's own reader of TypeScript)
 * end it altogether once in some thousand times (docs/decisions/037). Rejects with what the process throws, or when it
 * ends without an answer.
 */
export function askProcess<Answer, News = never>(
  file: `./${string}-process.ts`,
  input: object,
  { onNews, signal, shared }: ProcessOptions<News> = {},
): Promise<Answer> {
  // It is told who asks: by the time it could look, whoever asked may be gone, and another its parent.
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [String(process.pid)], {
    serialization: 'advanced',
    execArgv: [`--max-semi-space-size=${youngMib}`],
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled },
    stdio: ['ignore', 'ignore', 'inherit', shared ?? 'ignore', 'ipc'],
    ...(signal && { signal }),
  });
  return new Promise((resolve, reject) => {
    child.on('message', (told: Told<Answer, News>) => {
      if ('news' in told) onNews?.(told.news);
      else if ('answer' in told) resolve(told.answer);
      else reject(told.error);
    });
    child.on('error', reject);
    // Not `exit`, which may come before the last message.
    child.once('close', (code, name) => reject(new EndedEarly(file, name ?? code)));
    // What cannot be told to it is told to one that has ended, or ends now: that it did, and by what, is what counts.
    child.send(input, (error) => error && child.kill());
  });
}
