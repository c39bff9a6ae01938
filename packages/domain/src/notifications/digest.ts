import { dayInLondon } from '../calendars/london.ts';
import { weekdayOf } from '../calendars/weeks.ts';
import { refuseChoice, type Topic, topicKeys, topicOf } from './topics.ts';

/** The daily mail goes at seven in the morning; a worker that was away may still send it until noon. */
const [firstMinute, lastMinute] = [7 * 60, 12 * 60];

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Minutes since midnight as a clock in London shows it. */
function minuteInLondon(now: Date): number {
  const [hours = 0, minutes = 0] = londonTime.format(now).split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * The day whose daily mail may go now, and the moment up to which its news count: seven o'clock in London, whatever
 * the clocks do. Null at night, after noon and at weekends.
 */
export function digestDueAt(now: Date): { day: string; upTo: Date } | null {
  const day = dayInLondon(now);
  const minute = minuteInLondon(now);
  if (weekdayOf(day) > 5 || minute < firstMinute || minute >= lastMinute) return null;
  const wholeMinute = Math.floor(now.getTime() / 60_000);
  return { day, upTo: new Date((wholeMinute - (minute - firstMinute)) * 60_000) };
}

/** How far back the first daily mail after a holiday or a new choice looks. */
export const digestReachDays = 14;
/** A daily mail says this much; the rest stands under the bell. */
export const digestMost = 20;

/** Topics that are in the daily mail of whoever has chosen nothing. */
export const usuallyInDigest = topicKeys.filter((topic) => topicOf(topic).usual === 'digest');
/** Topics that can be in it: those that are taken out when somebody stops it. */
export const digestTopics: Topic[] = topicKeys.filter((topic) => refuseChoice(topic, 'digest') === null);
