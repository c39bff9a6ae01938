import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDemonstration } from '../apps/api/src/flows/load-demonstration.ts';
import { type Installation, openInstallation } from '../apps/api/src/installation.ts';
import { startServer } from '../apps/api/src/server.ts';
import { CannotStart } from '../packages/db/src/embedded.ts';
import { buildWeb, dist } from './build-web.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const began = performance.now();
const say = (step: string) => console.log(`  ${step} …`);

/** Jobs and mail are the work of a process of their own; one that dies is replaced. */
function keepWorker({ ownerUrl, secret }: Installation) {
  let child: ChildProcess;
  let stopping = false;
  const start = () => {
    const env = { ...process.env, DATABASE_URL: ownerUrl, LATERAL_SECRET: secret };
    child = fork(path.join(root, 'apps/api/src/worker.ts'), {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('exit', () => {
      if (!stopping) setTimeout(start, 1000);
    });
  };
  start();
  return () =>
    new Promise<void>((resolve) => {
      stopping = true;
      if (child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
}

async function serve() {
  console.log('Lateral is starting.');
  const installation = await openInstallation(say);
  try {
    await serveFrom(installation);
  } catch (error) {
    await installation.close();
    throw error;
  }
}

async function serveFrom(installation: Installation) {
  buildWeb();
  const isDemonstration = !installation.env.databaseUrl || process.env.DEMONSTRATION === 'yes';
  if (isDemonstration) await loadDemonstration(installation.database, say, new Date());
  const app = await startServer(installation, dist);
  const stopWorker = keepWorker(installation);
  const stop = async () => {
    await Promise.all([app.close(), stopWorker()]);
    await installation.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`\nLateral is ready after ${seconds} s at ${installation.env.publicUrl}`);
  if (isDemonstration) {
    console.log(
      'Choose “Sign in as Ruth Penhallow”, the broker of the demonstration partnership, or a headteacher.',
    );
  }
  console.log('Press Ctrl C to stop.');
}

try {
  await serve();
} catch (error) {
  console.error(error instanceof CannotStart ? `\n${error.message}` : error);
  process.exit(1);
}
