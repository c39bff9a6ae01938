import type { Leader, School } from '../../packages/planner/src/instance.ts';
import type { Dice } from './dice.ts';

const general = [
  'reading',
  'maths',
  'send',
  'attendance',
  'behaviour',
  'curriculum',
  'assessment',
  'leadership',
  'safeguarding',
];

/** What schools of these phases look at, and what their leaders know. */
export function expertiseOf(phases: readonly string[]): string[] {
  const early = phases.includes('primary') ? ['phonics', 'eyfs'] : [];
  return [...general, ...early, ...(phases.includes('secondary') ? ['sixth-form'] : [])];
}

interface Post {
  role: Leader['role'];
  maxReviews: number;
  targetHalfDays: number;
}

/** What head and deputy of one school owe, in half days: they share three days, or four. */
const splits: [share: number, halfDays: [head: number, deputy: number]][] = [
  [0.61, [3, 3]],
  [0.2, [2, 4]],
  [0.19, [4, 2]],
];

/** Deals each school its leaders and its unit of owed days; a federation has one head and one unit. */
export function dealLeaders(
  dice: Dice,
  area: string,
  schools: School[],
  groups: { id: string; kind: string }[],
) {
  const leaders: Leader[] = [];
  const units: { id: string; maxDays: number }[] = [];
  const hire = (homes: School[], unitId: string, { role, maxReviews, targetHalfDays }: Post) => {
    const id = `${area}-L${String(leaders.length + 1).padStart(4, '0')}`;
    const isExecutive = homes.length > 1;
    leaders.push({
      id,
      name: `${role === 'head' ? 'Head' : 'Deputy'} ${id}`,
      role,
      schoolIds: homes.map((home) => home.id),
      unitId,
      maxReviews,
      targetHalfDays,
      canLead: isExecutive || dice.chance(role === 'head' ? 0.64 : 0.23),
      ...dealPerson(dice, role, homes[0]?.phases ?? []),
    });
  };
  const federations = new Set(groups.filter(({ kind }) => kind === 'federation').map(({ id }) => id));
  const members = Map.groupBy(schools, ({ id, groupId }) =>
    groupId && federations.has(groupId) ? groupId : id,
  );
  for (const [key, homes] of members) {
    const unitId = `U-${key}`;
    const isShared = homes.length > 1;
    const days = isShared
      ? homes.length * 3
      : dice.share([
          [0.88, 3],
          [1, 4],
        ] as const);
    units.push({ id: unitId, maxDays: days });
    if (isShared) {
      const targetHalfDays = homes.length * 3;
      hire(homes, unitId, { role: 'head', maxReviews: homes.length === 2 ? 4 : 5, targetHalfDays });
      for (const home of homes) hire([home], unitId, { role: 'deputy', maxReviews: 2, targetHalfDays: 3 });
    } else for (const post of dealPosts(dice, days)) hire(homes, unitId, post);
  }
  return { leaders, units };
}

function dealPosts(dice: Dice, days: number): Post[] {
  const [head, deputy] = dice.share(splits);
  const isLarge = days > 3;
  const posts: Post[] = [
    { role: 'head', maxReviews: isLarge && dice.chance(0.5) ? 3 : 2, targetHalfDays: head },
  ];
  if (!dice.chance(0.023))
    posts.push({ role: 'deputy', maxReviews: isLarge ? 3 : 2, targetHalfDays: deputy });
  if (dice.chance(0.03)) posts.push({ role: 'deputy', maxReviews: 1, targetHalfDays: 1 });
  return posts;
}

type Person = 'trainedOn' | 'expertise' | 'weekdays' | 'unavailable' | 'avoid';

function dealPerson(dice: Dice, role: Leader['role'], phases: readonly string[]): Pick<Leader, Person> {
  const isPartTime = dice.chance(role === 'head' ? 0.095 : 0.42);
  const week = dice.share([
    [0.4, 2],
    [0.22, 3],
    [1, 4],
  ] as const);
  const long = dice.share([
    [0.012, ['2027-02-22/2027-07-09']],
    [0.008, ['2026-09-21/2027-02-12']],
    [0.06, [dice.span(dice.between(8, 15))]],
    [1, [] as string[]],
  ]);
  const spans = dice.chance(0.45) ? [dice.span(dice.between(2, 5))] : [];
  const days = dice.blocked(dice.between(6, 16), 0.3);
  return {
    trainedOn: dice.share([
      [0.317, '2026-06-24'],
      [0.3, '2026-09-16'],
      [0.275, '2025-09-17'],
      [0.039, '2027-01-20'],
      [0.034, '2026-10-14'],
      [0.023, '2026-11-18'],
      [1, null],
    ]),
    expertise: dice.some(
      expertiseOf(phases),
      dice.share([
        [0.37, 2],
        [0.34, 3],
        [1, 4],
      ] as const),
    ),
    weekdays: isPartTime ? dice.some([1, 2, 3, 4, 5], week) : [1, 2, 3, 4, 5],
    unavailable: [...long, ...spans, ...days].toSorted(),
    avoid: dice.chance(0.3) ? dice.days(10) : [],
  };
}
