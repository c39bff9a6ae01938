import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { readFile } from './read-file.ts';
import { planAreas } from './run.ts';
import { NoFolder } from './stop-file.ts';

/** Plan one instance from the command line. Ctrl C ends early, with the best plan so far. */
const usage = 'Usage: plan INSTANCE.json [--seconds N] [--seed N] [--threads N] [--explain] > schedule.json';
/** More threads than this are a slip of the key. */
const mostThreads = 256;
/** How many faults to print at most. */
const shown = 20;

/** A sentence for a person, ending the program with status 2. */
class Refusal extends Error {}

interface Arguments {
  file: string;
  seconds: number;
  seed: number;
  threads: number;
  explains: boolean;
}

function readArguments(args: string[]): Arguments {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal(`Name one instance file. ${usage}`);
  const seconds = Number(values.seconds);
  if (!(seconds > 0 && seconds <= 86_400)) {
    throw new Refusal(`--seconds should be a number above 0, up to 86400, not "${values.seconds}".`);
  }
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || values.seed === '') {
    throw new Refusal(`--seed should be a whole number, not "${values.seed}".`);
  }
  const threads = Number(values.threads);
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= mostThreads)) {
    throw new Refusal(
      `--threads should be a whole number from 1 to ${mostThreads}, not "${values.threads}".`,
    );
  }
  return { file, seconds, seed, threads, explains: values.explain };
}

function parse(args: string[]) {
  const options = {
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    explain: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split(/[.\n]/)[0]}. ${usage}`);
  }
}

async function readAreas(file: string) {
  const read = await readFile(file);
  switch (read.kind) {
    case 'read':
      return read;
    case 'missing':
      throw new Refusal(`There is no file ${file}.`);
    case 'unreadable':
      throw new Refusal(`The file ${file} cannot be read.`);
    case 'not-json':
      throw new Refusal(`The file ${file} is not JSON.`);
    case 'faults': {
      const lines = read.faults.slice(0, shown).map(({ path, fault }) => `${path}: ${fault}`);
      if (read.faults.length > shown) lines.push(`and ${read.faults.length - shown} more`);
      throw new Refusal(lines.join('\n'));
    }
  }
}

async function main(args: string[]): Promise<string> {
  const { file, seconds, seed, threads, explains } = readArguments(args);
  const { name, areas } = await readAreas(file);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  // The seconds count from the start of the program.
  const left = Math.max(0.05, seconds - performance.now() / 1000);
  const plan = await planAreas(name, areas, { seconds: left, seed, threads, explains, signal: stop.signal });
  return `${JSON.stringify(plan, null, 1)}\n`;
}

try {
  process.stdout.write(await main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refusal || error instanceof NoFolder)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
