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
