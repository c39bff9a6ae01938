import { addDays } from '@lateral/domain/calendars/weeks';
import type { Entry } from '@lateral/domain/feeds/entries';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
type Calendar = { name: string; personId: string; entries: readonly Entry[]; publicUrl: string };

/** Somebody's days in the form that calendar programs read (RFC 5545). The same days give the same text, to the letter. */
export function writeCalendar({ name, personId, entries, publicUrl }: Calendar): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//Lateral//Lateral//EN',
    ttl: 4 * 3600,
    // Its own option for the name leaves commas as they are.
    x: [{ key: 'X-WR-CALNAME', value: name }],
  });
  for (const { key, shown, sequence, changedAt, cancelledAt } of entries) {
    const { title, from, to, where, about, path, isBusy } = shown;
    calendar.createEvent({
      id: `${key}.${personId}@lateral`.replaceAll(' ', '-'),
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      start: midnight(from),
      end: midnight(addDays(to, 1)),
      allDay: true,
      timezone: 'UTC',
      summary: title,
      location: where,
      description: about,
      url: path === null ? null : `${publicUrl}${path}`,
      status: cancelledAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      transparency: isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
