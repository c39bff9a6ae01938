import path from 'node:path';
import { readEnv } from '../apps/api/src/env.ts';
import { findRunning } from '../packages/db/src/embedded.ts';

const running = findRunning(path.join(readEnv().dataDir, 'postgres'));
if (running) {
  process.kill(running.pid, 'SIGINT');
  console.log('The built-in PostgreSQL is stopping.');
} else {
  console.log('The built-in PostgreSQL is not running.');
}
