import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { plan } from './plan.ts';
import { readInstance } from './read-instance.ts';

/** Plan one instance from the command line: `plan INSTANCE.json [--seconds N] [--seed N] > schedule.json`. */
const usage = 'Usage: plan INSTANCE.json [--seconds N] [--seed N] > schedule.json';
/** How many faults to print at most. */
const shown = 20;

/** A sentence for a person, ending the program with status 2. */
class Refusal extends Error {}

function readArguments(args: string[]): { file: string; seconds: number; seed: number } {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal(`Name one instance file. ${usage}`);
  const seconds = Number(values.seconds);
  if (!(seconds > 0 && seconds <= 86_400)) {
    throw new Refusal(`--seconds should be a number above 0, up to 86400, not "${values.seconds}".`);
  }
  const seed = Number(values.seed);
  if (!Number.isInteger(seed) || values.seed === '') {
    throw new Refusal(`--seed should be a whole number, not "${values.seed}".`);
  }
  return { file, seconds, seed };
}

function parse(args: string[]) {
  const options = {
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split(/[.\n]/)[0]}. ${usage}`);
  }
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Refusal(missing ? `There is no file ${file}.` : `The file ${file} cannot be read.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Refusal(`The file ${file} is not JSON.`);
  }
}

function main(args: string[]): string {
  const { file, seconds, seed } = readArguments(args);
  const read = readInstance(readJson(file));
  if ('faults' in read) {
    const lines = read.faults.slice(0, shown).map(({ path, fault }) => `${path}: ${fault}`);
    if (read.faults.length > shown) lines.push(`and ${read.faults.length - shown} more`);
    throw new Refusal(lines.join('\n'));
  }
  const effort = { milliseconds: seconds * 1000, clock: () => performance.now() };
  return `${JSON.stringify(plan(read.instance, { seed, effort }), null, 1)}\n`;
}

try {
  process.stdout.write(main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
