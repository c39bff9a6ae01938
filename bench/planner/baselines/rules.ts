import type { Leader, School } from '../../../packages/planner/src/instance.ts';
import type { Board, Days } from './board.ts';

/** Whether these people may form a whole team for the host: size, heads, a lead, homes, phases, required focus. */
export function isTeam({ season, homesOf }: Board, host: School, team: readonly Leader[]): boolean {
  const { teamSize, minHeads, focusHard } = season.config;
  if (team.length !== teamSize || team.filter(({ role }) => role === 'head').length < minHeads) return false;
  if (!team.some(({ canLead }) => canLead)) return false;
  const homes = team.flatMap(({ schoolIds }) => schoolIds);
  if (new Set(homes).size < homes.length) return false;
  const holds = (phase: string) =>
    team.some(({ id }) => homesOf.get(id)?.some(({ phases }) => phases.includes(phase)));
  if (host.phases.length > 1 && !host.phases.every(holds)) return false;
  return host.focus.every(({ area, required }) => !(required && focusHard) || knows(team, area));
}

const knows = (team: readonly Leader[], area: string) =>
  team.some(({ expertise }) => expertise.includes(area));

/** What wishes for expertise that this team lacks cost. */
export function focusCost({ season }: Board, host: School, team: readonly Leader[]): number {
  const { focusHard, weights } = season.config;
  const missed = host.focus.filter(({ area, required }) => !(required && focusHard) && !knows(team, area));
  return missed.length * weights.focusMiss;
}

/** Whether the leader has a review left, alone and in the unit, and no review of theirs would be returned. */
export function hasRoom(board: Board, host: School, leader: Leader): boolean {
  const { out, unitLoad, visits, season } = board;
  if ((out.get(leader.id)?.size ?? 0) >= leader.maxReviews) return false;
  if ((unitLoad.get(leader.unitId) ?? 0) >= unitMax(board, leader.unitId)) return false;
  if (season.config.reciprocal === 'allow') return true;
  return !leader.schoolIds.some((home) => (visits.get(`${host.id}|${home}`) ?? 0) > 0);
}

/** Whether the units of a whole team have the days that it takes. */
export function haveUnits(board: Board, team: readonly Leader[]): boolean {
  return team.every(({ unitId }) => {
    const more = team.filter((other) => other.unitId === unitId).length;
    return (board.unitLoad.get(unitId) ?? 0) + more <= unitMax(board, unitId);
  });
}

function unitMax({ season }: Board, unitId: string): number {
  return season.units.find(({ id }) => id === unitId)?.maxDays ?? 0;
}

/** Days on which the host can be reviewed as the board stands: a head of the host who is out that day forbids it. */
export function openDays(board: Board, host: School): Days {
  const days = Uint8Array.from(board.hostDays.get(host.id) ?? []);
  if (!board.season.config.hostHeadHome) return days;
  for (const { id, role } of board.staff.get(host.id) ?? [])
    if (role === 'head') for (const d of board.out.get(id) ?? []) days[d] = 0;
  return days;
}

/** Days on which the leader can review as the board stands: not out already, and not missed at a home. */
export function freeDays(board: Board, leader: Leader): Days {
  const days = Uint8Array.from(board.leaderDays.get(leader.id) ?? []);
  for (const d of board.out.get(leader.id) ?? []) days[d] = 0;
  for (const home of board.homesOf.get(leader.id) ?? []) {
    const hosting = board.seated.get(home.id);
    if (hosting && leader.role === 'head' && board.season.config.hostHeadHome) days[hosting.day] = 0;
    for (const d of missedDays(board, leader, home)) days[d] = 0;
  }
  return days;
}

/** Days on which so many colleagues are out that the leader must stay. */
function missedDays({ staff, out }: Board, leader: Leader, home: School): number[] {
  const colleagues = (staff.get(home.id) ?? []).filter(({ id }) => id !== leader.id);
  const days = [...new Set(colleagues.flatMap(({ id }) => [...(out.get(id) ?? [])]))];
  return days.filter((d) => {
    const away = colleagues.filter(({ id }) => out.get(id)?.has(d));
    return away.length >= home.maxOut || away.some(({ role }) => role === leader.role);
  });
}

/** What one more review changes in the leader's load cost. */
export function loadStep({ season, out }: Board, leader: Leader): number {
  const before = out.get(leader.id)?.size ?? 0;
  const off = (reviews: number) => Math.abs(2 * reviews - leader.targetHalfDays);
  return season.config.weights.load * (off(before + 1) - off(before));
}

/** What the day costs for host and team, with what one more review changes in the spread over terms. */
export function dayCost(board: Board, host: School, team: readonly Leader[], d: number): number {
  const { weights } = board.season.config;
  const date = board.calendar.dates[d] ?? '';
  return (
    hostDayCost(board, host, d) +
    spreadStep(board, host, d) +
    weights.leaderAvoid * team.filter(({ avoid }) => avoid.includes(date)).length
  );
}

/** What the day costs by the host's wishes alone. */
export function hostDayCost({ season, calendar }: Board, host: School, d: number): number {
  const { weights } = season.config;
  const date = calendar.dates[d] ?? '';
  const missed = host.preferred.length > 0 && !host.preferred.includes(date) ? weights.prefMiss : 0;
  const avoided = host.avoid.includes(date) ? weights.avoid : 0;
  return missed + avoided + (host.priority === 'early' ? weights.early * (calendar.weekOf[d] ?? 0) : 0);
}

function spreadStep({ season, calendar, spread, inTerm }: Board, host: School, d: number): number {
  const term = calendar.termOf[d] ?? 0;
  const { low, high } = spread.get(host.clusterIds[0] ?? '')?.[term] ?? { low: 0, high: 0 };
  const before = inTerm.get(`${host.clusterIds[0]}|${term}`) ?? 0;
  const off = (n: number) => Math.max(0, n - high) + Math.max(0, low - n);
  return season.config.weights.spread * (off(before + 1) - off(before));
}
