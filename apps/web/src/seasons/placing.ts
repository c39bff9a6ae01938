import type { Opening } from '@lateral/contract/season-draft';
import { mondayOf } from '@lateral/domain/calendars/weeks';
import { createContext, useContext } from 'react';

/** The school that a day is being found for on the timeline, and what can be done with it. */
export type Placing = {
  schoolId: string | null;
  /** The most reviewers who fit on any day of a week that has a team, by its Monday; null while they are looked for. */
  fits: ReadonlyMap<string, number> | null;
  begin: (schoolId: string, isByKey: boolean) => void;
  chooseWeek: (monday: string) => void;
  end: () => void;
};

/** Null for those who may not plan: for them nothing on the board moves. */
export const PlacingContext = createContext<Placing | null>(null);
export const usePlacing = () => useContext(PlacingContext);

/** The weeks that have a day with a team of three, other than the one that the school has now. */
export function fitsByWeek(openings: readonly Opening[], exceptDay: string | undefined): Map<string, number> {
  const fits = new Map<string, number>();
  for (const { day, fits: count, team } of openings) {
    if (!team || day === exceptDay) continue;
    const monday = mondayOf(day);
    fits.set(monday, Math.max(count, fits.get(monday) ?? 0));
  }
  return fits;
}
