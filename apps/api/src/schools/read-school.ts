import type { School } from '@lateral/contract/schools';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { decide } from '@lateral/domain/policy';
import type { Establishment } from '@lateral/domain/registers/establishment';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { listGroupsOf, listSharedHeads } from './group-queries.ts';
import { findSchool } from './queries.ts';
import { findReview, listDays, listRecords, listRelated, listSchoolPeople } from './school-page-queries.ts';

/** The facts worth a line: those that the register gave. */
const listFacts = (facts: Establishment) =>
  Object.entries(facts).flatMap(([field, value]) =>
    value === null || value === '' ? [] : [{ field, value }],
  );

/** Everything that a school's page shows. A draft review is there only for those who may see the season. */
export async function readSchool(db: Db, actor: Actor, schoolId: string, now: Date): Promise<School> {
  const school = await findSchool(db, schoolId, dayInLondon(now));
  if (!school) throw notFound();
  const records = await listRecords(db, schoolId);
  const current = records.find(({ urn }) => urn === school.urn);
  if (!current) throw new Error(`school ${schoolId} has no record for its URN`);
  const urns = records.map(({ urn }) => urn);
  const mayReadSeason = typeof decide(actor.roles, 'seasons.read') === 'object';
  return {
    ...school,
    facts: listFacts(current.facts),
    source: { file: current.sourceFile, date: current.sourceDate },
    records: records.map(({ urn, facts }) => ({
      urn,
      name: facts.name,
      status: facts.status,
      openedOn: facts.openDate,
      closedOn: facts.closeDate,
      isCurrent: urn === school.urn,
    })),
    related: describeRelated(await listRelated(db, urns), urns),
    people: await listSchoolPeople(db, schoolId),
    groups: await listGroupsOf(db, urns),
    sharedHeads: await listSharedHeads(db, schoolId, dayInLondon(now)),
    days: await listDays(db, schoolId),
    review: mayReadSeason ? await findReview(db, schoolId) : null,
  };
}

type Link = Awaited<ReturnType<typeof listRelated>>[number];

/** Each other record once, though most links are published from both ends; not those of the school itself. */
function describeRelated(links: Link[], own: number[]): School['related'] {
  const seen = new Map<number, School['related'][number]>();
  for (const link of links) {
    const outward = own.includes(link.urn);
    const urn = outward ? link.linkUrn : link.urn;
    if (own.includes(urn) || seen.has(urn)) continue;
    const pointsOn = /^(successor|result)/i.test(link.linkType) === outward;
    seen.set(urn, {
      urn,
      name: link.otherName ?? (outward ? link.linkName : String(urn)),
      schoolId: link.otherSchoolId,
      relation: pointsOn ? 'successor' : 'predecessor',
      linkType: link.linkType,
      on: link.on,
    });
  }
  return [...seen.values()];
}
