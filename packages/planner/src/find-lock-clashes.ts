import type { Instance, Leader, PreviousReview } from './instance.ts';
import type { Fault } from './reader.ts';

/** Locked reviews that no schedule can keep side by side: each breaks a rule that even locked reviews share in. */
export function findLockClashes(instance: Instance): Fault[] {
  const leaders = new Map(instance.leaders.map((leader) => [leader.id, leader]));
  const locks = instance.previous.flatMap((review, p) =>
    review.status === 'locked'
      ? [{ review, path: `/previous/${p}`, team: review.team.flatMap((id) => leaders.get(id) ?? []) }]
      : [],
  );
  return [
    ...findDoubles(locks),
    ...findCrowdedDays(instance, locks),
    ...findMissedHeads(instance, locks),
    ...findOverCaps(instance, locks),
    ...findReturns(instance, locks),
  ];
}

interface Lock {
  review: PreviousReview;
  path: string;
  team: Leader[];
}

/** DOUBLE: one person in two places. */
function findDoubles(locks: readonly Lock[]): Fault[] {
  const seen = new Map<string, Lock>();
  return locks.flatMap((lock) =>
    lock.team.flatMap(({ id }) => {
      const key = `${id}|${lock.review.date}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, lock);
      return other === undefined || other === lock
        ? []
        : [
            clash(
              lock,
              `"${id}" is locked in the reviews of "${other.review.school}" and "${lock.review.school}" on ${lock.review.date}`,
            ),
          ];
    }),
  );
}

/** Who is out of one school on one day. */
interface Away {
  heads: Set<string>;
  deputies: Set<string>;
}

/** OUT: a school on one day spares one head, one deputy, and `maxOut` in all. */
function findCrowdedDays({ schools }: Instance, locks: readonly Lock[]): Fault[] {
  const maxOut = new Map(schools.map((school) => [school.id, school.maxOut]));
  const out = new Map<string, Away>();
  const isOver = ({ heads, deputies }: Away, school: string) =>
    heads.size > 1 || deputies.size > 1 || heads.size + deputies.size > (maxOut.get(school) ?? 2);
  return locks.flatMap((lock) => {
    const homes = new Set(lock.team.flatMap(({ schoolIds }) => schoolIds));
    return [...homes].flatMap((school) => {
      const key = `${school}|${lock.review.date}`;
      const away = out.get(key) ?? { heads: new Set(), deputies: new Set() };
      out.set(key, away);
      for (const { id, role } of lock.team.filter(({ schoolIds }) => schoolIds.includes(school))) {
        (role === 'head' ? away.heads : away.deputies).add(id);
      }
      const fault = `locked reviews take more people of "${school}" out on ${lock.review.date} than it can spare`;
      return isOver(away, school) ? [clash(lock, fault)] : [];
    });
  });
}

/** HOSTHEAD: the head is at home when the school is reviewed. */
function findMissedHeads({ config }: Instance, locks: readonly Lock[]): Fault[] {
  if (!config.hostHeadHome) return [];
  const hosting = new Map(locks.map((lock) => [`${lock.review.school}|${lock.review.date}`, lock]));
  return locks.flatMap((lock) =>
    lock.team.flatMap(({ id, role, schoolIds }) => {
      const home = schoolIds.find((school) => hosting.has(`${school}|${lock.review.date}`));
      return role !== 'head' || home === undefined
        ? []
        : [
            clash(
              lock,
              `"${id}" is locked out on ${lock.review.date}, the locked review day of "${home}", which they head`,
            ),
          ];
    }),
  );
}

/** CAP: a person's reviews and a unit's days. */
function findOverCaps({ units }: Instance, locks: readonly Lock[]): Fault[] {
  const unitMax = new Map(units.map(({ id, maxDays }) => [id, maxDays]));
  const given = new Map<string, number>();
  const count = (key: string) => {
    const reviews = (given.get(key) ?? 0) + 1;
    given.set(key, reviews);
    return reviews;
  };
  return locks.flatMap((lock) =>
    lock.team.flatMap(({ id, maxReviews, unitId }) => {
      const faults: Fault[] = [];
      if (count(`leader ${id}`) === maxReviews + 1) {
        faults.push(clash(lock, `"${id}" is locked in more reviews than their maxReviews, ${maxReviews}`));
      }
      const most = unitMax.get(unitId) ?? 0;
      if (count(`unit ${unitId}`) === most + 1) {
        faults.push(
          clash(lock, `locked reviews take more days of unit "${unitId}" than its maxDays, ${most}`),
        );
      }
      return faults;
    }),
  );
}

/** RECIP: two schools that review each other. */
function findReturns({ config }: Instance, locks: readonly Lock[]): Fault[] {
  if (config.reciprocal === 'allow') return [];
  const going = new Set(
    locks.flatMap(({ review, team }) =>
      team.flatMap(({ schoolIds }) => schoolIds.map((home) => `${home}|${review.school}`)),
    ),
  );
  return locks.flatMap((lock) => {
    const { school } = lock.review;
    const back = lock.team
      .flatMap(({ schoolIds }) => schoolIds)
      .filter((home) => going.has(`${school}|${home}`));
    return [...new Set(back)]
      .filter((home) => school < home)
      .map((home) => clash(lock, `"${school}" and "${home}" review each other in locked reviews`));
  });
}

function clash({ path }: Lock, fault: string): Fault {
  return { path, fault };
}
