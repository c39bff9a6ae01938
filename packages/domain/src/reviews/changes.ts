import type { BookingState, InvitationMethod, Part, TellingWhy } from './states.ts';

/** A review: a day and a team, with who leads it. */
export type Review = { schoolId: string; day: string; leadId: string; team: readonly string[] };
/** A review as people know it. Its team is whoever has not declined. */
export type Booked = Review & { state: BookingState };

export const changeKinds = ['new', 'moved', 'team', 'called-off'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What publishing does to one school’s review. `review` is the one that stands then, or stood until then. */
export type Change = {
  kind: ChangeKind;
  review: Review;
  wasDay: string | null;
  wasLeadId: string | null;
  stays: readonly string[];
  joins: readonly string[];
  leaves: readonly string[];
};

/** One thing that one person is told about one review. */
export type Telling = {
  schoolId: string;
  personId: string;
  method: InvitationMethod;
  part: Part;
  day: string;
  why: TellingWhy;
};

/** Whether a review stands as it was: its day has come, and nothing can be published of it any more. */
export const hasCome = ({ state, day }: { state: BookingState; day: string }, today: string) =>
  state === 'done' || (state === 'booked' && day <= today);

/**
 * What publishing a draft changes, school by school in the order of their days. A review whose day has come is left as
 * it was; one that was called off counts for nothing.
 */
export function listChanges(draft: readonly Review[], booked: readonly Booked[], today: string): Change[] {
  const known = new Map(
    booked.map((one) => [one.schoolId, hasCome(one, today) ? { ...one, state: 'done' as const } : one]),
  );
  const drafted = new Set(draft.map(({ schoolId }) => schoolId));
  const changes = [
    ...draft.map((review) => compare(review, known.get(review.schoolId))),
    ...[...known.values()]
      .filter(({ schoolId, state }) => state === 'booked' && !drafted.has(schoolId))
      .map((review) => calledOff(review)),
  ];
  return changes
    .filter((change) => change !== null)
    .sort((a, b) => order(a.review.day, b.review.day) || order(a.review.schoolId, b.review.schoolId));
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A review that people know and that is not to be. */
export const calledOff = (review: Review): Change => ({
  kind: 'called-off',
  review,
  wasDay: review.day,
  wasLeadId: review.leadId,
  stays: [],
  joins: [],
  leaves: review.team,
});

function compare(review: Review, before: Booked | undefined): Change | null {
  if (before?.state === 'done') return null;
  if (before?.state !== 'booked') {
    const wasNot = { wasDay: null, wasLeadId: null, stays: [], leaves: [] };
    return { kind: 'new', review, ...wasNot, joins: review.team };
  }
  const stays = review.team.filter((id) => before.team.includes(id));
  const joins = review.team.filter((id) => !before.team.includes(id));
  const leaves = before.team.filter((id) => !review.team.includes(id));
  const isMoved = review.day !== before.day;
  const leadChanges = review.leadId !== before.leadId && stays.includes(review.leadId);
  if (!isMoved && joins.length + leaves.length === 0 && !leadChanges) return null;
  const was = { wasDay: before.day, wasLeadId: before.leadId };
  return { kind: isMoved ? 'moved' : 'team', review, ...was, stays, joins, leaves };
}

/**
 * Who is told what of a change, each only what is theirs. Of a new team only those hear whom it concerns: who comes, who
 * goes, the school, and whoever leads.
 * @param hosts who is told for the school itself
 */
export function tellingsOf(change: Change, hosts: readonly string[]): Telling[] {
  const { kind, review, stays, joins, leaves } = change;
  const { schoolId, day, leadId } = review;
  const isOff = kind === 'called-off';
  const partOf = (personId: string): Part => (personId === leadId ? 'lead' : 'reviewer');
  const tell = (people: readonly string[], method: InvitationMethod, why: TellingWhy, part?: Part) =>
    people.map((personId) => ({ schoolId, personId, method, part: part ?? partOf(personId), day, why }));
  const concerned = kind === 'team' ? stays.filter((id) => id === leadId || id === change.wasLeadId) : stays;
  const why = { new: 'booked', moved: 'moved', team: 'team-changed', 'called-off': 'called-off' } as const;
  return [
    ...tell(hosts, isOff ? 'cancel' : 'request', why[kind], 'host'),
    ...tell(concerned, 'request', why[kind]),
    ...tell(joins, 'request', kind === 'new' ? 'booked' : 'joined'),
    // What is taken out of a calendar is the day that stands in it.
    ...tell(leaves, 'cancel', isOff ? 'called-off' : 'left').map((one) => ({
      ...one,
      day: change.wasDay ?? day,
    })),
  ];
}
