import { closeSync, openSync, writeSync } from 'node:fs';
import { listCandidateDays } from '../../packages/planner/src/calendar.ts';
import type { Calendar, Config } from '../../packages/planner/src/instance.ts';
import { createRandom } from '../../packages/planner/src/random.ts';
import { createDice, type Dice } from './dice.ts';
import { type Area, generateArea } from './generate-area.ts';

export interface SeasonOptions {
  /** Schools in each county; no county shares anybody with another. */
  schoolsPerCounty: number;
  counties: number;
  seed: number;
}

const calendar: Calendar = {
  year: 2026,
  windowStart: '2026-09-21',
  windowEnd: '2027-07-09',
  terms: [
    { id: 'T1', start: '2026-09-01', end: '2026-10-23' },
    { id: 'T2', start: '2026-11-02', end: '2026-12-18' },
    { id: 'T3', start: '2027-01-04', end: '2027-02-12' },
    { id: 'T4', start: '2027-02-22', end: '2027-03-25' },
    { id: 'T5', start: '2027-04-12', end: '2027-05-28' },
    { id: 'T6', start: '2027-06-07', end: '2027-07-21' },
  ],
  closed: ['2027-05-03'],
};

const config: Config = {
  teamSize: 3,
  minHeads: 1,
  maxPerHomeSchool: 1,
  excludeSameGroup: true,
  competitorKm: 5,
  competitorPhases: ['secondary'],
  reciprocal: 'forbid',
  repeatYears: 2,
  repeatLevel: 'school',
  crossCluster: { primary: 'penalise', secondary: 'penalise', special: 'forbid' },
  crossPhase: {},
  sameArea: true,
  hostHeadHome: true,
  focusHard: true,
  weights: {
    travel: 1,
    longTrip: 2,
    longTripFrom: 200,
    crossCluster: 300,
    phaseMismatch: 150,
    dissimilarity: 4,
    load: 60,
    early: 20,
    prefMiss: 80,
    avoid: 80,
    leaderAvoid: 40,
    focusMiss: 150,
    spread: 60,
    changeDate: { announced: 1500, draft: 100 },
    changeMember: { announced: 800, draft: 50 },
  },
};

const { dates } = listCandidateDays(calendar);

function diceOf(seed: number, county: number): Dice {
  return createDice(createRandom(Math.imul(seed, 1_000_003) + county * 7919), dates);
}

const lists = ['clusters', 'groups', 'units', 'schools', 'leaders', 'conflicts', 'history'] as const;

function headOf({ schoolsPerCounty, counties, seed }: SeasonOptions) {
  const name = `generated-${schoolsPerCounty * counties}`;
  return { format: 'psr-schedule/1', name, seed, config, calendar };
}

/**
 * Yields a season in pieces of JSON text: counties of the make of the published ones (see `generate-area.ts`). The same
 * options give the same bytes. At most the text of the season is held, never its objects beyond one county's.
 */
export function* seasonText(options: SeasonOptions): Generator<string> {
  const texts = Object.fromEntries(lists.map((list) => [list, [] as string[]]));
  for (let county = 1; county <= options.counties; county++) {
    const area: Area = generateArea(diceOf(options.seed, county), `A${county}`, options.schoolsPerCounty);
    for (const list of lists) texts[list]?.push(...area[list].map((one) => JSON.stringify(one)));
  }
  yield JSON.stringify(headOf(options)).slice(0, -1);
  for (const list of lists) {
    const all = texts[list] ?? [];
    for (let i = 0; i < all.length; i += 500)
      yield `${i === 0 ? `,\n"${list}":[` : ',\n'}${all.slice(i, i + 500).join(',\n')}`;
    yield all.length === 0 ? `,\n"${list}":[]` : ']';
  }
  yield ',\n"previous":[]}\n';
}

/** Writes a generated season to a file, piece by piece. */
export function writeSeason(file: string, options: SeasonOptions): void {
  const handle = openSync(file, 'w');
  try {
    for (const piece of seasonText(options)) writeSync(handle, piece);
  } finally {
    closeSync(handle);
  }
}
