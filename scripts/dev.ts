import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadDemonstration } from '../apps/api/src/flows/load-demonstration.ts';
import { openInstallation } from '../apps/api/src/installation.ts';
import { CannotStart } from '../packages/db/src/embedded.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (step: string) => console.log(`  ${step} …`);

try {
  const { env, ownerUrl, secret, database, close } = await openInstallation(say);
  if (!env.databaseUrl) await loadDemonstration(database, say, new Date());
  const settings = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    LATERAL_SECRET: secret,
    PUBLIC_URL: 'http://localhost:5173',
  };
  const run = (command: string, args: string[], cwd = root) =>
    spawn(command, args, { cwd, env: settings, stdio: 'inherit' });
  const children: ChildProcess[] = [
    run(process.execPath, ['--watch', 'apps/api/src/worker.ts']),
    run(process.execPath, ['--watch', 'scripts/run.mjs', 'api']),
    run(process.execPath, ['node_modules/vite/bin/vite.js', '--clearScreen=false'], `${root}/apps/web`),
  ];
  console.log('\nThe screens, reloading as you change them, are at http://localhost:5173');
  const stop = async () => {
    for (const child of children) child.kill('SIGTERM');
    await close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof CannotStart ? `\n${error.message}` : error);
  process.exit(1);
}
