import type { Leader, School } from '../../../packages/planner/src/instance.ts';
import type { Board } from './board.ts';
import type { DayColumns } from './mip-days.ts';
import { addAmount, addChoice, addRow, type Entry, type Program } from './program.ts';

/** The column that is 1 if this leader is in this host's team. */
export interface Place {
  host: School;
  leader: Leader;
  column: number;
}

/** One host's team: its places, and what each team must have, unless the host has no review (`none` is 1). */
export function addTeam(program: Program, board: Board, host: School, none: number): Place[] {
  const { teamSize, minHeads, maxPerHomeSchool } = board.season.config;
  const places = (board.candidates.get(host.id) ?? []).map(({ leader, cost }): Place => {
    return { host, leader, column: addChoice(program, cost) };
  });
  const need = (count: number, isFit: (leader: Leader) => boolean) =>
    addRow(program, count, Infinity, [...entriesOf(places, isFit), [none, count]]);
  addRow(program, teamSize, teamSize, [...entriesOf(places), [none, teamSize]]);
  need(minHeads, ({ role }) => role === 'head');
  need(1, ({ canLead }) => canLead);
  addNeeds(program, board, host, places, none);
  const byHome = Map.groupBy(
    places.flatMap((place) => place.leader.schoolIds.map((home) => ({ home, place }))),
    ({ home }) => home,
  );
  for (const some of byHome.values())
    if (some.length > maxPerHomeSchool)
      addRow(program, -Infinity, maxPerHomeSchool, entriesOf(some.map(({ place }) => place)));
  return places;
}

/** Nobody is in a team on a day that is not theirs, and a day that they would avoid costs. */
export function addPersonDays(program: Program, board: Board, { on }: DayColumns, places: readonly Place[]) {
  const { season, leaderDays, calendar } = board;
  const days = [...on];
  for (const { leader, column } of places) {
    const free = leaderDays.get(leader.id);
    const busy = days.flatMap(([d, day]): Entry[] => (free?.[d] === 1 ? [] : [[day, 1]]));
    if (busy.length > 0) addRow(program, -Infinity, 1, [[column, 1], ...busy]);
    const avoided = days.flatMap(([d, day]): Entry[] =>
      leader.avoid.includes(calendar.dates[d] ?? '') ? [[day, 1]] : [],
    );
    if (avoided.length === 0) continue;
    const both = addAmount(program, season.config.weights.leaderAvoid);
    addRow(program, -Infinity, 1, [[column, 1], ...avoided, [both, -1]]);
  }
}

/** Phases and required focus areas, which must be covered, and the other focus areas, which cost where they are not. */
function addNeeds(program: Program, { season, homesOf }: Board, host: School, places: Place[], none: number) {
  const { focusHard, weights } = season.config;
  const holds = (phase: string) => (leader: Leader) =>
    (homesOf.get(leader.id) ?? []).some(({ phases }) => phases.includes(phase));
  if (host.phases.length > 1)
    for (const phase of host.phases)
      addRow(program, 1, Infinity, [...entriesOf(places, holds(phase)), [none, 1]]);
  for (const { area, required } of host.focus) {
    const entries = entriesOf(places, ({ expertise }) => expertise.includes(area));
    const missed: Entry[] = required && focusHard ? [] : [[addAmount(program, weights.focusMiss), 1]];
    addRow(program, 1, Infinity, [...entries, [none, 1], ...missed]);
  }
}

const entriesOf = (places: readonly Place[], isFit: (leader: Leader) => boolean = () => true): Entry[] =>
  places.filter(({ leader }) => isFit(leader)).map(({ column }) => [column, 1]);

/** What binds teams together: people's and units' days, what loads cost, and no review returned. */
export function addBalance(program: Program, { season }: Board, places: readonly Place[]): void {
  const byLeader = Map.groupBy(places, ({ leader }) => leader.id);
  for (const { id, trainedOn, maxReviews, targetHalfDays } of season.leaders) {
    if (trainedOn === null || maxReviews === 0) continue;
    const entries = entriesOf(byLeader.get(id) ?? []);
    if (entries.length > maxReviews) addRow(program, -Infinity, maxReviews, entries);
    const { load } = season.config.weights;
    const [over, under] = [addAmount(program, load), addAmount(program, load)];
    const twice = entries.map(([column]): Entry => [column, 2]);
    addRow(program, targetHalfDays, targetHalfDays, [...twice, [over, -1], [under, 1]]);
  }
  const byUnit = Map.groupBy(places, ({ leader }) => leader.unitId);
  for (const { id, maxDays } of season.units) {
    const entries = entriesOf(byUnit.get(id) ?? []);
    if (entries.length > maxDays) addRow(program, -Infinity, maxDays, entries);
  }
  if (season.config.reciprocal === 'forbid') forbidReturns(program, places);
}

/** With one person from each home in a team, at most one of all who could go either way between two schools. */
function forbidReturns(program: Program, places: readonly Place[]): void {
  const between = Map.groupBy(
    places.flatMap((place) =>
      place.leader.schoolIds.map((home) => ({
        home,
        place,
        key: [home, place.host.id].toSorted().join('|'),
      })),
    ),
    ({ key }) => key,
  );
  for (const some of between.values()) {
    if (new Set(some.map(({ home }) => home)).size < 2) continue;
    addRow(program, -Infinity, 1, entriesOf([...new Set(some.map(({ place }) => place))]));
  }
}
