import type { Instance } from './instance.ts';

/**
 * Splits a season into parts that share no reviewer, unit or main cluster, so that each can be planned by itself. Only
 * `sameArea` allows it; otherwise the instance comes back whole.
 */
export function splitByArea(instance: Instance): Instance[] {
  if (!instance.config.sameArea) return [instance];
  const partOf = groupAreas(instance);
  const parts = [...new Set(partOf.values())];
  if (parts.length < 2) return [instance];
  const schoolPart = new Map(instance.schools.map(({ id, area }) => [id, partOf.get(area)]));
  return parts.map((part) => {
    const within = (school: string | undefined) => schoolPart.get(school ?? '') === part;
    return {
      ...instance,
      schools: instance.schools.filter(({ id }) => within(id)),
      leaders: instance.leaders.filter(({ schoolIds }) => within(schoolIds[0])),
      conflicts: instance.conflicts.filter((one) =>
        'leaderId' in one ? within(one.schoolId) : within(one.schoolA) && within(one.schoolB),
      ),
      history: instance.history.filter(({ host }) => within(host)),
      previous: instance.previous.filter(({ school }) => within(school)),
    };
  });
}

/** Area → the first area of its part. Areas join when a reviewer, a unit, a main cluster or a locked team spans them. */
function groupAreas(instance: Instance): Map<string, string> {
  const { schools, leaders, previous } = instance;
  const areaOf = new Map(schools.map(({ id, area }) => [id, area]));
  const partOf = new Map(schools.map(({ area }) => [area, area]));
  const join = (some: readonly (string | undefined)[]) => {
    const parts = new Set(some.flatMap((area) => partOf.get(area ?? '') ?? []));
    const [first] = parts;
    if (parts.size < 2 || first === undefined) return;
    for (const [area, part] of partOf) if (parts.has(part)) partOf.set(area, first);
  };
  const seen = new Map<string, string>();
  const joinThrough = (key: string, area: string | undefined) => {
    join([seen.get(key), area]);
    if (area !== undefined && !seen.has(key)) seen.set(key, area);
  };
  const homeArea = new Map(leaders.map(({ id, schoolIds }) => [id, areaOf.get(schoolIds[0] ?? '')]));
  for (const { schoolIds } of leaders) join(schoolIds.map((id) => areaOf.get(id)));
  for (const { id, unitId } of leaders) joinThrough(unitId, homeArea.get(id));
  for (const { clusterIds, area } of schools) joinThrough(`main ${clusterIds[0]}`, area);
  for (const { school, team } of previous) join([areaOf.get(school), ...team.map((id) => homeArea.get(id))]);
  return partOf;
}
