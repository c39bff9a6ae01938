import { personData } from '@lateral/contract/erasures';
import { personRows } from '@lateral/domain/erasures/person-rows';
import { writeCsv } from '../csv.ts';
import { readPersonData } from '../flows/read-person-data.ts';
import { readArguments, runCommand, Usage } from './command.ts';
import { findPerson } from './find-person.ts';

// Prints all that is kept about a person, to give them when they ask.
const usage = 'pnpm --silent person-data --partnership NAME --email ADDRESS [--csv] > FILE';

await runCommand(async () => {
  const { values, positionals } = readArguments(
    { partnership: { type: 'string' }, email: { type: 'string' }, csv: { type: 'boolean' } },
    usage,
  );
  if (positionals.length > 0) throw new Usage(usage);
  return async ({ database }) => {
    const data = await readPersonData(database, await findPerson(database, values, usage), new Date());
    process.stdout.write(
      values.csv ? writeCsv(personRows(data.parts)) : `${JSON.stringify(personData.encode(data), null, 2)}\n`,
    );
  };
});
