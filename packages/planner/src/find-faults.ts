import { findLockClashes } from './find-lock-clashes.ts';
import type { Instance } from './instance.ts';
import type { Fault } from './reader.ts';
import { splitByArea } from './split-by-area.ts';

/** A host's phases and focus areas share one mask of bits with the lead and the head. */
const mostNeeds = 28;

/** Faults between the parts of a well-formed instance: duplicate ids, ids that nothing has, impossible locks. */
export function findFaults(instance: Instance): Fault[] {
  return [
    ...findDuplicates(instance),
    ...findUnknown(instance),
    ...findOddSchools(instance),
    ...findOddLocks(instance),
    ...findLockClashes(instance),
    ...findVastAreas(instance),
  ];
}

/** Schools × leaders that one area may hold: tables of them take eight bytes each. */
const mostPairs = 40_000_000;

/** Areas too large to plan together. */
function findVastAreas(instance: Instance): Fault[] {
  if (instance.schools.length * instance.leaders.length <= mostPairs) return [];
  return splitByArea(instance).flatMap(({ schools, leaders }) =>
    schools.length * leaders.length > mostPairs
      ? [
          {
            path: '/schools',
            fault: `${schools.length} schools and ${leaders.length} leaders share area "${schools[0]?.area}" or somebody, too many to plan together: schools times leaders should be at most ${mostPairs}`,
          },
        ]
      : [],
  );
}

function findDuplicates({ clusters, groups, units, schools, leaders, previous }: Instance): Fault[] {
  const lists = { clusters, groups, units, schools, leaders };
  const faults = Object.entries(lists).flatMap(([name, list]) =>
    repeated(
      list.map(({ id }) => id),
      `/${name}`,
      'id',
    ),
  );
  return [
    ...faults,
    ...repeated(
      previous.map(({ school }) => school),
      '/previous',
      'school',
    ),
  ];
}

function repeated(ids: readonly string[], path: string, key: string): Fault[] {
  const first = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    return before === undefined
      ? []
      : [{ path: `${path}/${index}/${key}`, fault: `"${id}" is already at ${path}/${before}` }];
  });
}

function findUnknown(instance: Instance): Fault[] {
  const faults: Fault[] = [];
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [schools, leaders, units] = [ids(instance.schools), ids(instance.leaders), ids(instance.units)];
  const [clusters, groups] = [ids(instance.clusters), ids(instance.groups)];
  const expect = (kind: string, known: Set<string>, id: string | null, path: string) => {
    if (id !== null && !known.has(id)) faults.push({ path, fault: `there is no ${kind} "${id}"` });
  };
  instance.schools.forEach(({ clusterIds, groupId }, s) => {
    for (const [k, id] of clusterIds.entries())
      expect('cluster', clusters, id, `/schools/${s}/clusterIds/${k}`);
    expect('group', groups, groupId, `/schools/${s}/groupId`);
  });
  instance.leaders.forEach(({ schoolIds, unitId }, l) => {
    for (const [k, id] of schoolIds.entries()) expect('school', schools, id, `/leaders/${l}/schoolIds/${k}`);
    expect('unit', units, unitId, `/leaders/${l}/unitId`);
  });
  instance.conflicts.forEach((conflict, c) => {
    for (const [key, id] of Object.entries(conflict)) {
      const isLeader = key === 'leaderId';
      expect(isLeader ? 'leader' : 'school', isLeader ? leaders : schools, id, `/conflicts/${c}/${key}`);
    }
  });
  instance.previous.forEach((review, p) => {
    expect('school', schools, review.school, `/previous/${p}/school`);
    if (review.status !== 'locked') return;
    for (const [k, id] of review.team.entries()) expect('leader', leaders, id, `/previous/${p}/team/${k}`);
  });
  return faults;
}

function findOddSchools({ schools, calendar, config }: Instance): Fault[] {
  const faults = schools.flatMap(({ phases, focus }, s) =>
    phases.length + focus.length > mostNeeds
      ? [
          {
            path: `/schools/${s}/focus`,
            fault: `phases and focus areas together should be at most ${mostNeeds}`,
          },
        ]
      : [],
  );
  if (calendar.windowEnd < calendar.windowStart) {
    faults.push({ path: '/calendar/windowEnd', fault: 'should not be before windowStart' });
  }
  if (Number(calendar.windowEnd.slice(0, 4)) - Number(calendar.windowStart.slice(0, 4)) > 10) {
    faults.push({ path: '/calendar/windowEnd', fault: 'should be within ten years of windowStart' });
  }
  if (config.minHeads > config.teamSize) {
    faults.push({ path: '/config/minHeads', fault: 'should not be more than teamSize' });
  }
  return faults;
}

/** A locked review stays as it is, so its school must receive and its team must be people. */
function findOddLocks({ schools, previous }: Instance): Fault[] {
  const receiving = new Set(schools.flatMap(({ id, receives }) => (receives ? [id] : [])));
  return previous.flatMap(({ school, team, status }, p) => {
    if (status !== 'locked') return [];
    const faults: Fault[] = repeated(team, `/previous/${p}/team`, '').map((one) => ({
      ...one,
      path: `/previous/${p}/team`,
    }));
    if (!receiving.has(school)) {
      faults.push({
        path: `/previous/${p}/school`,
        fault: `"${school}" has a locked review but does not receive`,
      });
    }
    return faults;
  });
}
