import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openInstallation } from '../apps/api/src/installation.ts';
import { startServer } from '../apps/api/src/server.ts';
import { CannotStart } from '../packages/db/src/embedded.ts';

// One API process, with the SPA where it has been built: for `pnpm dev` and for replicas behind a proxy.
const dist = fileURLToPath(new URL('../apps/web/dist', import.meta.url));
try {
  const installation = await openInstallation();
  const app = await startServer(installation, existsSync(`${dist}/index.html`) ? dist : undefined);
  const stop = async () => {
    await app.close();
    await installation.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
}
