import { dayInWords } from '../calendars/words.ts';
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

/** Where somebody does what they were reminded of. */
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
};

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
      : `Something was done in your name at ${school}`,
  trained: ({ trainedOn }) => `You are down as trained to review${on(trainedOn)}`,
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
  'season-started': ({ year }) => `A colleague started the season of ${yearName(year)}`,
  'season-planned': (detail) => `A colleague planned the season: ${reviews(detail)}`,
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

/** Where to look at it; null when there is nothing more to see. */
export function pathOf({ kind, detail, school }: Told): string | null {
  if (kind.startsWith('import-') || kind === 'undo-failed') return `/imports/${detail.importId}`;
  if (kind.startsWith('plan-') || kind.startsWith('season-')) return '/reviews';
  if (kind.startsWith('recovery-')) return null;
  if (kind === 'calendar-set') return '/calendar';
  if (kind === 'address-confirmed' || kind === 'address-unconfirmed') return '/account';
  if (!school) return null;
  const place = kind === 'reminded' ? remindedAt[String(detail.about)] : undefined;
  return `/schools/${school.id}${place ?? ''}`;
}
