import type { SchoolChangePreview } from '@lateral/contract/school-changes';
import type { Db } from '@lateral/db/client';
import { notFound } from '../problems.ts';
import { findCluster, listClustersLeft, listMembersOf } from './cluster-queries.ts';
import { listForMembership } from './membership-queries.ts';

const most = { names: 100, refused: 5 };

/** What marking schools as members, or ending it, would change. */
export async function previewMembers(
  db: Db,
  { schoolIds, member }: { schoolIds: string[]; member: boolean },
  day: string,
): Promise<SchoolChangePreview> {
  const found = await listHere(db, schoolIds, day);
  const changing = found.filter(({ memberSince }) => (memberSince === null) === member);
  const strangers = member ? changing.filter(({ counted }) => !counted) : [];
  return { ...describe(found, changing), refused: namesOf(strangers, most.refused), leaving: [] };
}

/** What putting schools in a cluster, or taking them out of it, would change. */
export async function previewCluster(
  db: Db,
  { clusterId, schoolIds, inCluster }: { clusterId: string; schoolIds: string[]; inCluster: boolean },
  day: string,
): Promise<SchoolChangePreview> {
  const cluster = await findCluster(db, clusterId, day);
  if (!cluster) throw notFound();
  const found = await listHere(db, schoolIds, day);
  const there = await listMembersOf(db, clusterId, schoolIds);
  const changing = found.filter(({ id }) => there.has(id) !== inCluster);
  const ids = changing.map(({ id }) => id);
  const leaving = inCluster && ids.length > 0 ? await listClustersLeft(db, cluster.kind, ids) : [];
  return { ...describe(found, changing), refused: [], leaving };
}

async function listHere(db: Db, schoolIds: string[], day: string) {
  const ids = [...new Set(schoolIds)];
  const found = await listForMembership(db, ids, day);
  if (found.length < ids.length) throw notFound();
  return found;
}

type Named = { name: string };
const namesOf = (schools: readonly Named[], limit: number) => schools.slice(0, limit).map(({ name }) => name);
const describe = (found: readonly Named[], changing: readonly Named[]) => ({
  changing: changing.length,
  staying: found.length - changing.length,
  names: namesOf(
    changing.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    most.names,
  ),
});
