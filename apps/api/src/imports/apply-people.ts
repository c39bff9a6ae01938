import type { Db } from '@lateral/db/client';
import { recordEvents } from '../events.ts';
import { namePersons, recordPeople, recordRoles, updateRole } from './people-queries.ts';
import type { PeopleReading } from './read-people.ts';
import type { Work } from './reading.ts';

type Who = { partnershipId: string; personId: string | null };

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
  const known = new Map(changes.map(({ person }) => [person.email, person]));
  await recordPeople(
    db,
    [...known.values()].map(({ email, title, firstName, lastName, trainedOn, canLead }) => ({
      partnershipId,
      personId: idOf(email),
      title,
      firstName,
      lastName,
      email,
      trainedOn,
      canLead: canLead === true && trainedOn !== null,
    })),
  );
  work.report({ done: 1, total: 3, step: 'writing' });
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
  for (const change of changes) if (change.kind === 'changed') await updateRole(db, roleOf(change));
  work.report({ done: 2, total: 3, step: 'writing' });
  const happened = changes.flatMap(({ kind, person }) => {
    const schoolId = schools.get(person.urn)?.schoolId;
    const detail = { role: person.role, name: `${person.firstName} ${person.lastName}` };
    return schoolId ? [{ kind: kind === 'added' ? 'role-added' : 'role-changed', schoolId, detail }] : [];
  });
  await recordEvents(db, who, happened, now);
}
