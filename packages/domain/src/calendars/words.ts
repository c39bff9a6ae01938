const long = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** A plain date `YYYY-MM-DD` as people write it: "5 January 2027". */
export const dayInWords = (day: string): string => long.format(new Date(`${day}T00:00:00Z`));

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

/** An instant as people in England write it: "9:30am on Wednesday 4 November". */
export function momentInWords(instant: Date): string {
  const parts = new Map(moment.formatToParts(instant).map(({ type, value }) => [type, value]));
  const time = `${parts.get('hour')}:${parts.get('minute')}${parts.get('dayPeriod')?.toLowerCase()}`;
  return `${time} on ${parts.get('weekday')} ${parts.get('day')} ${parts.get('month')}`;
}
