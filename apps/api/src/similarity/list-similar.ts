import type { ComparedSchoolRow } from '@lateral/contract/similarity';
import type { Db } from '@lateral/db/client';
import { rankNeighbours } from '@lateral/domain/similarity/rank-neighbours';
import { readSchools } from './read-schools.ts';
import { readSettings } from './read-settings.ts';

/** More than anybody reads. */
const most = 20;

/** The schools most like one, by the settings that are kept. */
export async function listSimilar(db: Db, schoolId: string) {
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
