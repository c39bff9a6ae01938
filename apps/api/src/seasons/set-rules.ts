import type { Db } from '@lateral/db/client';
import { isUnderWay } from '@lateral/domain/jobs/states';
import {
  differences,
  mostCompetitorKm,
  mostRepeatYears,
  type RuleRefusal,
  refuseSettings,
  type SeasonSettings,
} from '@lateral/domain/seasons/rules';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { badField, notFound, refused } from '../problems.ts';
import { requireVersion } from '../versions.ts';
import { findSeason, lockSeason } from './queries.ts';
import { readRules, settingsOf } from './read-rules.ts';
import { recordRules } from './rules-queries.ts';

const details: Record<RuleRefusal, string> = {
  'distance-out-of-range': `must be a whole number from 0 to ${mostCompetitorKm}`,
  'years-out-of-range': `must be a whole number from 0 to ${mostRepeatYears}`,
  'no-weekday': 'must hold at least one day',
  'not-a-weekday': 'must hold days from 1 (Monday) to 5 (Friday)',
  'window-backwards': 'is before the window opens',
  'outside-year': 'is not in this school year',
};

/** @throws 400 naming the field that is refused */
export function requireSettings(found: { field: string; refusal: RuleRefusal } | null) {
  if (found) throw badField(`/body/${found.field}`, details[found.refusal]);
}

type Order = { seasonId: string; settings: SeasonSettings /** The version that was read. */; read: number };

/**
 * Sets the rules of a season. Nothing else moves: the plan stays as it was made until the season is planned again.
 * @throws 404, 400 for what no season can have, 412 when somebody else was quicker, 409 while it is being planned
 */
export async function setRules(db: Db, actor: Actor, { seasonId, settings, read }: Order, now: Date) {
  const season = await lockSeason(db, seasonId);
  const row = await findSeason(db, seasonId);
  if (!season || !row) throw notFound();
  requireSettings(refuseSettings(season.year, settings));
  requireVersion(season.rulesVersion, read);
  if (row.job && isUnderWay(row.job.state)) throw refused('busy');
  const before = settingsOf(season);
  const after = { ...settings, weekdays: [...new Set(settings.weekdays)].sort() };
  const changed = differences(before, after);
  if (changed.length > 0) {
    await recordRules(db, seasonId, after);
    const of = (some: SeasonSettings) => Object.fromEntries(changed.map((field) => [field, some[field]]));
    const detail = { year: season.year, before: of(before), after: of(after) };
    await recordEvents(db, actor, [{ kind: 'rules-set', detail }], now);
  }
  return readRules(db, seasonId);
}
