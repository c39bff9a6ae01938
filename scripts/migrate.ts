import { openInstallation } from '../apps/api/src/installation.ts';
import { CannotStart } from '../packages/db/src/embedded.ts';

// Brings the database at DATABASE_URL up to date, as its owner, and ends: for installations of several processes.
try {
  const { close } = await openInstallation((step) => console.log(`${step} …`));
  await close();
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
}
