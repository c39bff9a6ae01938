import type { Db } from '@lateral/db/client';
import type { PersonRow } from '@lateral/domain/people-files/person-row';
import { recordEvents } from '../events.ts';
import { listPeopleNow, namePersons, recordPeople, recordRoles, updateRole } from './people-queries.ts';
import type { PeopleReading } from './read-people.ts';
import { goOn, type Work } from './reading.ts';

type Who = { partnershipId: string; personId: string | null };

type Standing = { title: string | null; trainedOn: string | null; canLead: boolean };

/** One person out of their rows and what we knew: the last word counts, and a blank says nothing. */
function gatherPerson(rows: readonly PersonRow[], before: Standing | undefined) {
  const last = <K extends keyof PersonRow>(key: K) => rows.findLast((row) => row[key] !== null)?.[key];
  const trainedOn = last('trainedOn') ?? before?.trainedOn ?? null;
  return {
    title: last('title') ?? before?.title ?? null,
    firstName: last('firstName') ?? '',
    lastName: last('lastName') ?? '',
    email: last('email') ?? '',
    trainedOn,
    // Nobody leads who is not trained.
    canLead: trainedOn !== null && (last('canLead') ?? before?.canLead ?? false),
  };
}

/** Writes what a people import says, in the caller's transaction. */
export async function applyPeople(
  db: Db,
  who: Who,
  { changes, schools }: PeopleReading,
  now: Date,
  work: Work,
) {
  const { partnershipId } = who;
  const ids = await namePersons(db, [...new Set(changes.map(({ person }) => person.email))]);
  const idOf = (email: string) => {
    const id = ids.get(email);
    if (!id) throw new Error('an address came back without its person');
    return id;
  };
  const before = new Map((await listPeopleNow(db, [...ids.values()])).map((one) => [one.personId, one]));
  const named = Map.groupBy(changes, ({ person }) => idOf(person.email));
  await recordPeople(
    db,
    [...named].map(([personId, rows]) => ({
      partnershipId,
      personId,
      ...gatherPerson(
        rows.map(({ person }) => person),
        before.get(personId),
      ),
    })),
  );
  goOn(work, { done: 1, total: 3, step: 'writing' });
  const roleOf = ({ person }: (typeof changes)[number]) => ({
    personId: idOf(person.email),
    schoolId: schools.get(person.urn)?.schoolId ?? null,
    role: person.role,
    from: person.from,
    to: person.to,
  });
  await recordRoles(
    db,
    changes.filter(({ kind }) => kind === 'added').map((change) => ({ partnershipId, ...roleOf(change) })),
  );
  for (const change of changes) {
    if (change.kind !== 'changed') continue;
    const { personId, schoolId, role, from, to } = roleOf(change);
    if (schoolId) await updateRole(db, { personId, schoolId, role, began: change.held.from }, { from, to });
  }
  goOn(work, { done: 2, total: 3, step: 'writing' });
  const happened = changes.flatMap(({ kind, person }) => {
    const schoolId = schools.get(person.urn)?.schoolId;
    const detail = { role: person.role, name: `${person.firstName} ${person.lastName}` };
    return schoolId ? [{ kind: kind === 'added' ? 'role-added' : 'role-changed', schoolId, detail }] : [];
  });
  await recordEvents(db, who, happened, now);
}
