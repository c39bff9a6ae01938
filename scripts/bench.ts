import { parseArgs } from 'node:util';
import * as agreements from '../bench/agreements.ts';
import * as audit from '../bench/audit.ts';
import * as firstLoad from '../bench/first-load.ts';
import * as imports from '../bench/import.ts';
import * as invitations from '../bench/invitations.ts';
import * as schools from '../bench/list-schools.ts';
import { print } from '../bench/measure.ts';
import * as planner from '../bench/planner.ts';
import * as season from '../bench/season.ts';
import * as seasonBoard from '../bench/season-board.ts';
import * as signing from '../bench/signing.ts';

/** One module for each thing that is measured; `--only NAME` measures one figure, or all whose names start with it. */
const benches = [
  schools,
  audit,
  imports,
  agreements,
  signing,
  invitations,
  firstLoad,
  planner,
  season,
  seasonBoard,
];

const { values } = parseArgs({ args: process.argv.slice(3), options: { only: { type: 'string' } } });
const all = benches.flatMap(({ names }) => names);
const { only } = values;
const asked = all.filter(
  (name) => only === undefined || name === only || (!all.includes(only) && name.startsWith(`${only}-`)),
);
if (asked.length === 0) {
  console.error(`There is no figure called ${only}. There are: ${all.join(', ')}.`);
  process.exit(2);
}
const isAsked = (name: string) => asked.includes(name);
let isWell = true;
for (const bench of benches) {
  if (!bench.names.some(isAsked)) continue;
  for await (const figure of bench.figures(isAsked)) isWell = print(figure) && isWell;
}
process.exitCode = isWell ? 0 : 1;
