import { createPartnership, makeFirstLink } from '../flows/create-partnership.ts';
import { readArguments, runCommand, Usage } from './command.ts';
import { findPartnershipId } from './find-partnership.ts';

const usage = 'pnpm --silent create-partnership NAME --la 916 --broker "Name <address>"';

function readBroker(text: string | undefined) {
  const [, name, email] =
    /^\s*([^<]+?)\s*<\s*([^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)\s*>\s*$/.exec(text ?? '') ?? [];
  const [firstName, ...rest] = (name ?? '').split(/\s+/);
  if (!firstName || rest.length === 0 || !email) {
    throw new Usage(`Please name the broker as "First Last <address>".\n${usage}`);
  }
  return { firstName, lastName: rest.join(' '), email: email.toLowerCase() };
}

await runCommand(async () => {
  const { values, positionals } = readArguments(
    { la: { type: 'string' }, broker: { type: 'string' } },
    usage,
  );
  const [name, ...more] = positionals;
  const laCode = values.la ?? '';
  if (!name?.trim() || more.length > 0)
    throw new Usage(`Please give the partnership one name, in quotes.\n${usage}`);
  if (!/^\d{3}$/.test(laCode))
    throw new Usage(`Please give the local authority's three-figure code with --la.\n${usage}`);
  const broker = readBroker(values.broker);
  return async ({ database, env }) => {
    if (await findPartnershipId(database, name))
      throw new Usage(`There is already a partnership called ${name}.`);
    const { brokerId } = await createPartnership(database, { name: name.trim(), laCode, broker });
    console.log(await makeFirstLink(database, brokerId, env.publicUrl, new Date()));
  };
});
