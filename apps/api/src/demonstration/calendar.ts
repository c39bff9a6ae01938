import type { SchoolDayKind } from '@lateral/domain/calendars/days';
import type { InventedSchool } from './invented-school.ts';
import type { Random } from './random.ts';

/** Days, both ends included, on which one school cannot host a review. */
interface InventedSchoolDays {
  urn: number;
  kind: SchoolDayKind;
  reason: string;
  from: string;
  to: string;
}

export interface InventedCalendar {
  year: number;
  terms: readonly { id: string; start: string; end: string }[];
  /** Bank holidays of the school year, in and out of term. */
  closed: readonly string[];
  schoolDays: readonly InventedSchoolDays[];
}

/** The six terms of 2026/27. */
const terms = [
  { id: 'T1', start: '2026-09-01', end: '2026-10-23' },
  { id: 'T2', start: '2026-11-02', end: '2026-12-18' },
  { id: 'T3', start: '2027-01-04', end: '2027-02-12' },
  { id: 'T4', start: '2027-02-22', end: '2027-03-25' },
  { id: 'T5', start: '2027-04-12', end: '2027-05-28' },
  { id: 'T6', start: '2027-06-07', end: '2027-07-21' },
] as const;

const closed = [
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
];
const insetChoices = [
  '2026-10-23',
  '2026-11-02',
  '2026-11-27',
  '2027-02-12',
  '2027-02-22',
  '2027-04-12',
  '2027-05-28',
  '2027-06-07',
  '2027-07-21',
  '2027-06-25',
];
type Block = readonly [reason: string, from: string, to: string];

const blockChoices: Readonly<Record<'primary' | 'secondary', readonly Block[]>> = {
  primary: [
    ['Christmas plays', '2026-12-07', '2026-12-11'],
    ['Residential visit', '2026-10-12', '2026-10-16'],
    ['Arts week', '2027-03-08', '2027-03-12'],
    ['Residential visit', '2027-06-14', '2027-06-18'],
    ['Sports week', '2027-07-05', '2027-07-09'],
  ],
  secondary: [
    ['Open evenings', '2026-09-28', '2026-10-01'],
    ['Mock examinations', '2027-01-11', '2027-01-22'],
    ['Work experience', '2027-07-05', '2027-07-09'],
    ['School play', '2027-03-15', '2027-03-19'],
  ],
};

/** Terms and bank holidays, and for each school its five INSET days and the weeks that it blocks. */
export function inventCalendar(random: Random, schools: readonly InventedSchool[]): InventedCalendar {
  const schoolDays = schools.flatMap((school) => [
    ...inventInset(random, school),
    ...inventBlocked(random, school),
  ]);
  return { year: 2026, terms, closed, schoolDays };
}

function inventInset(random: Random, { urn }: InventedSchool): InventedSchoolDays[] {
  const chosen = ['2026-09-01', '2027-01-04', ...random.shuffle(insetChoices).slice(0, 3)].toSorted();
  return chosen.map((day) => ({ urn, kind: 'inset', reason: 'INSET day', from: day, to: day }));
}

function inventBlocked(random: Random, school: InventedSchool): InventedSchoolDays[] {
  const upper = school.phase === 'secondary' || school.phase === 'all-through';
  const always: readonly Block[] = upper
    ? [
        ['Mock examinations', '2026-11-30', '2026-12-11'],
        ['GCSE and A-level examinations', '2027-05-10', '2027-06-23'],
      ]
    : [['Year 6 tests', '2027-05-10', '2027-05-13']];
  const some = random.shuffle(blockChoices[upper ? 'secondary' : 'primary']).slice(0, random.between(0, 2));
  const spans = school.phase === 'special' ? some : [...always, ...some];
  return spans
    .map(([reason, from, to]): InventedSchoolDays => ({ urn: school.urn, kind: 'blocked', reason, from, to }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
}
