// @vitest-environment jsdom
import '../../test/screen.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { unplacedReasons } from '../../../../packages/planner/src/instance.ts';
import { central, openBoard } from '../../test/season-board.tsx';
import { readReviewsSearch } from './search.ts';
import { nearnessWords, reasonOf, unknownReason, unplacedWords } from './words.ts';

test('every reason of the planner has words of its own, and a new one has plain ones', () => {
  const titles = unplacedReasons.map((reason) => reasonOf(reason).title);
  expect(new Set(titles).size).toBe(unplacedReasons.length);
  expect(titles).not.toContain(unknownReason.title);
  expect(reasonOf('a-reason-of-next-year')).toBe(unknownReason);
});

test.each([
  [{ cost: 1012, boundCost: 1000, boundUnplaced: 1 }, 'Within 1.2\u00a0% of the best possible'],
  [{ cost: 1000, boundCost: 1000, boundUnplaced: 1 }, 'The best possible'],
  [
    { cost: 10_121, boundCost: 10_000, boundUnplaced: 0 },
    'Within 1.3\u00a0% of the best plan for this many schools',
  ],
  [{ cost: 1000, boundCost: 1000, boundUnplaced: 0 }, 'The best plan for this many schools'],
  [{ cost: 1000, boundCost: 0, boundUnplaced: 1 }, null],
  [null, null],
])('a plan of %o is said to be no nearer the best than is proven', (quality, words) => {
  expect(nearnessWords({ quality, unplaced: 1 })).toBe(words);
});

test.each([
  [3, 3, 'No plan can place more schools'],
  [3, 2, 'At least 2 of these cannot be placed by any plan'],
  [3, 1, 'At least one of these cannot be placed by any plan'],
  [3, 0, null],
  [0, 0, null],
])('of %i schools without a date, %i that no plan can place are told', (unplaced, boundUnplaced, words) => {
  expect(unplacedWords({ quality: { cost: 1, boundCost: 1, boundUnplaced }, unplaced })).toBe(words);
});

test('a placed school shows its day and seats, and one without a date says so', async () => {
  openBoard('/reviews');
  expect(
    await screen.findByRole('link', {
      name: 'Thu 10 Dec: Ashmeadow Primary, Draft, not published, 3 not told yet',
    }),
  ).toBeTruthy();
  const row = screen.getByRole('row', { name: /Barrow Down/ });
  expect(within(row).getByText('No date yet')).toBeTruthy();
  expect(screen.getByText('2 days short')).toBeTruthy();
  expect(screen.getByText('Cannot host on 1 day')).toBeTruthy();
});

test('the keyboard opens a review beside the board and Escape gives focus back', async () => {
  const router = openBoard('/reviews');
  const chip = await screen.findByRole('link', { name: /^Thu 10 Dec/ });
  chip.focus();
  await userEvent.keyboard('{Enter}');
  const panel = await screen.findByRole('complementary', { name: 'Ashmeadow Primary' });
  const people = within(within(panel).getByRole('list', { name: 'Reviewers' })).getAllByRole('listitem');
  expect(people.map((person) => within(person).getByRole('link').textContent)).toEqual([
    'Ben Birch',
    'Ada Alder',
    'Cleo Cedar',
  ]);
  expect(people[0]?.textContent).toContain('Lead');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(router.state.location.search).toEqual({});
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Thu 10 Dec/);
});

test('a tab and filters hold the board back, and each is taken off again', async () => {
  const router = openBoard('/reviews?view=table');
  const tabs = await screen.findByRole('navigation', { name: 'Reviews of the season' });
  const read = () =>
    within(tabs)
      .getAllByRole('link')
      .map(({ textContent }) => textContent);
  expect(read()).toEqual(['All reviews2', 'Short of people0', 'Clashes0', 'Not published1', 'No date yet1']);
  await userEvent.click(within(tabs).getByRole('link', { name: /^Not published/ }));
  expect(router.state.location.search).toEqual({ view: 'table', tab: 'changed' });
  expect(screen.queryByRole('row', { name: /Barrow Down/ })).toBeNull();
  expect(screen.getByRole('row', { name: /Ashmeadow/ }).textContent).toContain('Draft');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show a phase' }), 'special');
  expect(await screen.findByText('No review matches')).toBeTruthy();
  expect(read()[0]).toBe('All reviews0');
  await userEvent.click(screen.getByRole('link', { name: 'Special: take this filter off' }));
  expect(router.state.location.search).toEqual({ view: 'table', tab: 'changed' });
  await userEvent.click(within(tabs).getByRole('link', { name: /^Clashes/ }));
  expect(await screen.findByText('No review clashes')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Show all reviews' }));
  expect(await screen.findByRole('row', { name: /Barrow Down/ })).toBeTruthy();
});

test('a cluster is counted by what is shown of it, and several filters stay in the address', async () => {
  const router = openBoard(`/reviews?tab=none&cluster=${central}`);
  expect(await screen.findByText('1 school, 0 placed')).toBeTruthy();
  expect(screen.queryByText('Ashmeadow Primary')).toBeNull();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show a phase' }), 'primary');
  expect(router.state.location.search).toEqual({ tab: 'none', cluster: central, phase: 'primary' });
  expect(readReviewsSearch({ tab: 'nonsense', phase: 'primary,nonsense' })).toEqual({ phase: 'primary' });
});

test('a school that could not be placed is told with the reason and what to do next', async () => {
  openBoard('/reviews?view=unplaced');
  expect(await screen.findByRole('heading', { name: 'There are not enough reviewer days' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Barrow Down' })).toBeTruthy();
  expect(screen.getByText('No plan can place more schools.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See leaders not yet trained' })).toBeTruthy();
});
