import type { SeasonRulesReply } from '@lateral/contract/season-rules';
import type { Db } from '@lateral/db/client';
import { differences, type SeasonSettings, takeRules, usualRules } from '@lateral/domain/seasons/rules';
import { notFound } from '../problems.ts';
import { findRules } from './rules-queries.ts';

type Kept = { rules: unknown; windowStart: string; windowEnd: string };

/** The settings of a season as it is kept. */
export const settingsOf = ({ rules, windowStart, windowEnd }: Kept): SeasonSettings => ({
  ...takeRules(rules),
  windowStart,
  windowEnd,
});

/** The rules of a season as they stand. @throws 404 */
export async function readRules(db: Db, seasonId: string): Promise<SeasonRulesReply> {
  const season = await findRules(db, seasonId);
  if (!season) throw notFound();
  const { version, year, windowStart, windowEnd, publishedAt, plannedAt, plannedWith } = season;
  // A plan of before rules could be set was made with the usual ones.
  const before = { windowStart, windowEnd, ...takeRules(plannedWith) };
  return {
    version,
    year,
    rules: takeRules(season.rules),
    windowStart,
    windowEnd,
    defaults: usualRules,
    isPublished: publishedAt !== null,
    changedSincePlan: plannedAt === null ? null : differences(before, settingsOf(season)),
  };
}
