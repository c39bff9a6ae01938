import { createHash } from 'node:crypto';
import type { ComparedSchoolRow } from '@lateral/contract/similarity';
import type { Db } from '@lateral/db/client';
import { readInputs } from '@lateral/domain/similarity/inputs';
import { listSecondarySchools } from './queries.ts';

/** The schools that are compared, by id. */
export async function readSchools(db: Db): Promise<ComparedSchoolRow[]> {
  const rows = await listSecondarySchools(db);
  return rows.map(({ easting, northing, facts, ...row }) => ({
    ...row,
    inputs: readInputs(facts),
    at: easting === null || northing === null ? null : { easting, northing },
  }));
}

/** A mark of everything that a proposal was made from; it changes when any of that does. */
export const basisOf = (schools: readonly ComparedSchoolRow[]) =>
  createHash('sha256')
    .update(JSON.stringify(schools.map(({ id, inputs, at, cluster }) => [id, inputs, at, cluster])))
    .digest('base64url');
