/** What may need the broker. */
export const taskKinds = [
  'import-register',
  'settle-schools',
  'settle-conversions',
  'apply-import',
  'import-people',
  'assign-clusters',
  'mark-members',
  'record-training',
  'set-terms',
  'plan-season',
  'unplaced-schools',
  'days-short',
  'clashes',
  'short-of-people',
  'unpublished',
  'answers-waiting',
  'offers-waiting',
] as const;
export type TaskKind = (typeof taskKinds)[number];
export type Task = { kind: TaskKind; count: number };

export type Standing = {
  counted: number;
  members: number;
  unsettled: number;
  /** Members whose legal record has changed, which nobody has settled. */
  converted: number;
  unassigned: number;
  readyImports: number;
  people: number;
  trained: number;
  terms: number;
  season: {
    isPlanned: boolean;
    isBeingPlanned: boolean;
    unplaced: number;
    daysShort: number;
    /** Whether people have been told anything; changes of the draft since then, or all of it. */
    isPublished: boolean;
    unpublished: number;
    /** Published reviews that cannot stand as they are, and those with an empty seat. */
    clashes: number;
    shortOfPeople: number;
    /** Reviewers who have been asked for a review to come and have not said yes or no. */
    answersWaiting: number;
    /** Members that are asked for their days and have not sent them. */
    offersWaiting: number;
  } | null;
};

/**
 * What needs the broker, most pressing first: what people have been told and cannot be comes before a plan that is
 * short, and that before the steps towards the next one,
 * and each step only once the one that it stands on is done.
 */
export function listTasks(now: Standing): Task[] {
  const isEmpty = now.counted === 0;
  const season = now.season;
  const canPlan = now.members > 0 && now.trained > 0 && now.terms > 0 && now.unassigned < now.counted;
  const counts: Record<TaskKind, number> = {
    ...(season ? pressing(season) : noSeason),
    'apply-import': now.readyImports,
    'settle-schools': now.unsettled,
    'settle-conversions': now.converted,
    'import-register': isEmpty ? 1 : 0,
    'mark-members': !isEmpty && now.members === 0 ? now.counted : 0,
    'assign-clusters': isEmpty ? 0 : now.unassigned,
    'import-people': !isEmpty && now.people === 0 ? 1 : 0,
    'record-training': now.people > 0 && now.trained === 0 ? now.people : 0,
    'set-terms': !isEmpty && now.terms === 0 ? 1 : 0,
    'plan-season': canPlan && !season?.isPlanned && !season?.isBeingPlanned ? 1 : 0,
  };
  return (Object.keys(counts) as TaskKind[])
    .map((kind) => ({ kind, count: counts[kind] }))
    .filter(({ count }) => count > 0);
}

const noSeason = {
  clashes: 0,
  'short-of-people': 0,
  unpublished: 0,
  'days-short': 0,
  'unplaced-schools': 0,
  'answers-waiting': 0,
  'offers-waiting': 0,
};

/** What of a season needs the broker. A draft that nobody has been told of is in nobody's way. */
const pressing = (season: NonNullable<Standing['season']>): typeof noSeason => ({
  clashes: season.clashes,
  'short-of-people': season.shortOfPeople,
  unpublished: season.isPublished && !season.isBeingPlanned ? season.unpublished : 0,
  'days-short': season.isPlanned ? season.daysShort : 0,
  'unplaced-schools': season.isPlanned ? season.unplaced : 0,
  'answers-waiting': season.answersWaiting,
  'offers-waiting': season.offersWaiting,
});
