// @vitest-environment jsdom
import '../../test/screen.ts';
import type { SeatState } from '@lateral/domain/reviews/states';
import { standings } from '@lateral/domain/seasons/standing';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Review } from './arrange.ts';
import { chipClass } from './chip-face.tsx';
import { SeatDots } from './seat-dots.tsx';
import { saySeats, sayStanding, seatsOf, standingWords } from './standing-words.ts';

const review = (answers: (SeatState | null)[], empty = 0): Review => ({
  schoolId: 'a',
  schoolName: 'Ashmeadow Primary',
  clusterId: null,
  phase: 'primary',
  day: '2026-12-10',
  leadId: '0',
  team: answers.map((answer, i) => ({
    personId: String(i),
    name: 'Ada',
    role: 'deputy',
    schoolId: null,
    schoolName: 'Elm',
    answer,
  })),
  empty,
  booking: null,
  isChanged: true,
  clashes: [],
});

test('those who said yes come first, then the asked, those not told, and the empty seats', () => {
  const seats = seatsOf(review(['asked', null, 'accepted'], 1), 'draft');
  expect(seats).toEqual(['yes', 'asked', 'chosen', 'empty']);
  expect(saySeats(seats)).toBe('1 said yes, 1 asked, 1 not told yet, 1 empty');
  expect(seatsOf(review(['accepted', 'accepted', 'accepted']), 'done')).toEqual([]);
});

test('each standing has words and a look of its own', () => {
  expect(new Set(Object.values(standingWords)).size).toBe(standings.length);
  const placed = standings.filter((one) => one !== 'none');
  expect(new Set(placed.map(chipClass)).size).toBe(placed.length);
});

test('the four kinds of seat are drawn in four ways, whatever the colour', () => {
  const drawings = (['yes', 'asked', 'chosen', 'empty'] as const).map((seat) => {
    const { container } = render(<SeatDots seats={[seat]} />);
    return container.querySelector('svg')?.innerHTML;
  });
  expect(new Set(drawings).size).toBe(4);
});

test('a seat that is empty is counted in the words of the panel', () => {
  expect(sayStanding(review(['accepted', 'accepted'], 1), 'short')).toBe('Needs one reviewer');
  expect(sayStanding(review(['accepted'], 2), 'short')).toBe('Needs 2 reviewers');
  const moved = { ...review([]), booking: { day: '2026-12-03', state: 'booked' as const } };
  expect(sayStanding(moved, 'draft')).toBe('Changed, not published');
});
