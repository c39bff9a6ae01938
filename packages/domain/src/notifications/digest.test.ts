import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInLondon } from '../calendars/london.ts';
import { weekdayOf } from '../calendars/weeks.ts';
import { digestDueAt } from './digest.ts';

test.each([
  ['at seven in winter', '2026-11-25T07:00:00Z', '2026-11-25T07:00:00.000Z'],
  ['a minute before seven in winter', '2026-11-25T06:59:59Z', null],
  ['at seven in summer', '2026-07-01T06:00:00Z', '2026-07-01T06:00:00.000Z'],
  ['a minute before seven in summer', '2026-07-01T05:59:00Z', null],
  ['later in the morning, up to seven', '2026-11-25T11:59:59Z', '2026-11-25T07:00:00.000Z'],
  ['at noon', '2026-11-25T12:00:00Z', null],
  ['at noon in summer', '2026-07-01T11:00:00Z', null],
  ['on a Saturday', '2026-11-28T07:00:00Z', null],
  ['on the Sunday on which the clocks go back', '2026-10-25T07:00:00Z', null],
  ['on the Monday after they went back', '2026-10-26T07:00:00Z', '2026-10-26T07:00:00.000Z'],
  ['on the Friday before they went back', '2026-10-23T06:10:00Z', '2026-10-23T06:00:00.000Z'],
  ['on the Monday after they went forward', '2027-03-29T06:00:00Z', '2027-03-29T06:00:00.000Z'],
])('a daily mail %s', (_, now, upTo) => {
  expect(digestDueAt(new Date(now))?.upTo.toISOString() ?? null).toBe(upTo);
});

test('whenever it is due in five years, its news count up to 7:00 by London clocks on that very weekday', () => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' });
  let due = 0;
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2031, 0) }), (ms) => {
      const found = digestDueAt(new Date(ms));
      if (!found) return;
      due++;
      expect(clock.format(found.upTo)).toBe('07:00:00');
      expect(dayInLondon(found.upTo)).toBe(found.day);
      expect(weekdayOf(found.day)).toBeLessThanOrEqual(5);
      expect(found.upTo.getTime()).toBeLessThanOrEqual(ms);
    }),
    { numRuns: 2000, seed: 7 },
  );
  expect(due).toBeGreaterThan(200);
});
