import type { Database } from '@lateral/db/client';
import * as schema from '@lateral/db/schema';
import { type Role, roles, schoolRoles } from '@lateral/domain/people/roles';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../test/builders.ts';

const isInSchool = (role: Role) => (schoolRoles as readonly Role[]).includes(role);

/** A partnership with somebody in every role, all freshly proved, and at least one of every thing that has an id. */
export async function buildPopulated(database: Database, name: string) {
  const { id: partnershipId } = await buildPartnership(database, { name });
  const own = { partnershipId };
  const schools = [];
  for (let i = 1; i <= 5; i++)
    schools.push(await buildSchool(database, partnershipId, { name: `${name} school ${i}` }));
  const [first, second] = schools;
  if (!first || !second) throw new Error('no schools');
  const people = {} as Record<Role, BuiltPerson>;
  const proved = { confirmedAt: new Date() };
  for (const role of roles)
    people[role] = await buildPerson(
      database,
      partnershipId,
      role,
      isInSchool(role) ? first.id : null,
      proved,
    );
  const sibling = await buildPerson(database, partnershipId, 'headteacher', second.id, proved);
  const madeBy = people.broker.personId;
  const at = new Date();
  const later = new Date(Date.now() + 86_400_000);
  await database.withPartnership(partnershipId, async (db) => {
    const day = { ...own, year: 2026 };
    await db.insert(schema.clusters).values([
      { ...own, name: `${name} north`, kind: 'primary-partnership' },
      { ...own, name: `${name} south`, kind: 'similar-secondary' },
    ]);
    await db.insert(schema.savedViews).values(
      [true, false].map((isShared) => ({
        ...own,
        ownerId: madeBy,
        screen: 'schools' as const,
        name: `${name} view ${isShared}`,
        filters: { q: name },
        isShared,
      })),
    );
    await db.insert(schema.schoolChanges).values({
      ...own,
      id: crypto.randomUUID(),
      kind: 'memberships',
      madeBy,
      madeAt: at,
      schools: [{ schoolId: first.id, before: [], after: [] }],
    });
    await db.insert(schema.reminderBatches).values({
      ...own,
      id: crypto.randomUUID(),
      kind: 'join',
      asked: '',
      madeBy,
      madeAt: at,
      holdUntil: later,
    });
    for (const state of ['uploading', 'ready', 'applied'] as const)
      await db.insert(schema.imports).values({ ...own, kind: 'people', state, startedBy: madeBy });
    await db
      .insert(schema.groups)
      .values({ ...own, uid: 1, name: `${name} trust`, kind: 'trust', isOpen: true });
    await db.insert(schema.apiTokens).values({
      ...own,
      ownerId: madeBy,
      name: `${name} token`,
      tokenHash: name,
      scopes: ['schools.read'],
      createdAt: at,
      expiresAt: later,
    });
    await db.insert(schema.notifications).values({
      ...own,
      personId: madeBy,
      topic: 'you',
      kind: 'trained',
      detail: { name },
      at,
    });
    await db.insert(schema.jobs).values({ ...own, kind: 'plan-season', input: {}, state: 'waiting' });
    await db.insert(schema.terms).values({ ...day, name: 'Autumn', start: '2026-09-01', end: '2026-12-18' });
    await db
      .insert(schema.seasons)
      .values({ ...day, windowStart: '2026-09-21', windowEnd: '2027-07-09', instance: { name } });
    const [agreement] = await db
      .insert(schema.agreements)
      .values({ ...own, number: 1, title: `${name} agreement`, clauses: [], changedAt: at })
      .returning({ agreementId: schema.agreements.id });
    if (agreement)
      await db
        .insert(schema.signings)
        .values({ ...own, ...agreement, schoolId: first.id, openedBy: madeBy, openedAt: at });
    await db.insert(schema.delegations).values({
      ...own,
      schoolId: first.id,
      principalId: people.headteacher.personId,
      delegateId: people['school-administrator'].personId,
      createdAt: at,
      until: '2027-07-09',
    });
    await db.insert(schema.recoveries).values({
      ...own,
      personId: sibling.personId,
      newEmail: `${name.toLowerCase()}.new@school.example`,
      reason: name,
      askedBy: madeBy,
      askedAt: at,
      stopHash: name,
    });
  });
  return { partnershipId, schools, people, sibling };
}

export type Populated = Awaited<ReturnType<typeof buildPopulated>>;
