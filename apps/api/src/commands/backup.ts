import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { backUp } from '@lateral/db/backup';
import { roleUrls } from '@lateral/db/roles';
import { readArguments, runCommand, Usage } from './command.ts';

const usage = 'pnpm --silent backup FILE';

await runCommand(async () => {
  const { positionals } = readArguments({}, usage);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Usage(`Please name one file to write the backup to.\n${usage}`);
  if (existsSync(file)) throw new Usage(`There is a file ${file} already. Please choose another name.`);
  return async ({ ownerUrl, secret }) => {
    // Under another name until it is whole: half a backup must not be taken for one.
    const half = `${file}.part`;
    try {
      const to = createWriteStream(half, { mode: 0o600 });
      const rows = await backUp(roleUrls(ownerUrl, secret).keeper, to, new Date());
      renameSync(half, file);
      const all = Object.values(rows).reduce((sum, n) => sum + n, 0);
      console.log(
        `Backed up ${all.toLocaleString('en-GB')} rows of ${Object.keys(rows).length} tables to ${file}.`,
      );
      console.log(
        'Keep it safe: it holds everything. Keep the secret too, apart from it: see docs/operating.md.',
      );
    } finally {
      rmSync(half, { force: true });
    }
  };
});
