import type { InventedSchool } from './invented-school.ts';
import type { Random } from './random.ts';

/** A link of the invented register: an old record, the one after it, and how the type of link is worded. */
export interface InventedLink {
  from: InventedSchool;
  to: InventedSchool;
  wording: '' | ' - amalgamated';
  date: string;
}

/** Six schools that became academies, and an infant and a junior school that became one: eight old records. */
export function inventPast(random: Random, schools: readonly InventedSchool[], firstFreeUrn: number) {
  const converters = random.shuffle(schools.filter((one) => one.typeCode === 34 && one.phase === 'primary'));
  const joined = schools.find(
    (one) => one.typeCode === 1 && one.ages[0] === 4 && one.ages[1] === 11 && one.urban,
  );
  if (!joined) throw new RangeError('no school to have been joined');
  const closedOn = (at: number) => `20${19 + at}-08-31`;
  const openedOn = (at: number) => `20${19 + at}-09-01`;
  const old = (school: InventedSchool, at: number, name: string): InventedSchool => ({
    ...school,
    urn: firstFreeUrn + at,
    name,
    typeCode: 1,
    trust: null,
    closedOn: closedOn(at % 6),
    openedOn: null,
    stateFunded: false,
  });
  const pairs = converters.slice(0, 6).map((school, at) => ({
    before: old(school, at, school.name.replace('Academy', 'School')),
    after: { ...school, openedOn: openedOn(at) },
  }));
  const merged = { ...joined, openedOn: openedOn(0) };
  const halves = ['Infant', 'Junior'].map((word, at) =>
    old(joined, 6 + at, `${joined.village} ${word} School`),
  );
  const links: InventedLink[] = [
    ...pairs.map(({ before, after }, at) => ({
      from: before,
      to: after,
      wording: '' as const,
      date: openedOn(at),
    })),
    ...halves.map((half) => ({
      from: half,
      to: merged,
      wording: ' - amalgamated' as const,
      date: openedOn(0),
    })),
  ];
  const later = new Map([...pairs.map(({ after }) => after), merged].map((school) => [school.urn, school]));
  const present = schools.map((school) => later.get(school.urn) ?? school);
  return {
    present,
    past: [
      ...pairs.map(({ before }) => before),
      ...halves.map((half) => ({ ...half, closedOn: closedOn(0) })),
    ],
    links,
  };
}
