import { partnershipRoles, type Role, reviewingRoles, roles, schoolRoles } from '../people/roles.ts';
import { decide, type HeldRole, type Permission } from '../policy.ts';
import { type Topic, topicKeys } from './topics.ts';

type Rule = {
  topic: Topic;
  /** What somebody must still be allowed when they read it. */
  may: Permission;
  /** Who is told: one person, those with a role in the school or anywhere, or those who keep an eye on the person. */
  to: 'person' | 'school' | 'partnership' | 'keepers';
  /** The roles that are told; of one person, those whom it can concern. */
  roles: readonly Role[];
  /** What is kept of the detail, for its words. */
  keeps: readonly string[];
  /** Where the detail of an event names the person. */
  names?: string;
};

const schoolLeaders = ['headteacher', 'deputy', 'school-administrator', 'chair-of-governors'] as const;
const ofSchool = (...keeps: string[]): Rule => ({
  topic: 'school',
  may: 'schools.read',
  to: 'school',
  roles: schoolLeaders,
  keeps,
});
const toPerson = (topic: Topic, who: readonly Role[], keeps: readonly string[], names?: string): Rule => ({
  topic,
  may: 'account.read',
  to: 'person',
  roles: who,
  keeps,
  ...(names && { names }),
});
const toStarter = (may: Permission, ...keeps: string[]): Rule => ({
  topic: 'your-work',
  may,
  to: 'person',
  roles: ['broker'],
  keeps,
});
const recovery: Rule = {
  topic: 'security',
  may: 'account.read',
  to: 'keepers',
  roles: ['broker', 'headteacher', 'chair-of-governors'],
  keeps: [],
  names: 'personId',
};
const ofSeason = (...keeps: string[]): Rule => ({
  topic: 'season',
  may: 'seasons.read',
  to: 'partnership',
  roles: ['broker'],
  keeps,
});

const ofMember = (...keeps: string[]): Rule => ({
  topic: 'members',
  may: 'memberships.settle',
  to: 'partnership',
  roles: ['broker'],
  keeps,
});

/** Everything that somebody is told of. A kind that is also the kind of an event is told whenever that event is written. */
const kinds = {
  'recovery-asked': recovery,
  'recovery-agreed': recovery,
  'recovery-stopped': recovery,
  'recovery-done': recovery,
  'recovery-failed': recovery,
  'role-lent': toPerson('in-your-name', schoolRoles, ['until'], 'to'),
  'role-taken-back': toPerson('in-your-name', schoolRoles, [], 'from'),
  'done-in-your-name': toPerson('in-your-name', ['headteacher'], ['what']),
  trained: toPerson('you', reviewingRoles, ['trainedOn']),
  'training-booked': toPerson('you', reviewingRoles, ['day'], 'personId'),
  'training-given-up': toPerson('you', reviewingRoles, ['day'], 'personId'),
  'training-changed': toPerson('you', reviewingRoles, ['day']),
  'training-ended': toPerson('you', reviewingRoles, ['day']),
  'away-days-set': toPerson('you', reviewingRoles, ['days'], 'personId'),
  'address-confirmed': toPerson('you', roles, []),
  'address-unconfirmed': toPerson('you', roles, []),
  'import-checked': toStarter('imports.read', 'importId', 'kind'),
  'import-applied': toStarter('imports.read', 'importId', 'kind'),
  'import-failed': toStarter('imports.read', 'importId', 'kind'),
  'import-undone': toStarter('imports.read', 'importId', 'kind'),
  'undo-failed': toStarter('imports.read', 'importId', 'kind'),
  'plan-finished': toStarter('seasons.read', 'placed', 'unplaced'),
  'plan-failed': toStarter('seasons.read'),
  'review-told': toPerson('reviews', [...reviewingRoles, 'school-administrator'], ['part', 'day', 'why']),
  'review-asked': toPerson('reviews', reviewingRoles, ['day', 'until']),
  'ask-withdrawn': toPerson('reviews', reviewingRoles, ['day']),
  'seat-declined': ofSeason('day'),
  'seat-filled': ofSeason('day'),
  'nobody-fits': ofSeason('day'),
  'season-started': ofSeason('year'),
  'season-planned': ofSeason('placed', 'unplaced'),
  'rules-set': ofSeason('year'),
  'days-asked': {
    topic: 'school',
    may: 'offers.read',
    to: 'school',
    roles: ['headteacher', 'deputy', 'school-administrator'],
    keeps: ['year', 'until'],
  },
  'days-offered-for-you': toPerson('you', reviewingRoles, ['year', 'halfDays']),
  'season-published': ofSeason('year', 'reviews', 'people'),
  'details-changed': ofSchool(),
  'school-days-set': ofSchool(),
  'membership-began': ofSchool('on'),
  'membership-ended': ofSchool('on'),
  'membership-goes-on': ofSchool('until'),
  'membership-carried': ofSchool('toUrn'),
  'membership-lapsed': ofSchool('on'),
  'agreement-co-signed': ofMember(),
  'membership-renewed': ofMember('until'),
  'notice-given': ofMember('endsOn'),
  'notice-taken-back': ofMember(),
  'ledger-entry-written': {
    topic: 'school',
    may: 'ledger.read',
    to: 'school',
    roles: ['headteacher'],
    keeps: ['capacity', 'year', 'kind', 'halfDays'],
  },
  'cluster-joined': ofSchool('cluster'),
  'cluster-left': ofSchool('cluster'),
  'change-undone': ofSchool('about'),
  'school-closed': ofSchool('on'),
  'school-reopened': ofSchool(),
  'school-changed': ofSchool(),
  'school-converted': ofSchool('toUrn'),
  'school-put-back': ofSchool(),
  'calendar-set': {
    topic: 'calendar',
    may: 'calendar.read',
    to: 'partnership',
    roles: [...partnershipRoles, ...schoolLeaders, 'senior-leader'],
    keeps: ['year'],
  },
  reminded: toPerson('reminders', [...reviewingRoles, 'chair-of-governors'], ['about']),
} satisfies Record<string, Rule>;

export type NoticeKind = keyof typeof kinds;
export const noticeKinds = Object.keys(kinds) as [NoticeKind, ...NoticeKind[]];
export const ruleOf = (kind: NoticeKind): Rule => kinds[kind];
const isKind = (kind: string): kind is NoticeKind => Object.hasOwn(kinds, kind);

type Detail = Record<string, unknown>;
/** Something to tell. `personId` is who is told, or whom it is about; `except` is told in another way. */
export type Notice = {
  kind: NoticeKind;
  schoolId?: string;
  personId?: string;
  except?: string;
  detail?: Detail;
};
type Happening = { kind: string; schoolId?: string; detail?: Detail };

/** What an event tells people of, beside being written down; `onBehalfOf` is the head in whose name it was done. */
export function noticesOf(event: Happening, onBehalfOf: string | null): Notice[] {
  const { kind, schoolId, detail = {} } = event;
  const at = { ...(schoolId && { schoolId }) };
  const except = { ...(onBehalfOf && { except: onBehalfOf }) };
  const notices: Notice[] = [];
  if (isKind(kind)) {
    const { names } = ruleOf(kind);
    const personId = names === undefined ? undefined : String(detail[names] ?? '');
    if (personId !== '') notices.push({ kind, ...at, ...except, ...(personId && { personId }), detail });
  }
  if (onBehalfOf !== null)
    notices.push({ kind: 'done-in-your-name', ...at, personId: onBehalfOf, detail: { what: kind } });
  return notices;
}

/** What is kept of a notice's detail: what its words need and nothing else. */
export const keptDetail = ({ kind, detail = {} }: Notice): Detail =>
  Object.fromEntries(
    ruleOf(kind)
      .keeps.filter((key) => detail[key] !== undefined)
      .map((key) => [key, detail[key]]),
  );

/** Kinds that somebody may read of anywhere, and those of which they may read in these schools alone. */
export type Readable = {
  everywhere: NoticeKind[];
  ofSchools: { kinds: NoticeKind[]; schoolIds: readonly string[] };
};

/** What somebody with these roles may read today of what they were told: a role that has ended takes its news with it. */
export function readableBy(held: readonly HeldRole[]): Readable {
  const readable: Readable = { everywhere: [], ofSchools: { kinds: [], schoolIds: [] } };
  for (const kind of noticeKinds) {
    const reach = decide(held, ruleOf(kind).may);
    if (typeof reach === 'string') continue;
    if (reach.scope === 'all') readable.everywhere.push(kind);
    else {
      readable.ofSchools.kinds.push(kind);
      readable.ofSchools.schoolIds = reach.schoolIds;
    }
  }
  return readable;
}

/** Whether one notice is among what somebody may read. */
export const mayRead = (
  { everywhere, ofSchools }: Readable,
  { kind, schoolId }: { kind: NoticeKind; schoolId: string | null },
) =>
  everywhere.includes(kind) ||
  (schoolId !== null && ofSchools.kinds.includes(kind) && ofSchools.schoolIds.includes(schoolId));

/** Whether a kind can concern somebody with a role. A new address can be anybody's. */
const concerns = (kind: NoticeKind, role: Role) =>
  ruleOf(kind).to === 'keepers' || ruleOf(kind).roles.includes(role);

/** The topics that can ever concern somebody with these roles. */
export const topicsFor = (held: readonly HeldRole[]): Topic[] =>
  topicKeys.filter((topic) =>
    noticeKinds.some((kind) => ruleOf(kind).topic === topic && held.some(({ role }) => concerns(kind, role))),
  );
