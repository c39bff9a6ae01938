import type { Db } from '@lateral/db/client';
import type { Change } from '@lateral/domain/registers/compare';
import { type Establishment, isOpen } from '@lateral/domain/registers/establishment';
import { schoolFactsOf } from '@lateral/domain/schools/school-facts';
import { recordEvents } from '../events.ts';
import type { RegisterReading } from './read-register.ts';
import { goOn, type Work } from './reading.ts';
import {
  absorbSchool,
  listCurrentSchools,
  type NewRecord,
  type NewSchool,
  recordLinks,
  recordRecords,
  recordSchools,
  updateSchool,
} from './register-queries.ts';
import { type Happening, tellConversion, tellRegisterChange } from './tell-register.ts';

type Who = { partnershipId: string; personId: string | null };
type Place = { schoolId: string; isNew: boolean };
type Current = Awaited<ReturnType<typeof listCurrentSchools>>[number];

/** Writes what a register import says: records, schools, links and what happened, in the caller's transaction. */
export async function applyRegister(db: Db, who: Who, reading: RegisterReading, now: Date, work: Work) {
  const { comparison, links } = reading;
  const { partnershipId } = who;
  const current = new Map((await listCurrentSchools(db)).map((school) => [school.id, school]));
  const places = placeRecords(reading);
  const carried = listCarried(reading, places);
  for (const { schoolId, absorbed } of carried) joinPlaces(places, schoolId, absorbed);
  const schools = describeSchools(partnershipId, reading, places, current);

  await recordSchools(db, schools.added);
  goOn(work, { done: 1, total: 4, step: 'writing' });
  for (const { schoolId, absorbed } of carried)
    for (const id of absorbed) await absorbSchool(db, id, schoolId);
  for (const { schoolId, record } of carried) {
    const facts = schoolFactsOf(record, reading.settings, current.get(schoolId) ?? null);
    schools.updated.set(schoolId, { partnershipId, id: schoolId, ...facts });
  }
  for (const [id, school] of schools.updated) await updateSchool(db, id, school);
  goOn(work, { done: 2, total: 4, step: 'writing' });
  await recordRecords(db, describeRecords(partnershipId, reading, places));
  await recordLinks(
    db,
    links.map(({ linkDate, linkName, ...link }) => ({
      partnershipId,
      ...link,
      linkName: linkName ?? '',
      establishedOn: linkDate,
    })),
  );
  goOn(work, { done: 3, total: 4, step: 'writing' });
  const schoolOf = (urn: number) => places.get(urn)?.schoolId ?? reading.known.get(urn)?.schoolId;
  const happened: Happening[] = [
    ...comparison.changes.flatMap((change) => tellRegisterChange(change, schoolOf)),
    ...carried.map(({ schoolId, record }) => tellConversion(schoolId, record)),
  ];
  await recordEvents(db, who, happened, now);
}

/** The school to which each changed record belongs: its own, its predecessor's, or a new one. */
function placeRecords({ comparison, known }: RegisterReading): Map<number, Place> {
  const place = (change: Change): Place => {
    const predecessor =
      'continues' in change && change.continues !== null ? known.get(change.continues) : undefined;
    const schoolId = predecessor?.schoolId ?? known.get(change.establishment.urn)?.schoolId;
    return schoolId ? { schoolId, isNew: false } : { schoolId: crypto.randomUUID(), isNew: true };
  };
  return new Map(comparison.changes.map((change) => [change.establishment.urn, place(change)]));
}

type Carried = { schoolId: string; record: Establishment; absorbed: string[] };

/**
 * Schools that go on under a successor's record. Where several records lead to one successor in turn (a chain whose
 * links came late), the school that closed first goes on, and those that the records between and the successor itself
 * were taken for turn out to be the same school.
 */
function listCarried({ comparison, known }: RegisterReading, places: ReadonlyMap<number, Place>): Carried[] {
  const after = new Map(comparison.changes.map(({ establishment }) => [establishment.urn, establishment]));
  const ending = comparison.changes.filter(
    (change) => change.kind === 'converted' && change.succession.shape === 'conversion',
  );
  const bySuccessor = Map.groupBy(ending, (change) =>
    'succession' in change ? (change.succession.successors[0] ?? 0) : 0,
  );
  return [...bySuccessor].flatMap(([toUrn, chain]) => {
    const record = after.get(toUrn) ?? known.get(toUrn)?.facts;
    const inTurn = chain.map(({ establishment }) => establishment).sort(byClosing);
    const [schoolId, ...others] = inTurn.flatMap(({ urn }) => places.get(urn)?.schoolId ?? []);
    if (!schoolId || !record) return [];
    const own = known.get(toUrn)?.schoolId;
    const absorbed = new Set([...others, ...(own ? [own] : [])].filter((id) => id !== schoolId));
    return [{ schoolId, record, absorbed: [...absorbed] }];
  });
}

const byClosing = (a: Establishment, b: Establishment) =>
  (a.closeDate ?? '').localeCompare(b.closeDate ?? '') || a.urn - b.urn;

/** Records of schools that turn out to be another belong to that other. */
function joinPlaces(places: Map<number, Place>, schoolId: string, absorbed: readonly string[]) {
  for (const [urn, place] of places) {
    if (absorbed.includes(place.schoolId)) places.set(urn, { schoolId, isNew: false });
  }
}

/** New schools, and those whose current record changes. */
function describeSchools(
  partnershipId: string,
  { comparison, settings }: RegisterReading,
  places: ReadonlyMap<number, Place>,
  current: ReadonlyMap<string, Current>,
) {
  const added: NewSchool[] = [];
  const updated = new Map<string, NewSchool>();
  for (const { establishment } of comparison.changes) {
    const place = places.get(establishment.urn);
    if (!place) continue;
    const { schoolId, isNew } = place;
    const before = current.get(schoolId) ?? null;
    const school = { partnershipId, id: schoolId, ...schoolFactsOf(establishment, settings, before) };
    if (isNew) added.push(school);
    else if (before?.urn === establishment.urn) updated.set(schoolId, school);
  }
  return { added, updated };
}

function describeRecords(
  partnershipId: string,
  { comparison, known, source }: RegisterReading,
  places: ReadonlyMap<number, Place>,
): NewRecord[] {
  return comparison.changes.flatMap((change) => {
    const { establishment } = change;
    const { urn } = establishment;
    const place = places.get(urn);
    if (!place) return [];
    const before = known.get(urn);
    const followedBy = change.kind === 'converted' ? change.succession.successors[0] : before?.followedBy;
    return {
      partnershipId,
      urn,
      schoolId: place.schoolId,
      facts: establishment,
      everOpen: before?.everOpen === true || isOpen(establishment),
      followedBy: followedBy ?? null,
      sourceFile: source.file,
      sourceDate: source.date,
    };
  });
}
