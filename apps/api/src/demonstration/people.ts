import type { InventedSchool } from './invented-school.ts';
import { inventPerson, type PersonName, toAddress } from './names.ts';
import type { Random } from './random.ts';

/** One row of the invented people file. */
export interface InventedRole extends PersonName {
  urn: number;
  role:
    | 'Headteacher'
    | 'Executive headteacher'
    | 'Deputy headteacher'
    | 'Assistant headteacher'
    | 'Chair of governors';
  email: string;
  from: string;
  trainedOn: string | null;
  canLead: boolean | null;
}

const trainingDays = [
  '2025-09-24',
  '2025-10-09',
  '2026-01-21',
  '2026-03-10',
  '2026-06-23',
  '2026-09-10',
] as const;

/** A head, a second leader and a chair of governors for each school; a federation shares its head and chair. */
export function inventPeople(random: Random, schools: readonly InventedSchool[]): InventedRole[] {
  const shared = new Map<string, readonly InventedRole[]>();
  return schools.flatMap((school) => {
    const known = school.federation === null ? undefined : shared.get(school.federation);
    const [head, chair] = known ?? [inventHead(random, school), inventChair(random, school)];
    if (!head || !chair) return [];
    if (school.federation !== null) shared.set(school.federation, [head, chair]);
    return [{ ...head, urn: school.urn }, inventSecond(random, school, head), { ...chair, urn: school.urn }];
  });
}

function inventHead(random: Random, school: InventedSchool): InventedRole {
  return {
    ...school.head,
    ...training(random, 0.5),
    urn: school.urn,
    role: school.federation === null ? 'Headteacher' : 'Executive headteacher',
    email: emailOf(school.head, school),
    from: `${random.between(2013, 2026)}-09-01`,
  };
}

/** A school of fewer than 150 pupils seldom has a deputy: another senior leader stands in. */
function inventSecond(random: Random, school: InventedSchool, head: InventedRole): InventedRole {
  const name = inventPersonOtherThan(random, head);
  return {
    ...name,
    ...training(random, 0.26),
    urn: school.urn,
    role: school.pupils < 150 && school.phase === 'primary' ? 'Assistant headteacher' : 'Deputy headteacher',
    email: `${toAddress(name.firstName)}.${toAddress(name.lastName)}@${domainOf(school, true)}`,
    from: `${random.between(2014, 2026)}-09-01`,
  };
}

function inventChair(random: Random, school: InventedSchool): InventedRole {
  const name = inventPersonOtherThan(random, school.head);
  return {
    ...name,
    urn: school.urn,
    role: 'Chair of governors',
    email: `chair.${toAddress(name.lastName)}@${domainOf(school)}`,
    from: `${random.between(2018, 2025)}-09-01`,
    trainedOn: null,
    canLead: null,
  };
}

function training(random: Random, leads: number): Pick<InventedRole, 'trainedOn' | 'canLead'> {
  const trained = random.chance(0.92);
  return { trainedOn: trained ? random.pick(trainingDays) : null, canLead: trained && random.chance(leads) };
}

function inventPersonOtherThan(random: Random, other: PersonName): PersonName {
  const name = inventPerson(random);
  return name.lastName === other.lastName ? inventPersonOtherThan(random, other) : name;
}

function emailOf(name: PersonName, school: InventedSchool): string {
  return `${toAddress(name.firstName)}.${toAddress(name.lastName)}@${domainOf(school)}`;
}

/** `.example` belongs to nobody, so that no letter can ever reach a real person. */
function domainOf(school: InventedSchool, own = false): string {
  return `${toAddress(own ? school.name : (school.federation ?? school.name))}.example`;
}
