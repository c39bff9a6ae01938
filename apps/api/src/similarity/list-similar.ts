import type { ComparedSchoolRow } from '@lateral/contract/similarity';
import type { Db } from '@lateral/db/client';
import { rankNeighbours } from '@lateral/domain/similarity/rank-neighbours';
import { notFound } from '../problems.ts';
import { hasSchool } from './queries.ts';
import { readSchools } from './read-schools.ts';
import { readSettings } from './read-settings.ts';

/** More than anybody reads. */
const most = 20;

/** The schools most like one, by the settings that are kept; none for a school that is not compared. 404 for a stranger. */
export async function listSimilar(db: Db, schoolId: string) {
  if (!(await hasSchool(db, schoolId))) throw notFound();
  const settings = await readSettings(db);
  const schools = await readSchools(db);
  const subject = schools.find(({ id }) => id === schoolId) ?? null;
  const byId = new Map(schools.map((school) => [school.id, school]));
  const ranked = subject ? rankNeighbours(subject, schools, settings.weights).slice(0, most) : [];
  return {
    settings,
    subject,
    neighbours: ranked.map((one) => ({ ...one, school: byId.get(one.school.id) as ComparedSchoolRow })),
    compared: schools.length,
  };
}
