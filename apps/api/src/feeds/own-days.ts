import type { Db } from '@lateral/db/client';
import { addDays } from '@lateral/domain/calendars/weeks';
import { daysCancelledIsSaid, type Item } from '@lateral/domain/feeds/entries';
import { decide, type HeldRole } from '@lateral/domain/policy';
import { timesInWords, trainingNames } from '@lateral/domain/training/words';
import {
  findTrainingDay,
  listAwayDays,
  listClosedSince,
  listOwnSchoolDays,
  listReviewDays,
  listTermsSince,
  listTrainingSessions,
} from './day-queries.ts';

type School = { id: string; name: string; town: string | null; postcode: string | null };

const plain = { where: null, about: null, path: null, isBusy: false };
const oneDay = (key: string, day: string, title: string, more: Partial<Item> = {}): Item => ({
  ...plain,
  key,
  title,
  from: day,
  to: day,
  ...more,
});
const placeOf = ({ name, town, postcode }: School) => [name, town, postcode].filter(Boolean).join(', ');
const pageOf = ({ id }: School) => `/schools/${id}`;

/** The days of one person as they stand now: what they are on, what concerns their schools, and, if they like, the terms. */
export async function listOwnDays(
  db: Db,
  { personId, roles, withTerms }: { personId: string; roles: readonly HeldRole[]; withTerms: boolean },
  today: string,
): Promise<Item[]> {
  const since = addDays(today, -daysCancelledIsSaid);
  const own = roles.flatMap((held) => (held.schoolId ? [{ ...held, lentBy: undefined }] : []));
  const reach = decide(
    own.map(({ role, schoolId }) => ({ role, schoolId })),
    'schools.read',
  );
  const schoolIds = typeof reach === 'object' && reach.scope === 'own' ? reach.schoolIds : [];
  return [
    ...(await reviewDays(db, personId, schoolIds, since)),
    ...(await schoolDays(db, schoolIds, since)),
    ...(await personDays(db, personId, since)),
    ...(await trainingDays(db, {
      personId,
      isAll: typeof decide(roles, 'training.run') === 'object',
      today,
    })),
    ...(withTerms ? await termDays(db, since) : []),
  ];
}

async function reviewDays(db: Db, personId: string, schoolIds: readonly string[], since: string) {
  const rows = await listReviewDays(db, personId, schoolIds, since);
  return rows.map(({ seasonId, day, isLead, isReviewer, school }) => {
    const title = isLead
      ? `You lead the review of ${school.name}`
      : isReviewer
        ? `You review ${school.name}`
        : `Review of ${school.name}`;
    const about = isReviewer ? 'How to get there, and whom to ask for, is under “Your reviews”.' : null;
    const path = isReviewer ? '/my-reviews' : pageOf(school);
    const more = { where: placeOf(school), about, path, isBusy: true };
    return oneDay(`review-${seasonId}-${school.id}`, day, title, more);
  });
}

async function schoolDays(db: Db, schoolIds: readonly string[], since: string) {
  const rows = await listOwnSchoolDays(db, schoolIds, since);
  return rows.map(({ day, kind, school }) => {
    const title = kind === 'inset' ? `INSET day: ${school.name}` : `${school.name} cannot host a review`;
    return oneDay(`school-${school.id}-${day}`, day, title, { path: pageOf(school) });
  });
}

async function personDays(db: Db, personId: string, since: string) {
  const trained = await findTrainingDay(db, personId);
  const away = await listAwayDays(db, personId, since);
  return [
    ...(trained !== null && trained >= since ? [oneDay('training', trained, 'Reviewer training')] : []),
    ...away.map(({ day }) => oneDay(`away-${day}`, day, 'Away: you are not asked to review')),
  ];
}

/** Sessions that are still to come: whole days, as everything in a feed, with the time in the title. */
async function trainingDays(db: Db, asking: Parameters<typeof listTrainingSessions>[1]) {
  const rows = await listTrainingSessions(db, asking);
  return rows.map(({ id, kind, day, place, isTheirs, ...times }) =>
    oneDay(`training-${id}`, day, `${trainingNames[kind]}, ${timesInWords(times)}`, {
      where: place,
      path: '/training',
      isBusy: isTheirs,
    }),
  );
}

async function termDays(db: Db, since: string) {
  const terms = await listTermsSince(db, since);
  const closed = await listClosedSince(db, since);
  return [
    ...terms.flatMap(({ year, name, start, end }) => [
      oneDay(`term-${year}-${name}-first`, start, `${name}: first day of term`, { path: '/calendar' }),
      oneDay(`term-${year}-${name}-last`, end, `${name}: last day of term`, { path: '/calendar' }),
    ]),
    ...closed.map(({ day, name }) =>
      oneDay(`closed-${day}`, day, `Schools closed: ${name}`, { path: '/calendar' }),
    ),
  ];
}
