// @vitest-environment jsdom
import '../../test/screen.ts';
import type { Board, Season } from '@lateral/contract/seasons';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { unplacedReasons } from '../../../../packages/planner/src/instance.ts';
import { readReviewsSearch } from './search.ts';
import { SeasonBoard } from './season-board.tsx';
import { reasonOf, unknownReason } from './words.ts';

const central = '11111111-1111-4111-8111-111111111111';
const team = ['Ada Alder', 'Ben Birch', 'Cleo Cedar'].map((name, i) => ({
  personId: `22222222-2222-4222-8222-22222222222${i}`,
  name,
  role: i === 0 ? 'headteacher' : 'deputy',
  schoolName: 'Elm School',
}));
const board: Board = {
  weeks: [
    { monday: '2026-11-30', isHoliday: false },
    { monday: '2026-12-07', isHoliday: false },
    { monday: '2026-12-21', isHoliday: true },
  ],
  clusters: [
    {
      id: central,
      name: 'Central',
      kind: 'primary-partnership',
      schools: 2,
      placed: 1,
      supply: { needed: 6, available: 4 },
    },
  ],
  reviews: [
    {
      schoolId: 'a',
      schoolName: 'Ashmeadow Primary',
      clusterId: central,
      phase: 'primary',
      day: '2026-12-10',
      leadId: team[1]?.personId ?? '',
      team,
    },
  ],
  unplaced: [{ schoolId: 'b', schoolName: 'Barrow Down', clusterId: central, reasons: ['supply-short'] }],
  load: [{ days: 3, schools: 2 }],
  blocked: [{ schoolId: 'a', days: ['2026-11-30', '2026-12-05'] }],
};
const season: Season = {
  id: '33333333-3333-4333-8333-333333333333',
  year: 2026,
  windowStart: '2026-11-30',
  windowEnd: '2027-01-30',
  members: 2,
  trainedLeaders: 3,
  placed: 1,
  unplaced: 1,
  supply: { needed: 6, available: 4 },
  plannedAt: new Date('2026-11-23T10:00:00Z'),
  job: null,
  blockers: [],
};

function openBoard(address: string) {
  const root = createRootRoute({ component: Outlet });
  const inside = createRoute({ getParentRoute: () => root, id: '_in', component: Outlet });
  const reviews = createRoute({
    getParentRoute: () => inside,
    path: '/reviews/',
    validateSearch: readReviewsSearch,
    component: () => <SeasonBoard season={season} board={board} terms={[]} />,
  });
  const others = ['/people', '/schools/$schoolId', '/calendar'].map((path) =>
    createRoute({ getParentRoute: () => inside, path: path as '/people' }),
  );
  const router = createRouter({
    routeTree: root.addChildren([inside.addChildren([reviews, ...others])]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  render(<RouterProvider router={router as never} />);
  return router;
}

test('every reason of the planner has words of its own, and a new one has plain ones', () => {
  const titles = unplacedReasons.map((reason) => reasonOf(reason).title);
  expect(new Set(titles).size).toBe(unplacedReasons.length);
  expect(titles).not.toContain(unknownReason.title);
  expect(reasonOf('a-reason-of-next-year')).toBe(unknownReason);
});

test('a placed school shows its day and seats, and one without a date says so', async () => {
  openBoard('/reviews');
  expect(
    await screen.findByRole('link', { name: 'Thu 10 Dec: Ashmeadow Primary, draft, 3 reviewers' }),
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
  const people = within(panel).getAllByRole('listitem');
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

test('a school that could not be placed is told with the reason and what to do next', async () => {
  openBoard('/reviews?view=unplaced');
  expect(await screen.findByRole('heading', { name: 'There are not enough reviewer days' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Barrow Down' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See leaders not yet trained' })).toBeTruthy();
});
