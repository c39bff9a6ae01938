const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The plain date `YYYY-MM-DD` that it is in London at an instant: roles, memberships and seasons go by it. */
export const dayInLondon = (instant: Date): string => londonDay.format(instant);

/** The school year that a day falls in, by its first half: 2026-09-01 to 2027-08-31 is 2026. */
export const schoolYearOf = (day: string): number => {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1;
};

const londonOffset = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  timeZoneName: 'longOffset',
});
const hourMs = 3_600_000;

/**
 * The instant at which clocks in London show this on a day. An hour that clocks pass over in March, at night, is taken as
 * the one after; of the two in October the first.
 * @param time `09:30`
 */
export function instantInLondon(day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`);
  const summer = new Date(asUtc.getTime() - hourMs);
  return londonOffset.format(summer).endsWith('GMT+01:00') ? summer : asUtc;
}
