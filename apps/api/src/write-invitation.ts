import { addDays } from '@lateral/domain/calendars/weeks';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

type Named = { name: string; email: string };

type When =
  /** From one instant to another: written in UTC, so that every program shows them right, in winter and in summer. */
  | { start: Date; end: Date; day?: never }
  /** A whole school day, a plain date. */
  | { day: string; start?: never; end?: never };

export type Invitation = When & {
  /** The same for every mail about the same thing and person: a calendar program moves or removes what it has. */
  uid: string;
  /** How often it has changed; a program ignores a number lower than the one that it has. */
  sequence: number;
  /** `REQUEST` asks for the time, or moves it; `CANCEL` takes it back. */
  method: 'REQUEST' | 'CANCEL';
  stamp: Date;
  summary: string;
  description: string;
  location: string | null;
  /** Where to look at it in Lateral. */
  url: string | null;
  organizer: Named;
  attendee: Named;
};

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

const timesOf = (when: When) =>
  when.day === undefined
    ? { start: when.start, end: when.end }
    : { start: midnight(when.day), end: midnight(addDays(when.day, 1)), allDay: true, timezone: 'UTC' };

/**
 * An invitation to one person, or its end, as calendar programs take it from a mail (RFC 5545, RFC 5546). The same
 * invitation gives the same text, to the letter. Answers by mail are not asked for: nobody reads the sender's mailbox.
 */
export function writeInvitation(invitation: Invitation): string {
  const { uid, sequence, method, stamp, summary, description, location, url, organizer, attendee } =
    invitation;
  const isOver = method === 'CANCEL';
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: '//Lateral//Lateral//EN' });
  calendar.createEvent({
    id: uid,
    sequence,
    stamp,
    ...timesOf(invitation),
    summary,
    description,
    location,
    url,
    organizer,
    attendees: [
      {
        ...attendee,
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
    status: isOver ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isOver ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus: isOver ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  });
  return `${calendar.toString()}\r\n`;
}

/**
 * Who invites: the partnership, by the address that mail comes from.
 * @param mailFrom as in the settings: `Lateral <no-reply@lateral.example>`, or the address alone
 */
export function organizerOf(mailFrom: string, partnership: string): Named {
  const [, email = mailFrom] = /<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return { name: partnership, email: email.trim() };
}
