import { askForErasure, previewErasure } from '../erasures/ask-for-erasure.ts';
import { appendErased } from '../erasures/erased-file.ts';
import { erasePerson } from '../flows/erase-person.ts';
import { Problem } from '../problems.ts';
import { readArguments, runCommand, Usage } from './command.ts';
import { findPerson } from './find-person.ts';

// Erases a person, for good. Without --yes it only says how much would go.
const usage = 'pnpm --silent erase-person --partnership NAME --email ADDRESS [--yes]';

const refusals: Record<string, string> = {
  'last-broker': 'They are the partnership’s only broker. Give it another one first.',
};

await runCommand(async () => {
  const { values, positionals } = readArguments(
    { partnership: { type: 'string' }, email: { type: 'string' }, yes: { type: 'boolean' } },
    usage,
  );
  if (positionals.length > 0) throw new Usage(usage);
  return async ({ database, env }) => {
    const whose = await findPerson(database, values, usage);
    const now = new Date();
    const { goes } = await previewErasure(database, whose, null, now);
    const records = Object.values(goes).reduce((sum, n) => sum + n, 0);
    if (!values.yes) {
      console.log(
        `${records} records about ${values.email} would go, and their name and address everywhere.`,
      );
      console.log('Nothing has been erased. Add --yes to erase them for good.');
      return;
    }
    await database
      .withPartnership(whose.partnershipId, (db) =>
        askForErasure(db, whose, { askedBy: null, reason: 'asked' }, now),
      )
      .catch((error: unknown) => {
        throw error instanceof Problem && refusals[error.code] ? new Usage(refusals[error.code]) : error;
      });
    const erased = await erasePerson(database, whose, now);
    if (erased) await appendErased(env.erasuresFile, erased);
    console.log(`Erased: ${records} records, and their name and address everywhere.`);
  };
});
