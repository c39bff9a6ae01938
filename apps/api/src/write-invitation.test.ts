import { instantInLondon } from '@lateral/domain/calendars/london';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { organizerOf, writeInvitation } from './write-invitation.ts';

const invitation = {
  uid: 'training-1.2@lateral',
  sequence: 3,
  method: 'REQUEST' as const,
  stamp: new Date('2026-11-23T09:00:00Z'),
  summary: 'Reviewer training; bring “notes”, please',
  description: 'What to bring:\nnotes, and a pen; nothing else.',
  location: 'The Hall, Ashlow; GL1 1AA',
  url: 'http://localhost:3000/training',
  organizer: { name: 'Wolds, Vale; and "Moor"', email: 'no-reply@lateral.example' },
  attendee: { name: 'Ada O’Fern: Head', email: 'ada@school.example' },
};
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { calendar, component: event, event: new ICAL.Event(event) };
};
const at = (day: string, from: string, to: string) => ({
  start: instantInLondon(day, from),
  end: instantInLondon(day, to),
});

test('a calendar program reads all that an invitation says', () => {
  const { calendar, component, event } = read(
    writeInvitation({ ...invitation, ...at('2026-12-02', '09:30', '12:30') }),
  );
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  expect(event.uid).toBe('training-1.2@lateral');
  expect(event.sequence).toBe(3);
  expect(event.summary).toBe(invitation.summary);
  expect(event.description).toBe(invitation.description);
  expect(event.location).toBe(invitation.location);
  expect(event.organizer).toBe('mailto:no-reply@lateral.example');
  const [attendee] = event.attendees;
  expect([event.attendees.length, String(attendee?.getFirstValue()).toLowerCase()]).toEqual([
    1,
    'mailto:ada@school.example',
  ]);
  expect(attendee?.getParameter('rsvp')).not.toBe('TRUE');
  expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T09:00:00Z');
});

test.each([
  ['in winter', '2026-12-02', '2026-12-02T09:30:00.000Z', '2026-12-02T12:30:00.000Z'],
  ['in summer', '2027-06-16', '2027-06-16T08:30:00.000Z', '2027-06-16T11:30:00.000Z'],
  [
    'on the day on which clocks go forward',
    '2027-03-28',
    '2027-03-28T08:30:00.000Z',
    '2027-03-28T11:30:00.000Z',
  ],
  ['on the day on which they go back', '2026-10-25', '2026-10-25T09:30:00.000Z', '2026-10-25T12:30:00.000Z'],
])('half past nine in London is the right instant %s', (_, day, from, to) => {
  const { event } = read(writeInvitation({ ...invitation, ...at(day, '09:30', '12:30') }));
  expect(event.startDate.toJSDate().toISOString()).toBe(from);
  expect(event.endDate.toJSDate().toISOString()).toBe(to);
});

test('a whole day is one plain date, in every time zone', () => {
  const text = writeInvitation({ ...invitation, day: '2027-03-28' });
  const { event } = read(text);
  expect(event.startDate.isDate).toBe(true);
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2027-03-28', '2027-03-29']);
});

test('what is called off is taken back under the same name, and keeps nobody busy', () => {
  const { calendar, component, event } = read(
    writeInvitation({ ...invitation, day: '2027-03-30', method: 'CANCEL', sequence: 4 }),
  );
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  expect([event.uid, event.sequence]).toEqual([invitation.uid, 4]);
  expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
});

test('every line ends as the standard says and is no longer than it allows', () => {
  const text = writeInvitation({ ...invitation, day: '2027-03-30', description: 'é'.repeat(400) });
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test.each([
  ['Lateral <no-reply@lateral.example>', 'no-reply@lateral.example'],
  ['no-reply@lateral.example', 'no-reply@lateral.example'],
])('the partnership invites from the address in %s', (from, email) => {
  expect(organizerOf(from, 'Wolds')).toEqual({ name: 'Wolds', email });
});
