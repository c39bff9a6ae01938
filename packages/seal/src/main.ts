import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bindKey, readPublicKey } from '@lateral/audit/keys';
import type { Certificate } from './certificate.ts';
import { isSealable, type SealFault, verifySealed } from './seal.ts';

/** Checks a sealed copy of an agreement, offline: `verify-agreement FILE.pdf [--key PUBLIC]`. */
const usage = 'Usage: verify-agreement FILE.pdf [--key PUBLIC]';
/** A copy is some 40 KB; what is larger than this is none. */
const mostBytes = 50_000_000;

/** A sentence for a person, ending the program with status 2. */
class Refusal extends Error {}

const words: Record<SealFault, string> = {
  'no-seal': 'It has no seal: it was never sealed, or its end was cut off or changed.',
  'two-seals': 'It has more than one seal, so something was added to it.',
  'seal-changed': 'Its seal has been changed.',
  'added-after': 'Something was added after its seal.',
  changed: 'It has been changed since it was sealed.',
  'other-key': 'It is whole, but sealed with another key than the one that you gave.',
  'not-ours': 'It is sealed, but it is no copy of an agreement: it holds no certificate.',
  'other-text': 'The text in it is not the one that its certificate says was signed.',
};

function read(file: string): Buffer {
  try {
    if (statSync(file).size > mostBytes) throw new Refusal(`The file ${file} is too large to be a copy.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The file ${file} is not there, or cannot be read.`);
  }
}

function readArguments(args: string[]) {
  try {
    const options = { key: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({
      args: bindKey(args),
      options,
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Refusal(`Name one file. ${usage}`);
    return { file, given: values.key };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${(error as Error).message.split(/[.\n]/)[0]}. ${usage}`);
  }
}

function readKey(given: string) {
  const key = readPublicKey(existsSync(given) ? read(given).toString() : given);
  if (!key) throw new Refusal('--key is not a public key: give its 43 characters, or a file that holds it.');
  return key;
}

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'short',
});

function describe({ reference, partnership, school, version, sha256, signed, coSigned }: Certificate) {
  return [
    `Reference: ${reference}, version ${version} of the membership agreement of ${partnership}`,
    `School: ${school.name}, URN ${school.urn}`,
    `Signed: ${signed.name}, headteacher, ${moment.format(new Date(signed.at))}`,
    `Co-signed, and sealed as it then was: ${coSigned.name}, chair of governors, ${moment.format(new Date(coSigned.at))}`,
    `Text: attached as agreement.txt; its SHA-256 is the one on the certificate, ${sha256}`,
  ];
}

function main(args: string[]): boolean {
  const { file, given } = readArguments(args);
  const key = given === undefined ? undefined : readKey(given);
  const bytes = read(file);
  if (!isSealable(bytes)) throw new Refusal(`The file ${file} is not a PDF.`);
  const verdict = verifySealed(bytes, key);
  if (!verdict.isWhole) {
    console.log(`${words[verdict.fault]}\n\nDo not rely on this file.`);
    return false;
  }
  console.log('Whole: not one byte has been changed since it was sealed.\n');
  for (const line of describe(verdict.certificate)) console.log(line);
  console.log(`Key: ${verdict.publicKey}\n`);
  console.log(
    key
      ? 'It is the key that you gave.'
      : 'Anybody can seal a file with a key of their own. Compare this key with the one of the partnership: its History screen shows it, and so does pnpm --silent audit-key.',
  );
  return true;
}

try {
  process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
