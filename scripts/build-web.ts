import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '../packages/db/src/embedded.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = path.join(root, 'apps/web');

/** Where the built screens are. */
export const dist = path.join(web, 'dist');

/** The newest change below a folder, in milliseconds. */
function newestIn(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

/** Builds the SPA when it is missing or older than what it is made from. */
export function buildWeb() {
  const page = path.join(dist, 'index.html');
  const sources = [
    path.join(web, 'src'),
    path.join(web, 'public'),
    path.join(root, 'packages/contract/src'),
    path.join(root, 'packages/domain/src'),
  ];
  if (existsSync(page) && statSync(page).mtimeMs > Math.max(...sources.map(newestIn))) return;
  console.log('  Building the screens …');
  const built = spawnSync(
    process.execPath,
    [path.join(web, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: web,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (built.status !== 0) throw new CannotStart('The screens could not be built; the reason is above.');
}
