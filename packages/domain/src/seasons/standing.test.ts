import { expect, test } from 'vitest';
import { isOnTab, listUnanswered, seasonTabs, stageOf, standingOf } from './standing.ts';

const today = '2026-11-24';
const yes = { answer: 'accepted' } as const;
const asked = { answer: 'asked' } as const;
const untold = { answer: null };
const booked = { day: '2026-12-10', state: 'booked' } as const;
const review = { booking: booked, isChanged: false, team: [yes, yes, yes], empty: 0, clashes: [] };

test.each([
  ['all three have said yes', review, 'booked', 'booked', []],
  ['one has not answered', { ...review, team: [yes, asked, yes] }, 'asked', 'asked', []],
  [
    'nobody knows of it',
    { ...review, booking: null, team: [untold], isChanged: true },
    'draft',
    'draft',
    ['changed'],
  ],
  ['it has been moved and not published', { ...review, isChanged: true }, 'draft', 'draft', ['changed']],
  ['a seat is empty', { ...review, team: [yes, yes], empty: 1 }, 'asked', 'short', ['short']],
  [
    'a seat of the draft is empty',
    { ...review, booking: null, isChanged: true, team: [untold], empty: 2 },
    'draft',
    'short',
    ['short', 'changed'],
  ],
  [
    'it clashes, and is short as well',
    { ...review, empty: 1, team: [yes], clashes: ['x'] },
    'asked',
    'clash',
    ['short', 'clashes'],
  ],
  ['its day is today', { ...review, booking: { ...booked, day: today } }, 'done', 'done', []],
  [
    'it is done, with two reviewers',
    { ...review, booking: { ...booked, state: 'done' }, empty: 1, clashes: ['x'] },
    'done',
    'done',
    [],
  ],
  ['the school has no day', null, 'none', 'none', ['none']],
] as const)('a review of which %s', (_, known, stage, standing, tabs) => {
  expect(stageOf(known, today)).toBe(stage);
  expect(standingOf(known, today)).toBe(standing);
  expect(seasonTabs.filter((tab) => isOnTab(tab, known, today))).toEqual(tabs);
});

test('who has not answered is named once, and not for a review whose day has come', () => {
  const seat = (personId: string, answer: 'asked' | 'accepted' | null) => ({ personId, answer });
  const reviews = [
    { ...review, team: [seat('Ada', 'asked'), seat('Ben', 'accepted'), seat('Cy', null)] },
    { ...review, team: [seat('Ada', 'asked'), seat('Dee', 'asked')] },
    { ...review, booking: { ...booked, day: today }, team: [seat('Eve', 'asked')] },
  ];
  expect(listUnanswered(reviews, today)).toEqual(['Ada', 'Dee']);
});
