import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { connect } from '@lateral/db/client';
import { CannotStart, startEmbedded } from '@lateral/db/embedded';
import { CannotRestore } from '@lateral/db/read-backup';
import { restore } from '@lateral/db/restore';
import { roleUrls } from '@lateral/db/roles';
import { settleRestored } from '../backups/settle-restored.ts';
import { readEnv, readSecret } from '../env.ts';
import { readErased } from '../erasures/erased-file.ts';
import { replayErasures } from '../flows/erase-person.ts';
import { verifyChains } from '../flows/verify-chains.ts';
import { prepareQueue } from '../installation.ts';
import { readArguments, Usage } from './command.ts';

// Restores a backup into an empty place: a DATA_DIR with nothing in it, or an empty database at DATABASE_URL.
const usage = 'pnpm --silent restore FILE [--erasures FILE] [--send-mail]';

async function main() {
  const { values, positionals } = readArguments(
    { 'send-mail': { type: 'boolean' }, erasures: { type: 'string' } },
    usage,
  );
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Usage(`Please name one backup.\n${usage}`);
  if (!existsSync(file)) throw new Usage(`There is no file ${file}.`);
  if (values.erasures && !existsSync(values.erasures))
    throw new Usage(`There is no file ${values.erasures}.`);
  const env = readEnv();
  const secret = readSecret(env);
  const server = env.databaseUrl
    ? { url: env.databaseUrl, stop: async () => {} }
    : await startEmbedded(path.join(env.dataDir, 'postgres'));
  try {
    const { rows, madeAt } = await restore(server.url, secret, createReadStream(file));
    await prepareQueue(server.url);
    const database = connect(roleUrls(server.url, secret));
    const sendsMail = values['send-mail'] === true;
    const settled = await settleRestored(database, { sendsMail }, new Date());
    const erased = await readErased(values.erasures ?? env.erasuresFile);
    const erasedAgain = await replayErasures(database, erased, new Date());
    const verdicts = await verifyChains(database, secret, new Date());
    await database.close();
    tell(rows, madeAt, settled, sendsMail);
    if (erasedAgain > 0)
      console.log(`Erased again, because it was done after the backup was made: ${erasedAgain}.`);
    return verdicts.every((verdict) => tellChain(verdict));
  } finally {
    await server.stop();
  }
}

type Settled = Awaited<ReturnType<typeof settleRestored>>;

function tell(rows: Record<string, number>, madeAt: string, settled: Settled, sendsMail: boolean) {
  const all = Object.values(rows).reduce((sum, n) => sum + n, 0);
  console.log(
    `Restored ${all.toLocaleString('en-GB')} rows of ${Object.keys(rows).length} tables, as they stood at ${madeAt}.`,
  );
  console.log(`Everybody must sign in again: ${settled.sessionsEnded} sessions ended.`);
  if (settled.workStopped > 0)
    console.log(`${settled.workStopped} pieces of work were under way then, and must be started again.`);
  if (settled.mails > 0)
    console.log(
      sendsMail
        ? `${settled.mails} mails that were waiting are sent.`
        : `${settled.mails} mails that were waiting are not sent, since they may have been sent after the backup was made.`,
    );
}

function tellChain({ partnership, entries, faults }: Awaited<ReturnType<typeof verifyChains>>[number]) {
  const isWhole = faults === 0;
  console.log(
    isWhole
      ? `The history of ${partnership} is whole: ${entries.toLocaleString('en-GB')} entries.`
      : `The history of ${partnership} does not check with this secret. Is it the secret that the backup was made under?`,
  );
  return isWhole;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  const isExpected = error instanceof Usage || error instanceof CannotStart || error instanceof CannotRestore;
  console.error(isExpected ? (error as Error).message : error);
  process.exitCode = error instanceof Usage ? 2 : 1;
}
