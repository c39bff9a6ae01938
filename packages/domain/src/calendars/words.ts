const long = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** A plain date `YYYY-MM-DD` as people write it: "5 January 2027". */
export const dayInWords = (day: string): string => long.format(new Date(`${day}T00:00:00Z`));
