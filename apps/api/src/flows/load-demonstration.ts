import type { Database, Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { addDays } from '@lateral/domain/calendars/weeks';
import type { Actor } from '../actor.ts';
import { replaceCalendar, replaceSchoolDays } from '../calendars/queries.ts';
import { demonstrationCalendar, demonstrationClusters, demonstrationFiles } from '../demonstration/county.ts';
import { listSchoolsByUrn } from '../imports/people-queries.ts';
import { hasDemonstration, recordPartnershipRole } from '../partnerships/found-queries.ts';
import { confirmAddresses } from '../people/confirm-addresses.ts';
import { listPeople } from '../people/queries.ts';
import { recordOwed } from '../record-owed.ts';
import { assignCluster } from '../schools/assign-cluster.ts';
import { recordCluster } from '../schools/cluster-queries.ts';
import { markMembers } from '../schools/mark-members.ts';
import { listSchools } from '../schools/queries.ts';
import { planSeason } from '../seasons/plan-season.ts';
import { recordSeason } from '../seasons/queries.ts';
import { createPartnership } from './create-partnership.ts';
import { demonstrateAgreement } from './demonstrate-agreement.ts';
import { importFiles } from './import-files.ts';

const broker = { firstName: 'Ruth', lastName: 'Penhallow', email: 'ruth.penhallow@woldsandvale.example' };
const others = [
  {
    person: { firstName: 'Lena', lastName: 'Ashdown', email: 'lena.ashdown@woldsandvale.example' },
    role: 'board-member',
  },
  {
    person: { firstName: 'Musa', lastName: 'Fairlie', email: 'musa.fairlie@woldsandvale.example' },
    role: 'local-authority-officer',
  },
] as const;

const holidays: Record<string, string> = {
  '12-25': 'Christmas Day',
  '12-28': 'Boxing Day (kept)',
  '01-01': 'New Year’s Day',
  '03-26': 'Good Friday',
  '03-29': 'Easter Monday',
  '05-03': 'Early May bank holiday',
  '05-31': 'Spring bank holiday',
};
const termNames = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'];

/** Every twenty-fifth school has not joined yet, so that there is somebody left to ask. */
const notYet = 25;

const asFile = (name: string, text: string) => ({
  name,
  bytes: async function* () {
    yield Buffer.from(text);
  },
});

/**
 * Loads the invented county, through the same importers and actions as a real one, and sends a worker to plan its
 * season. Does nothing when it is there.
 */
export async function loadDemonstration(database: Database, say: (step: string) => void, now: Date) {
  if (await database.withSignInDesk(hasDemonstration)) return;
  say('Loading the demonstration: 300 invented schools and their people');
  const founding = {
    name: 'Wolds and Vale Schools Partnership',
    laCode: '999',
    broker,
    isDemonstration: true,
  };
  const { id: partnershipId, brokerId } = await createPartnership(database, founding);
  const actor: Actor = {
    personId: brokerId,
    partnershipId,
    sessionId: '',
    roles: [{ role: 'broker', schoolId: null }],
    reach: { scope: 'all' },
    onBehalfOf: null,
    token: null,
    confirmedBy: null,
  };
  const { establishments, links, people, groups } = demonstrationFiles();
  await database.withPartnership(partnershipId, async (db) => {
    const register = [
      asFile('wolds-and-vale_2026-09-01.csv', establishments),
      asFile('wolds-and-vale-links.csv', links),
    ];
    await importFiles(db, actor, 'register', register, now);
    await importFiles(db, actor, 'groups', [asFile('wolds-and-vale-groups.csv', groups)], now);
    await importFiles(db, actor, 'people', [asFile('wolds-and-vale-people.csv', people)], now);
    const [secondPerson = ''] = await Promise.all(
      others.map(({ person, role }) => recordPartnershipRole(db, partnershipId, person, role)),
    );
    await demonstrateAgreement(db, actor, secondPerson, now);
    const everybody = await listPeople(db, actor.reach, {}, dayInLondon(now), { after: null, limit: 10_000 });
    const personIds = everybody.map(({ personId }) => personId);
    await confirmAddresses(db, actor, { personIds, confirmed: true }, now);
    await setUp(db, actor, now);
  });
}

async function setUp(db: Db, actor: Actor, now: Date) {
  const { partnershipId } = actor;
  const schools = await listSchoolsByUrn(db);
  const idOf = (urn: number) => schools.get(urn)?.schoolId ?? [];
  const counted = await listSchools(db, actor.reach, { day: dayInLondon(now) }, { after: null, limit: 1000 });
  const joined = counted.filter((_, i) => i % notYet !== notYet - 1).map(({ id }) => id);
  const { year, terms, closed, schoolDays } = demonstrationCalendar();
  await markMembers(db, actor, { schoolIds: joined, member: true, on: `${year}-09-01` }, now);
  for (const { name, kind, urns } of demonstrationClusters()) {
    const clusterId = await recordCluster(db, partnershipId, name, kind);
    if (clusterId)
      await assignCluster(db, actor, { clusterId, schoolIds: urns.flatMap(idOf), inCluster: true }, now);
  }
  await replaceCalendar(db, partnershipId, year, {
    terms: terms.map(({ start, end }, i) => ({ name: termNames[i] ?? `Term ${i + 1}`, start, end })),
    closures: closed.map((day) => ({ day, name: holidays[day.slice(5)] ?? 'Bank holiday' })),
  });
  for (const [urn, rows] of Map.groupBy(schoolDays, ({ urn }) => urn)) {
    const schoolId = schools.get(urn)?.schoolId;
    const days = rows.flatMap(({ kind, from, to }) => daysBetween(from, to).map((day) => ({ day, kind })));
    const once = [...new Map(days.map((row) => [row.day, row])).values()];
    if (schoolId) await replaceSchoolDays(db, partnershipId, schoolId, once);
  }
  const seasonId = await recordSeason(db, partnershipId, {
    year,
    windowStart: `${year}-09-21`,
    windowEnd: `${year + 1}-07-09`,
  });
  await recordOwed(db, dayInLondon(now), now);
  if (seasonId && dayInLondon(now) < `${year + 1}-07-01`)
    await planSeason(db, actor, { seasonId, seconds: 15 }, dayInLondon(now));
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
