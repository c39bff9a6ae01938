import { parts, tellings } from '@lateral/domain/reviews/states';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect, test } from 'vitest';
import { composeInvitation } from './compose-invitation.ts';

const sender = {
  partnership: 'Wolds, Vale; and Moor',
  publicUrl: 'https://lateral.example',
  organizer: { name: 'Wolds, Vale; and Moor', email: 'no-reply@lateral.example' },
};
const team = [
  { personId: 'ada', name: 'Ada O’Brien' },
  { personId: 'ben', name: 'Ben, the “Second”' },
];
type News = Parameters<typeof composeInvitation>[0];
const news = (over: Partial<News>): News => ({
  ...{ seasonId: 's1', schoolId: 'h1', personId: 'ada', sequence: 3, method: 'request', part: 'lead' },
  ...{ day: '2027-03-29', why: 'booked', createdAt: new Date('2026-11-29T09:00:00Z'), isKnown: true },
  ...{ name: 'Ada O’Brien', email: 'ada@school.example', leadId: 'ada' },
  ...{ schoolName: 'St Brigid’s; School, Ashlow', town: 'Ashlow', postcode: 'GL1 1AA' },
  ...over,
});

/** What each of two parsers that know nothing of one another reads. */
function readByBoth(calendar: string) {
  const component = new ICAL.Component(ICAL.parse(calendar));
  const event = new ICAL.Event(component.getFirstSubcomponent('vevent')!);
  const [other] = Object.values(nodeIcal.sync.parseICS(calendar)).filter((one) => one?.type === 'VEVENT');
  const day = (date: Date) => date.toLocaleDateString('en-CA');
  const found = other as unknown as Record<string, unknown> & {
    start: Date & { dateOnly?: boolean };
    end: Date;
  };
  return [
    {
      method: String(component.getFirstPropertyValue('method')),
      uid: event.uid,
      sequence: event.sequence,
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      isDate: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      location: event.location,
      status: String(event.component.getFirstPropertyValue('status')),
    },
    {
      method: String(found.method),
      uid: found.uid,
      sequence: Number(found.sequence),
      from: day(found.start),
      to: day(found.end),
      isDate: found.datetype === 'date',
      summary: found.summary,
      description: found.description,
      location: found.location,
      status: found.status,
    },
  ];
}

const cases = tellings.flatMap((why) =>
  parts.flatMap((part) => (['request', 'cancel'] as const).map((method) => [why, part, method] as const)),
);

test.each(cases)(
  '%s, to a %s, as a %s: two parsers read the same, and what was meant',
  (why, part, method) => {
    const { subject, text, calendar } = composeInvitation(news({ why, part, method }), team, sender);
    const [one, other] = readByBoth(calendar);
    expect(other).toEqual(one);
    expect(one).toMatchObject({
      method: method === 'cancel' ? 'CANCEL' : 'REQUEST',
      status: method === 'cancel' ? 'CANCELLED' : 'CONFIRMED',
      uid: 'review-s1-h1.ada@lateral',
      sequence: 3,
      // The Monday after the clocks go forward: a plain date, which no clock moves.
      ...{ from: '2027-03-29', to: '2027-03-30', isDate: true },
      location: 'St Brigid’s; School, Ashlow, Ashlow, GL1 1AA',
    });
    expect(String(one?.summary)).toContain('St Brigid’s; School, Ashlow');
    expect(subject).not.toMatch(/undefined|null/);
    expect(text).not.toMatch(/undefined|null/);
    expect(text).toContain('https://lateral.example/my-reviews');
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  },
);

test('a lead reads that they lead, and with whom; a school reads who comes', () => {
  const mail = (over: Partial<News>) => composeInvitation(news(over), team, sender).text;
  expect(mail({})).toContain('The team: you (you lead) and Ben, the “Second”.');
  expect(mail({ part: 'reviewer', personId: 'ben' })).toContain('The team: Ada O’Brien (leads) and you.');
  expect(mail({ part: 'host', personId: 'head' })).toContain(
    'Those who come: Ada O’Brien (leads) and Ben, the “Second”.',
  );
});
