import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Checkpoint } from './entry.ts';
import { bindKey, readPublicKey } from './keys.ts';
import { readExport } from './read-export.ts';
import { type AuditFault, verifyExport } from './verify.ts';

/** Checks an exported audit trail, offline: `verify-audit EXPORT.json --key PUBLIC [--kept CHECKPOINTS.jsonl]`. */
const usage = 'Usage: verify-audit EXPORT.json --key PUBLIC [--kept CHECKPOINTS.jsonl]';
/** How many faults to print at most. */
const shown = 20;

/** A sentence for a person, ending the program with status 2. */
class Refusal extends Error {}

const words: Record<AuditFault['fault'], (seq: number) => string> = {
  'entry-missing': (seq) => `Entry ${seq} is missing.`,
  'entry-out-of-order': (seq) => `Entry ${seq} is not in its place, or there twice.`,
  'entry-changed': (seq) => `Entry ${seq} has been changed, or does not follow the one before it.`,
  'detail-changed': (seq) => `What entry ${seq} says has been changed.`,
  'tail-missing': (seq) => `The end is missing, from entry ${seq} on.`,
  'signature-wrong': (seq) => `The signature for entry ${seq} is missing, or not of this key.`,
  'chain-rewritten': (seq) =>
    `The entries up to ${seq} have been written anew: they are not those that were signed.`,
};

function readText(file: string) {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new Refusal(`The file ${file} is not there, or cannot be read.`);
  }
}

function parse<T>(text: string, what: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Refusal(`${what} is not JSON.`);
  }
}

function readArguments(args: string[]) {
  const options = { key: { type: 'string' }, kept: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({
      args: bindKey(args),
      options,
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Refusal(`Name one export. ${usage}`);
    if (values.key === undefined) throw new Refusal(`Give the public key that you have kept. ${usage}`);
    return { file, key: values.key, kept: values.kept };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${(error as Error).message.split(/[.\n]/)[0]}. ${usage}`);
  }
}

function main(args: string[]): boolean {
  const { file, key: given, kept } = readArguments(args);
  const key = readPublicKey(existsSync(given) ? readText(given) : given);
  if (!key) throw new Refusal('--key is not a public key: give its 43 characters, or a file that holds it.');
  const read = readExport(parse(readText(file), `The file ${file}`));
  if ('fault' in read) throw new Refusal(`The file ${file} is not a whole export. ${read.fault}`);
  const keptLines = kept ? readText(kept).split('\n').filter(Boolean) : [];
  const checkpoints = keptLines
    .map((line) => parse<Checkpoint & { partnershipId?: string }>(line, `A line of ${kept}`))
    .filter(
      ({ partnershipId }) => partnershipId === undefined || partnershipId === read.audit.partnership.id,
    );
  const { faults, entries, erased, signedTo } = verifyExport(read.audit, key, checkpoints);
  for (const { fault, seq } of faults.slice(0, shown)) console.log(words[fault](seq));
  if (faults.length > shown) console.log(`And ${faults.length - shown} more.`);
  const { name } = read.audit.partnership;
  if (faults.length > 0) console.log(`\nThis is not the history of ${name} as it was signed.`);
  else
    console.log(
      `Whole: ${entries} entries of ${name}, none missing, none changed, signed up to ${signedTo}. ${erased} have had their detail erased.`,
    );
  return faults.length === 0;
}

try {
  process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
