import { dayInWords } from '../calendars/words.ts';
import { daysInWords, entryInWords } from '../ledger/words.ts';
import type { NoticeKind } from './kinds.ts';

type Detail = Record<string, unknown>;
export type Told = { kind: NoticeKind; detail: Detail; school: { id: string; name: string } | null };

const day = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? dayInWords(value) : null;
const on = (value: unknown) => (day(value) ? ` on ${day(value)}` : '');
const yearName = (value: unknown) => `${value}/${String(Number(value) + 1).slice(2)}`;
const files = ({ kind }: Detail) => (kind === 'people' || kind === 'groups' ? kind : 'schools');
const reviews = ({ placed, unplaced }: Detail) =>
  `${placed} ${Number(placed) === 1 ? 'review' : 'reviews'} placed, ${unplaced} not`;

/** Where somebody does what they were reminded of, on the page of the school. */
const remindedAt: Record<string, string> = {
  consent: '/agreement',
  'co-sign': '/agreement',
  renew: '/renewal',
};
const remindedOf: Record<string, (school: string) => string> = {
  join: (school) => `You were asked whether ${school} joins`,
  consent: (school) => `You were asked to sign the membership agreement for ${school}`,
  'co-sign': (school) => `You were asked to co-sign the membership agreement for ${school}`,
  renew: (school) => `You were reminded that ${school} has to renew its membership`,
  offer: (school) => `You were reminded to offer the reviewer days of ${school}`,
  answer: () => 'You were reminded to say yes or no to your reviews',
};

/** One thing about one review, to somebody on the team or to the school itself. */
function reviewWords({ part, why, ...detail }: Detail, school: string): string {
  const when = on(detail.day);
  const isHost = part === 'host';
  const does = part === 'lead' ? 'lead' : 'join';
  const said: Record<string, string> = {
    booked: isHost
      ? `${school} is to be reviewed${when}`
      : `You are asked to ${does} the review of ${school}${when}`,
    joined: `You are asked to ${does} the review of ${school}${when}`,
    moved: `The review of ${school} has moved: it is now${when}`,
    'team-changed': isHost
      ? `The team for the review of ${school}${when} has changed`
      : part === 'lead'
        ? `You lead the review of ${school}${when}. Its team has changed`
        : `Somebody else now leads the review of ${school}${when}`,
    left: `You are no longer on the review of ${school}${when}`,
    'called-off': `The review of ${school}${when} is called off`,
    declined: `You said no to the review of ${school}${when}`,
    'dropped-out': `You are no longer on the review of ${school}${when}`,
  };
  return said[String(why)] ?? `Something changed in the review of ${school}${when}`;
}

const sentences: Record<NoticeKind, (detail: Detail, school: string) => string> = {
  'recovery-asked': () =>
    'A new address was asked for, for you or somebody you know. If it is not right, stop it',
  'recovery-agreed': () =>
    'Two people agreed to a new address, for you or somebody you know. You have a day to stop it',
  'recovery-stopped': () => 'A new address, for you or somebody you know, was stopped',
  'recovery-done': () => 'You or somebody you know now signs in with a new address',
  'recovery-failed': () => 'A new address, for you or somebody you know, could not be given',
  'role-lent': ({ until }, school) => `The head of ${school} lets you prepare things until ${day(until)}`,
  'role-taken-back': (_, school) => `You no longer prepare things for the head of ${school}`,
  'done-in-your-name': ({ what }, school) =>
    what === 'details-changed'
      ? `In your name, what ${school} says to its visitors was changed`
      : what === 'days-offered'
        ? `In your name, the reviewer days of ${school} were sent`
        : `Something was done in your name at ${school}`,
  trained: ({ trainedOn }) => `You are down as trained to review${on(trainedOn)}`,
  'training-booked': (detail) => `You have a place in the training session${on(detail.day)}`,
  'training-given-up': (detail) => `Your place in the training session${on(detail.day)} was given up`,
  'training-changed': (detail) =>
    `Your training session has changed: it is${on(detail.day) || ' at another time'}`,
  'training-ended': (detail) => `The training session${on(detail.day)} was called off. Please book another`,
  'away-days-set': ({ days }) =>
    Number(days) === 0
      ? 'Your days away were cleared: you can be asked to review on any school day'
      : `Your days away were changed: you have ${days} now`,
  'address-confirmed': () => 'Your address was confirmed as your own',
  'address-unconfirmed': () => 'Your address is no longer confirmed as your own',
  'import-checked': (detail) => `Your import of ${files(detail)} is checked. Look at what it would change`,
  'import-applied': (detail) => `Your import of ${files(detail)} is done`,
  'import-failed': (detail) => `Your import of ${files(detail)} did not work. Nothing was changed`,
  'import-undone': (detail) => `Your import of ${files(detail)} is undone`,
  'undo-failed': (detail) => `Your import of ${files(detail)} could not be undone. Nothing was changed`,
  'plan-finished': (detail) => `Your plan is ready: ${reviews(detail)}`,
  'plan-failed': () => 'Your plan did not work. Nothing was changed',
  'review-told': (detail, school) => reviewWords(detail, school),
  'review-asked': (detail, school) => `You are asked to take an empty seat at ${school}${on(detail.day)}`,
  'ask-withdrawn': (detail, school) =>
    `You are no longer needed for the review of ${school}${on(detail.day)}. Thank you`,
  'seat-declined': (detail, school) => `A reviewer said no to ${school}${on(detail.day)}`,
  'seat-filled': (detail, school) => `The empty seat at ${school}${on(detail.day)} is filled`,
  'nobody-fits': (detail, school) => `Nobody is left to ask for ${school}${on(detail.day)}`,
  'season-published': ({ year, reviews: changed }) =>
    `A colleague published the season of ${yearName(year)}: ${changed} ${Number(changed) === 1 ? 'review' : 'reviews'}`,
  'season-started': ({ year }) => `A colleague started the season of ${yearName(year)}`,
  'rules-set': ({ year }) => `A colleague changed the rules of the season of ${yearName(year)}`,
  'season-planned': (detail) => `A colleague planned the season: ${reviews(detail)}`,
  'days-asked': ({ year, until }, school) =>
    `${school} is asked for its reviewer days of ${yearName(year)}, by ${day(until)}`,
  'days-offered-for-you': ({ year, halfDays }, school) =>
    Number(halfDays) === 0
      ? `${school} offers no days of yours to review other schools in ${yearName(year)}`
      : `${school} offers ${daysInWords(Number(halfDays))} of yours to review other schools in ${yearName(year)}`,
  'details-changed': (_, school) => `What ${school} says to its visitors was changed`,
  'school-days-set': (_, school) => `The days when ${school} cannot host were changed`,
  'membership-began': (detail, school) => `${school} became a member${on(detail.on)}`,
  'membership-ended': (detail, school) => `${school} stopped being a member${on(detail.on)}`,
  'membership-goes-on': ({ until }, school) =>
    until ? `${school} stays a member until ${day(until)}` : `${school} stays a member`,
  'membership-carried': ({ toUrn }, school) =>
    `The membership of ${school} carries over to its new record, URN ${toUrn}`,
  'membership-lapsed': (detail, school) =>
    `The membership of ${school} ended with its old record${on(detail.on)}`,
  'agreement-co-signed': (_, school) => `${school} has signed and co-signed the membership agreement`,
  'membership-renewed': ({ until }, school) => `${school} has renewed its membership until ${day(until)}`,
  'notice-given': ({ endsOn }, school) => `${school} has given notice: it leaves on ${day(endsOn)}`,
  'notice-taken-back': (_, school) => `${school} has taken its notice back and stays a member`,
  'ledger-entry-written': (detail, school) => `In the ledger of ${school}: ${entryInWords(detail)}`,
  'cluster-joined': ({ cluster }, school) => `${school} was put in the cluster ${cluster}`,
  'cluster-left': ({ cluster }, school) => `${school} was taken out of the cluster ${cluster}`,
  'change-undone': ({ about }, school) =>
    `A change of ${school}’s ${about === 'clusters' ? 'cluster' : 'membership'} was undone`,
  'school-closed': (detail, school) => `${school} is closed in the register${on(detail.on)}`,
  'school-reopened': (_, school) => `${school} is open again in the register`,
  'school-changed': (_, school) => `Facts about ${school} changed in the register`,
  'school-converted': ({ toUrn }, school) => `${school} goes on under a new record, URN ${toUrn}`,
  'school-put-back': (_, school) => `An import was undone: ${school} is as it was before`,
  'calendar-set': ({ year }) => `The terms and closed days of ${yearName(year)} were changed`,
  reminded: ({ about }, school) => remindedOf[String(about)]?.(school) ?? 'You were reminded about training',
};

/** What somebody is told, as a sentence without its full stop. */
export const sentenceOf = ({ kind, detail, school }: Told) =>
  sentences[kind](detail, school?.name ?? 'your school');

const ofOffers: readonly NoticeKind[] = ['days-asked', 'days-offered-for-you'];
const ofOwnReviews: readonly NoticeKind[] = ['review-told', 'review-asked', 'ask-withdrawn'];
const ofBoard: readonly NoticeKind[] = ['seat-declined', 'seat-filled', 'nobody-fits'];

/** Where to look at a thing of one school, by its kind. */
function pathOfSchool(kind: NoticeKind, { about }: Detail, schoolId: string): string {
  const isReminder = kind === 'reminded';
  if (ofOffers.includes(kind) || (isReminder && about === 'offer')) return `/reviews/offer/${schoolId}`;
  if (isReminder && about === 'answer') return '/my-reviews';
  if (kind === 'ledger-entry-written') return `/schools/${schoolId}/ledger`;
  const place = isReminder ? remindedAt[String(about)] : undefined;
  return `/schools/${schoolId}${place ?? ''}`;
}

/** Where to look at what is of no one school, by how its kind begins; null when there is nothing more to see. */
const ofNoSchool: readonly [beginning: string, (detail: Detail) => string | null][] = [
  ['import-', ({ importId }) => `/imports/${importId}`],
  ['undo-failed', ({ importId }) => `/imports/${importId}`],
  ['plan-', () => '/reviews'],
  ['season-', () => '/reviews'],
  ['rules-', ({ year }) => `/reviews/rules?year=${year}`],
  ['recovery-', () => null],
  ['calendar-set', () => '/calendar'],
  ['address-', () => '/account'],
  ['training-', () => '/training'],
];

/** Where to look at it; null when there is nothing more to see. */
export function pathOf({ kind, detail, school }: Told): string | null {
  if (ofOwnReviews.includes(kind)) return '/my-reviews';
  if (ofBoard.includes(kind)) return school ? `/reviews?school=${school.id}` : '/reviews';
  const found = ofNoSchool.find(([beginning]) => kind.startsWith(beginning));
  if (found) return found[1](detail);
  return school ? pathOfSchool(kind, detail, school.id) : null;
}
