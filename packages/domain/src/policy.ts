import { partnershipRoles, type Role, reviewingRoles, roles, schoolRoles } from './people/roles.ts';

/** What may be done to what. One row of `policy` allows it to some roles, in the whole partnership or their own schools. */
export const resources = {
  account: ['read', 'secure'],
  delegations: ['read', 'lend'],
  history: ['read', 'export'],
  partnership: ['read', 'update'],
  schools: ['read', 'update', 'export', 'settle', 'mark-members'],
  clusters: ['read', 'update'],
  people: ['read', 'train', 'confirm', 'recover', 'export', 'erase'],
  imports: ['read', 'bring', 'apply'],
  jobs: ['read', 'cancel'],
  calendar: ['read', 'update'],
  seasons: ['read', 'plan', 'publish'],
  offers: ['read', 'make', 'ask'],
  reviews: ['read', 'answer', 'mend'],
  ledger: ['read', 'write'],
  training: ['read', 'run', 'book'],
  agreements: ['read', 'draft', 'issue'],
  memberships: ['read', 'settle', 'renew', 'leave'],
  signings: ['read', 'prepare', 'sign', 'co-sign'],
  views: ['read', 'update'],
  reminders: ['send'],
  notifications: ['read', 'update'],
  tokens: ['read', 'make', 'end'],
} as const;
export type Resource = keyof typeof resources;
export type Permission = { [R in Resource]: `${R}.${(typeof resources)[R][number]}` }[Resource];
type Scope = 'all' | 'own';
type Rule = { permission: Permission; roles: readonly Role[]; scope: Scope };

const schoolLeadership = ['headteacher', 'deputy', 'senior-leader', 'school-administrator'] as const;
const allow = (permission: Permission, to: readonly Role[], scope: Scope = 'all'): Rule => ({
  permission,
  roles: to,
  scope,
});

/** Who may do what. Row policies in the database are written apart; the test has its own reviewed file. */
export const policy: readonly Rule[] = [
  allow('account.read', roles),
  allow('account.secure', roles),
  allow('delegations.read', ['headteacher', 'deputy', 'school-administrator'], 'own'),
  allow('delegations.lend', ['headteacher'], 'own'),
  allow('history.read', ['broker', 'board-member']),
  allow('history.export', ['broker']),
  allow('partnership.read', roles),
  allow('partnership.update', ['broker']),
  allow('schools.read', ['broker', 'board-member']),
  allow('schools.read', schoolRoles, 'own'),
  allow('schools.update', ['broker']),
  allow('schools.update', ['headteacher', 'deputy'], 'own'),
  allow('schools.export', ['broker']),
  allow('schools.settle', ['broker']),
  allow('schools.mark-members', ['broker']),
  allow('clusters.read', roles),
  allow('clusters.update', ['broker']),
  allow('people.read', ['broker']),
  allow('people.read', schoolLeadership, 'own'),
  allow('people.train', ['broker']),
  allow('people.confirm', ['broker']),
  allow('people.export', ['broker']),
  allow('people.erase', ['broker']),
  allow('people.recover', ['broker', 'board-member']),
  allow('people.recover', ['headteacher', 'chair-of-governors'], 'own'),
  allow('imports.read', ['broker']),
  allow('imports.bring', ['broker']),
  allow('imports.apply', ['broker']),
  allow('jobs.read', ['broker']),
  allow('jobs.cancel', ['broker']),
  allow('calendar.read', roles),
  allow('calendar.update', ['broker']),
  allow('seasons.read', ['broker']),
  allow('seasons.plan', ['broker']),
  allow('ledger.read', ['broker', 'board-member']),
  allow('ledger.read', schoolLeadership, 'own'),
  allow('ledger.write', ['broker']),
  allow('training.read', ['broker', ...schoolLeadership]),
  allow('training.run', ['broker']),
  allow('training.book', ['broker']),
  allow('training.book', schoolLeadership, 'own'),
  allow('offers.read', ['broker']),
  allow('offers.read', schoolLeadership, 'own'),
  allow('offers.make', ['broker']),
  allow('offers.make', ['headteacher', 'deputy'], 'own'),
  allow('offers.ask', ['broker']),
  allow('seasons.publish', ['broker']),
  allow('reviews.read', ['broker']),
  allow('reviews.read', schoolLeadership, 'own'),
  allow('reviews.answer', reviewingRoles, 'own'),
  allow('reviews.mend', ['broker']),
  allow('agreements.read', [...schoolRoles, 'broker', 'board-member', 'local-authority-officer']),
  allow('agreements.draft', ['broker']),
  allow('agreements.issue', ['broker', 'board-member']),
  allow('memberships.read', ['broker', 'board-member']),
  allow('memberships.read', schoolRoles, 'own'),
  allow('memberships.settle', ['broker']),
  allow('memberships.renew', ['headteacher'], 'own'),
  allow('memberships.leave', ['broker']),
  allow('memberships.leave', ['headteacher'], 'own'),
  allow('signings.read', ['broker', 'board-member']),
  allow(
    'signings.read',
    ['headteacher', 'deputy', 'chair-of-governors', 'governor', 'school-administrator'],
    'own',
  ),
  allow('signings.prepare', ['headteacher', 'school-administrator'], 'own'),
  allow('signings.sign', ['headteacher'], 'own'),
  allow('signings.co-sign', ['chair-of-governors'], 'own'),
  allow('views.read', partnershipRoles),
  allow('views.update', partnershipRoles),
  allow('reminders.send', ['broker']),
  allow('notifications.read', roles),
  allow('notifications.update', roles),
  allow('tokens.read', ['broker']),
  allow('tokens.make', ['broker']),
  allow('tokens.end', ['broker']),
];

/**
 * What nobody does on the strength of a mailed link alone: they prove who they are again, within five minutes
 * (security.md §5).
 */
export const confirmFirst: readonly Permission[] = [
  'account.secure',
  'agreements.issue',
  'delegations.lend',
  'history.export',
  'memberships.leave',
  'memberships.renew',
  'people.confirm',
  'people.erase',
  'people.export',
  'people.recover',
  'signings.co-sign',
  'signings.sign',
  'tokens.make',
];

/** What a head may have somebody else prepare in their name. Never a signature, a vote or a consent (domain.md §1). */
export const preparable: readonly Permission[] = ['schools.update', 'offers.make'];

/**
 * A role that holds today; `schoolId` is null for a role of the partnership itself. `lentBy` is the head who has lent
 * it: it counts for what may be prepared, and for nothing else.
 */
export type HeldRole = { role: Role; schoolId: string | null; lentBy?: string };

/** What an actor may reach: everything of the kind, or only what belongs to these schools. */
export type Reach = { scope: 'all' } | { scope: 'own'; schoolIds: readonly string[] };

/**
 * Whether somebody with these roles may do this, and how far it reaches.
 * @returns their reach; `'hidden'` when they may not know that it exists (404); `'forbidden'` when they may see
 * such things but not do this to them (403)
 */
export function decide(held: readonly HeldRole[], permission: Permission): Reach | 'hidden' | 'forbidden' {
  const reach = reachOf(held, permission);
  if (reach) return reach;
  const [resource] = permission.split('.');
  return reachOf(held, `${resource}.read` as Permission) ? 'forbidden' : 'hidden';
}

function reachOf(held: readonly HeldRole[], permission: Permission): Reach | null {
  const rules = policy.filter((rule) => rule.permission === permission);
  const counting = held.filter(({ lentBy }) => !lentBy || preparable.includes(permission));
  const reaches = (scope: Scope) =>
    counting.filter(({ role }) => rules.some((rule) => rule.scope === scope && rule.roles.includes(role)));
  if (reaches('all').length > 0) return { scope: 'all' };
  const schoolIds = reaches('own').flatMap(({ schoolId }) => schoolId ?? []);
  return schoolIds.length > 0 ? { scope: 'own', schoolIds: [...new Set(schoolIds)] } : null;
}

/**
 * The same for one school: one that they may not see is hidden, whatever they may do to others.
 * @param schoolId the school in question, or null when the question is about no school
 */
export function decideFor(held: readonly HeldRole[], permission: Permission, schoolId: string | null) {
  const reach = decide(held, permission);
  if (schoolId === null || reach === 'hidden') return reach;
  const [resource] = permission.split('.');
  const seen = reach === 'forbidden' ? reachOf(held, `${resource}.read` as Permission) : reach;
  return seen && covers(seen, schoolId) ? reach : 'hidden';
}

/** Everything that these roles allow, for the buttons that the SPA shows. */
export function permissionsOf(held: readonly HeldRole[]): Permission[] {
  const all = [...new Set(policy.map((rule) => rule.permission))];
  return all.filter((permission) => reachOf(held, permission) !== null);
}

/** Whether a reach covers one school. */
export const covers = (reach: Reach, schoolId: string) =>
  reach.scope === 'all' || reach.schoolIds.includes(schoolId);

/**
 * In whose name somebody does this to a school: null when their own roles allow it, else the head whose lent role does.
 * @param schoolId the school in question, or null when the question is about no school
 */
export function inWhoseName(
  held: readonly HeldRole[],
  permission: Permission,
  schoolId: string | null,
): string | null {
  const own = held.filter(({ lentBy }) => !lentBy);
  if (typeof decideFor(own, permission, schoolId) === 'object') return null;
  const lent = held.find((role) => role.lentBy && (schoolId === null || role.schoolId === schoolId));
  return lent?.lentBy ?? null;
}
