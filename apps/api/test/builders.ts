import type { Database } from '@lateral/db/client';
import * as schema from '@lateral/db/schema';
import type { Role } from '@lateral/domain/people/roles';
import type { Establishment } from '@lateral/domain/registers/establishment';
import { defaultStateFundedTypes } from '@lateral/domain/registers/state-funded';
import type { Phase } from '@lateral/domain/schools/phases';
import { sql } from 'drizzle-orm';
import { buildRecord } from './records.ts';

let next = 1;
const unique = () => next++;

type PartnershipOptions = { name?: string; laCode?: string; isDemonstration?: boolean };

/** A partnership of its own. */
export async function buildPartnership(database: Database, options: PartnershipOptions = {}) {
  const id = crypto.randomUUID();
  const row = {
    id,
    name: `Partnership ${unique()}`,
    laCode: '916',
    stateFundedTypes: [...defaultStateFundedTypes],
    ...options,
  };
  await database.withPartnership(id, (db) => db.insert(schema.partnerships).values(row));
  return row;
}

type SchoolOptions = {
  name?: string;
  urn?: number;
  phases?: Phase[];
  counted?: boolean;
  easting?: number | null;
  northing?: number | null;
  facts?: Partial<Establishment>;
};

/** An open state school, with its legal record. */
export async function buildSchool(database: Database, partnershipId: string, options: SchoolOptions = {}) {
  const urn = options.urn ?? 100_000 + unique();
  const name = options.name ?? `School ${urn}`;
  const counted = options.counted ?? true;
  const school = {
    partnershipId,
    id: crypto.randomUUID(),
    urn,
    name,
    isOpen: true,
    phases: options.phases ?? (['primary'] as Phase[]),
    town: 'Stonebridge',
    easting: options.easting === undefined ? 390_000 : options.easting,
    northing: options.northing === undefined ? 210_000 : options.northing,
    settlement: counted ? ('by-type' as const) : ('unsettled' as const),
    counted,
  };
  const record = {
    partnershipId,
    urn,
    schoolId: school.id,
    facts: buildRecord({ urn, name, ...options.facts }),
    everOpen: true,
  };
  await database.withPartnership(partnershipId, async (db) => {
    await db.insert(schema.schools).values(school);
    await db
      .insert(schema.establishments)
      .values({ ...record, sourceFile: 'test.csv', sourceDate: '2026-09-01' });
  });
  return school;
}

type PersonOptions = {
  email?: string;
  from?: string;
  to?: string;
  trainedOn?: string;
  canLead?: boolean;
  confirmedAt?: Date;
};

/** A person with one role, in a school or (no school) in the partnership itself. */
export async function buildPerson(
  database: Database,
  partnershipId: string,
  role: Role,
  schoolId: string | null = null,
  options: PersonOptions = {},
) {
  const n = unique();
  const {
    from = null,
    to = null,
    email = `person${n}@school.example`,
    trainedOn = null,
    canLead = false,
  } = options;
  const person = { firstName: 'Ada', lastName: `Fern${n}`, email, trainedOn, canLead };
  const built = await database.withPartnership(partnershipId, async (db) => {
    const { rows } = await db.execute<{ id: string }>(sql`select person_id_for(${email}) as id`);
    const personId = rows[0]?.id ?? '';
    await db
      .insert(schema.people)
      .values({ partnershipId, personId, ...person })
      .onConflictDoNothing();
    await db.insert(schema.roles).values({ partnershipId, personId, schoolId, role, from, to });
    return { ...person, personId, partnershipId, schoolId, role };
  });
  const sessionId = await buildSession(database, built, options.confirmedAt ?? null);
  return { ...built, sessionId };
}

/** A signed-in browser of a person. `confirmedAt` is when they last proved who they are. */
export async function buildSession(
  database: Database,
  { personId, partnershipId }: { personId: string; partnershipId: string },
  confirmedAt: Date | null = null,
) {
  const id = crypto.randomUUID();
  const confirmed = confirmedAt && { confirmedAt, confirmedBy: 'passkey' as const };
  await database.withSignInDesk((db) =>
    db
      .insert(schema.sessions)
      .values({ id, personId, partnershipId, createdAt: new Date('2026-11-23T08:00:00Z'), ...confirmed }),
  );
  return id;
}

export type BuiltPerson = Awaited<ReturnType<typeof buildPerson>>;
