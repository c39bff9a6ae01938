import { parseArgs } from 'node:util';
import * as agreements from '../bench/agreements.ts';
import * as audit from '../bench/audit.ts';
import * as firstLoad from '../bench/first-load.ts';
import * as imports from '../bench/import.ts';
import * as invitations from '../bench/invitations.ts';
import * as schools from '../bench/list-schools.ts';
import { print } from '../bench/measure.ts';
import * as signing from '../bench/signing.ts';

/** One module for each thing that is measured; `--only NAME` measures one figure. */
const benches = [schools, audit, imports, agreements, signing, invitations, firstLoad];

const { values } = parseArgs({ args: process.argv.slice(3), options: { only: { type: 'string' } } });
const all = benches.flatMap(({ names }) => names);
if (values.only && !all.includes(values.only)) {
  console.error(`There is no figure called ${values.only}. There are: ${all.join(', ')}.`);
  process.exit(2);
}
const isAsked = (name: string) => values.only === undefined || values.only === name;
let isWell = true;
for (const bench of benches) {
  if (!bench.names.some(isAsked)) continue;
  for await (const figure of bench.figures(isAsked)) isWell = print(figure) && isWell;
}
process.exitCode = isWell ? 0 : 1;
