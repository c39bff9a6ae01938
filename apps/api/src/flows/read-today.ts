import type { Db } from '@lateral/db/client';
import { dayInLondon, schoolYearOf } from '@lateral/domain/calendars/london';
import { addDays, mondayOf } from '@lateral/domain/calendars/weeks';
import { isUnderWay } from '@lateral/domain/jobs/states';
import { listTasks } from '@lateral/domain/partnerships/tasks';
import { listTerms } from '../calendars/queries.ts';
import { countWaiting } from '../offers/list-queries.ts';
import {
  countByPhase,
  countConverted,
  countPeople,
  countReadyImports,
  countSchools,
  countTrained,
  listRecent,
  listReviewsBetween,
} from '../partnerships/queries.ts';
import { countPressing } from '../seasons/count-pressing.ts';
import { describeSeason } from '../seasons/describe-season.ts';
import { readSeasonFacts } from '../seasons/facts-queries.ts';
import { listSeasons } from '../seasons/queries.ts';
import { readBoard } from '../seasons/read-board.ts';
import { readChanges } from '../seasons/read-changes.ts';

/** The broker's day: what needs them, most pressing first, and how the season stands. */
export async function readToday(db: Db, now: Date) {
  const today = dayInLondon(now);
  const year = schoolYearOf(today);
  const { unassigned, ...schools } = await countSchools(db, today);
  const [newest] = await listSeasons(db);
  const facts = newest && (await readSeasonFacts(db, newest, today));
  const season = newest && facts ? describeSeason(newest, facts) : null;
  const pressing =
    newest && facts ? countPressing(await readBoard(db, newest.id, facts, today), today) : null;
  const tasks = listTasks({
    ...schools,
    unassigned,
    converted: await countConverted(db, today),
    readyImports: await countReadyImports(db),
    people: await countPeople(db),
    trained: await countTrained(db),
    terms: (await listTerms(db, season?.year ?? year)).length,
    season: season && {
      isPlanned: season.plannedAt !== null,
      isBeingPlanned: season.job !== null && isUnderWay(season.job.state),
      unplaced: season.unplaced,
      daysShort: Math.max(0, season.supply.needed - season.supply.available),
      isPublished: season.publishedAt !== null,
      unpublished: newest ? (await readChanges(db, newest.id, today)).length : 0,
      clashes: pressing?.clashes ?? 0,
      shortOfPeople: pressing?.shortOfPeople ?? 0,
      answersWaiting: pressing?.answersWaiting ?? 0,
      offersWaiting: await countWaiting(db, season.id, today),
    },
  });
  const monday = mondayOf(today);
  const week = await listReviewsBetween(db, monday, addDays(monday, 4));
  return {
    tasks,
    schools,
    phases: await countByPhase(db, today),
    season: season && {
      id: season.id,
      year: season.year,
      placed: season.placed,
      unplaced: season.unplaced,
      daysNeeded: season.supply.needed,
      daysAvailable: season.supply.available,
    },
    recent: (await listRecent(db)).map(({ at, who, detail, kind }) => ({
      at: at.toISOString(),
      kind,
      who: who || null,
      detail: detail as Record<string, never>,
    })),
    week: [0, 1, 2, 3, 4].map((i) => {
      const day = addDays(monday, i);
      return {
        day,
        reviews: week.filter((review) => review.day === day).map(({ day: _, ...review }) => review),
      };
    }),
  };
}
