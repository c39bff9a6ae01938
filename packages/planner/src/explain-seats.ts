import { type Board, homesOf } from './board.ts';
import { at } from './columns.ts';
import { type ExclusionCode, firstRule, leaderAt, schoolAt } from './exclusions.ts';
import type { School } from './instance.ts';
import { metresBetween } from './pair-rules.ts';
import { type Fit, fit, sortFits } from './rank-seat.ts';
import { openSeat, type Seat } from './seat.ts';

/** How many alternatives are given for a seat. */
const alternativesShown = 3;

/** Why one reviewer fits, and who else would. */
export interface SeatExplanation {
  leader: string;
  leads: boolean;
  canLead: boolean;
  /** From the nearest home, whole metres as the crow flies, and which home that is. */
  metres: number;
  home: string;
  /** Reviews that the leader, and days that their unit, could still give after this plan. */
  reviewsLeft: number;
  unitDaysLeft: number;
  /** The host's focus areas and phases that they bring. */
  focus: string[];
  phases: string[];
  trainedOn: string | null;
  /** The school year in which they, or anyone of their schools, last reviewed this host; null if never. */
  lastHere: { person: number | null; school: number | null };
  sameCluster: boolean;
  /** The next best, cheapest first; none for a locked review. */
  alternatives: Fit[];
  /** How many leaders could take the seat, and how many each rule excludes first. Together: every leader. */
  fitting: number;
  excluded: Partial<Record<ExclusionCode, number>>;
}

export interface ReviewExplanation {
  school: string;
  date: string;
  locked: boolean;
  seats: SeatExplanation[];
}

/** History by host, so that a seat need not look through all of it. */
export type HistoryByHost = Map<string, { year: number; fromSchool: string; leaderId: string }[]>;

/** Every review of a schedule, seat by seat. Grows with seats × leaders in time, with seats in size. */
export function explainReviews(board: Board): ReviewExplanation[] {
  const history: HistoryByHost = new Map();
  for (const past of board.model.instance.history) {
    const known = history.get(past.host);
    if (known) known.push(past);
    else history.set(past.host, [past]);
  }
  return board.reviewOf.flatMap((review, s) => {
    if (review === undefined) return [];
    const locked = at(board.model.isLocked, s) === 1;
    const seats = review.team.map((_, place) => explainSeat(openSeat(board, s, place), review.lead, history));
    return [{ school: review.school, date: review.date, locked, seats }];
  });
}

function explainSeat(seat: Seat, lead: string, history: HistoryByHost): SeatExplanation {
  const { board, s, leaver } = seat;
  const leader = leaderAt(board, leaver);
  const host = schoolAt(board, s);
  const homes = homesOf(board, leaver).map((home) => schoolAt(board, home));
  const nearest = findNearest(homes, host);
  const { model, draft } = board;
  const unit = at(model.unitOf, leaver);
  return {
    leader: leader.id,
    leads: leader.id === lead,
    canLead: leader.canLead,
    ...nearest,
    reviewsLeft: at(model.maxReviews, leaver) - at(draft.load, leaver),
    unitDaysLeft: at(model.unitMax, unit) - at(draft.unitLoad, unit),
    focus: host.focus.map(({ area }) => area).filter((area) => leader.expertise.includes(area)),
    phases: host.phases.filter((phase) => homes.some((home) => home.phases.includes(phase))),
    trainedOn: leader.trainedOn,
    lastHere: findLastHere(history.get(host.id) ?? [], leader),
    sameCluster: homes.some((home) => home.clusterIds.some((id) => host.clusterIds.includes(id))),
    ...weighOthers(seat),
  };
}

function findNearest(homes: readonly School[], host: School): { metres: number; home: string } {
  const distances = homes.map((home) => metresBetween(home, host));
  const metres = Math.min(...distances);
  return { metres: Math.round(metres), home: homes[distances.indexOf(metres)]?.id ?? '' };
}

function findLastHere(
  past: readonly { year: number; fromSchool: string; leaderId: string }[],
  { id, schoolIds }: { id: string; schoolIds: readonly string[] },
): SeatExplanation['lastHere'] {
  const last = (years: number[]) => (years.length > 0 ? Math.max(...years) : null);
  return {
    person: last(past.filter(({ leaderId }) => leaderId === id).map(({ year }) => year)),
    school: last(past.filter(({ fromSchool }) => schoolIds.includes(fromSchool)).map(({ year }) => year)),
  };
}

function weighOthers(seat: Seat): Pick<SeatExplanation, 'alternatives' | 'fitting' | 'excluded'> {
  const excluded: Partial<Record<ExclusionCode, number>> = {};
  const able: Fit[] = [];
  for (let l = 0; l < seat.board.model.leaderCount; l++) {
    const code = firstRule(seat, l);
    if (code === null) able.push(fit(seat, l));
    else excluded[code] = (excluded[code] ?? 0) + 1;
  }
  return { alternatives: sortFits(able).slice(0, alternativesShown), fitting: able.length, excluded };
}
