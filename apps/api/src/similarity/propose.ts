import type { Proposal } from '@lateral/contract/similarity';
import type { Db } from '@lateral/db/client';
import { scaleOf } from '@lateral/domain/similarity/compare';
import {
  describeCluster,
  findCrowd,
  meanDifference,
  type NearPair,
} from '@lateral/domain/similarity/describe-clusters';
import { nameClusters } from '@lateral/domain/similarity/name-clusters';
import { proposeClusters } from '@lateral/domain/similarity/propose-clusters';
import { refuseProposal, type SimilaritySettings } from '@lateral/domain/similarity/settings';
import { refused } from '../problems.ts';
import { basisOf, readSchools } from './read-schools.ts';

/** Clusters for these settings, with how alike they are and what breaks the bar. Reads, and writes nothing. */
export async function propose(db: Db, settings: SimilaritySettings): Promise<Proposal> {
  const schools = await readSchools(db);
  const refusal = refuseProposal(settings, schools.length);
  if (refusal) throw refused(refusal);
  const present = [...Map.groupBy(schools, ({ cluster }) => cluster)].flatMap(([name, members]) =>
    name === null ? [] : [{ name, members, schoolIds: members.map(({ id }) => id) }],
  );
  const scale = scaleOf(schools);
  const byId = new Map(schools.map((school) => [school.id, school]));
  return {
    basis: basisOf(schools),
    schools,
    clusters: nameClusters(proposeClusters(schools, settings), present).map(({ name, schoolIds }) => {
      const figures = describeCluster(
        schoolIds.flatMap((id) => byId.get(id) ?? []),
        settings,
        scale,
      );
      return {
        name,
        schoolIds,
        difference: figures.difference,
        nearest: figures.nearest && asIds(figures.nearest),
        broken: figures.broken.map(asIds),
      };
    }),
    presentDifference: meanDifference(
      present.map(({ members }) => members),
      settings.weights,
      schools,
    ),
    crowd: settings.barKm === 0 ? [] : findCrowd(schools, settings.barKm).map(({ id }) => id),
  };
}

const asIds = ({ a, b, km }: NearPair) => ({ a: a.id, b: b.id, km });
