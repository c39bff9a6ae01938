import { dayNumber, expandSpans, weekday } from './calendar.ts';
import { setDay } from './columns.ts';
import { compile, type Model } from './compile.ts';
import { createDraft, type Draft, seat } from './draft.ts';
import type { Instance, Review, Schedule } from './instance.ts';

/** A schedule laid out to be asked about: the engine's own tables, and who reviews where. */
export interface Board {
  model: Model;
  draft: Draft;
  schoolIndex: Map<string, number>;
  /** school: its review, with the locked ones as they were locked. */
  reviewOf: (Review | undefined)[];
  /** leader: the schools they come from. */
  homes: number[][];
  /** leader: the schools they review. */
  servesOf: number[][];
  /** leader: PERSONDAY alone, as sets of days (the model's own sets also ask for training). */
  personDays: Int32Array;
  /** leader: days since 1970 of their training, Infinity if never. */
  trained: Float64Array;
  /** school: for each leader the first rule about the pair, filled when first asked for (see exclusions.ts). */
  pairCodes: (Uint8Array | undefined)[];
}

/**
 * Lays a schedule out. What is locked in the instance stands as locked, whatever the schedule says. Throws a RangeError
 * if the schedule names a school, a leader or a date that the instance has not.
 */
export function layOut(instance: Instance, schedule: Schedule): Board {
  const model = compile(instance);
  const draft = createDraft(model);
  const board: Board = {
    model,
    draft,
    schoolIndex: new Map(instance.schools.map(({ id }, s) => [id, s])),
    reviewOf: instance.schools.map(() => undefined),
    homes: instance.leaders.map((_, l) => [
      ...model.homes.subarray(model.homeStart[l], model.homeStart[l + 1]),
    ]),
    servesOf: instance.leaders.map(() => []),
    ...listPersonDays(model),
    pairCodes: instance.schools.map(() => undefined),
  };
  for (const review of instance.previous) if (review.status === 'locked') note(board, review);
  for (const review of schedule.reviews) place(board, review);
  return board;
}

/** The index of a school. Throws a RangeError if there is none of that id. */
export function indexOfSchool({ schoolIndex }: Board, id: string): number {
  const s = schoolIndex.get(id);
  if (s === undefined) throw new RangeError(`no school ${id}`);
  return s;
}

/** The index of a leader. Throws a RangeError if there is none of that id. */
export function indexOfLeader({ model }: Board, id: string): number {
  const l = model.leaderIndex.get(id);
  if (l === undefined) throw new RangeError(`no leader ${id}`);
  return l;
}

/** The homes of a leader, as indices of schools. */
export function homesOf({ homes }: Board, l: number): readonly number[] {
  return homes[l] ?? [];
}

function note(board: Board, review: Review): number[] {
  const s = indexOfSchool(board, review.school);
  const team = review.team.map((id) => indexOfLeader(board, id));
  board.reviewOf[s] = { school: review.school, date: review.date, team: review.team, lead: review.lead };
  for (const l of team) board.servesOf[l]?.push(s);
  return team;
}

function place(board: Board, review: Review): void {
  const { model, draft } = board;
  const s = indexOfSchool(board, review.school);
  if (model.isLocked[s] === 1) return;
  const d = model.calendar.dates.indexOf(review.date);
  if (d < 0) throw new RangeError(`${review.date} is no candidate day`);
  if (review.team.length > model.teamWidth) throw new RangeError(`the team of ${review.school} is too large`);
  const team = note(board, review);
  seat(draft, s, d, Int32Array.from(team), team.length);
}

function listPersonDays({ instance, facts, calendar, words }: Model) {
  const personDays = new Int32Array(instance.leaders.length * words);
  const trained = new Float64Array(instance.leaders.length);
  instance.leaders.forEach((leader, l) => {
    const insets = (facts.homesOf.get(leader.id) ?? []).flatMap(({ inset }) => inset);
    const blocked = expandSpans([...leader.unavailable, ...insets]);
    trained[l] = leader.trainedOn === null ? Infinity : dayNumber(leader.trainedOn);
    calendar.days.forEach((day, d) => {
      setDay(personDays, l * words, d, leader.weekdays.includes(weekday(day)) && !blocked.has(day));
    });
  });
  return { personDays, trained };
}
