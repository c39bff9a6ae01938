import { dayInLondon } from '@lateral/domain/calendars/london';
import { dayInWords } from '@lateral/domain/calendars/words';

/** "Sep", as every other month has three letters. */
const shortSep = (text: string) => text.replace(/\bSept\b/, 'Sep');

const inWords = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  return (day: string) => shortSep(format.format(new Date(`${day}T00:00:00Z`)));
};

/** "5 January 2027" */
export { dayInWords as longDay };
/** "Tuesday 5 January" */
export const weekdayLong = inWords({ weekday: 'long', day: 'numeric', month: 'long' });
/** "5 Jan" */
export const shortDay = inWords({ day: 'numeric', month: 'short' });
/** "Tue" */
export const weekdayShort = inWords({ weekday: 'short' });
/** "Jan" */
export const monthShort = (day: string) => inWords({ month: 'long' })(day).slice(0, 3);
/** "5 Jan 2027" */
export const mediumDay = inWords({ day: 'numeric', month: 'short', year: 'numeric' });

/** Today in London, as `YYYY-MM-DD`. */
export const todayInLondon = () => dayInLondon(new Date());

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
/** "23 Nov, 4:12pm", London time */
export const momentInWords = (instant: Date) =>
  shortSep(moment.format(instant)).replace(/\s([ap])m$/i, (_, half: string) => `${half.toLowerCase()}m`);
