import { explainReview, explainUnplaced } from '@lateral/contract/season-reasons';
import type { Board, Season } from '@lateral/contract/seasons';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { BulkAction } from '../src/bulk-action.ts';
import { buildQueryClient } from '../src/query-client.ts';
import { readReviewsSearch } from '../src/seasons/search.ts';
import { SeasonBoard } from '../src/seasons/season-board.tsx';
import { holdToken } from '../src/send.ts';
import { ToastRegion } from '../src/ui/toast-region.tsx';
import { answer, serve } from './answers.ts';

export const ashmeadow = 'aaaaaaaa-1111-4111-8111-111111111111';
export const barrow = 'bbbbbbbb-1111-4111-8111-111111111111';
export const central = '11111111-1111-4111-8111-111111111111';
export const team = ['Ada Alder', 'Ben Birch', 'Cleo Cedar'].map((name, i) => ({
  personId: `22222222-2222-4222-8222-22222222222${i}`,
  name,
  role: i === 0 ? 'headteacher' : 'deputy',
  schoolId: null,
  schoolName: 'Elm School',
  answer: null,
}));
export const board: Board = {
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
      schoolId: ashmeadow,
      schoolName: 'Ashmeadow Primary',
      clusterId: central,
      phase: 'primary',
      day: '2026-12-10',
      leadId: team[1]?.personId ?? '',
      team,
      empty: 0,
      booking: null,
      isChanged: true,
      clashes: [],
    },
  ],
  unplaced: [
    {
      schoolId: barrow,
      schoolName: 'Barrow Down',
      clusterId: central,
      phase: 'primary',
      reasons: ['supply-short'],
    },
  ],
  load: [{ days: 3, schools: 2 }],
  blocked: [{ schoolId: ashmeadow, days: ['2026-11-30', '2026-12-05'] }],
};
export const season: Season = {
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
  publishedAt: null,
  draftVersion: 1,
  canUndo: false,
  quality: { cost: 1012, boundCost: 1000, boundUnplaced: 1 },
  job: null,
  blockers: [],
};

/** What opens to remind people says whom. */
const remind: BulkAction = {
  label: 'Remind to say yes or no',
  may: 'reminders.send',
  Dialog: ({ count }) => <p role="dialog">Reminding {count}</p>,
};

/** The board at an address, with what the API answers besides. */
export function openBoard(
  place: string | { at: string; above?: ReactNode; shown?: Board; Dialog?: BulkAction['Dialog'] },
  ...answers: Parameters<typeof serve>
) {
  const {
    at: address,
    above,
    shown = board,
    Dialog = remind.Dialog,
  } = typeof place === 'string' ? { at: place } : place;
  const root = createRootRoute({ component: Outlet });
  const inside = createRoute({ getParentRoute: () => root, id: '_in', component: Outlet });
  const reviews = createRoute({
    getParentRoute: () => inside,
    path: '/reviews/',
    validateSearch: readReviewsSearch,
    component: () => (
      <>
        {above}
        <SeasonBoard season={season} board={shown} terms={[]} mayPlan remind={{ ...remind, Dialog }} />
      </>
    ),
  });
  const others = [
    '/people',
    '/people/$personId',
    '/schools/$schoolId',
    '/calendar',
    '/reviews/offers',
    '/reviews/new',
  ].map((path) => createRoute({ getParentRoute: () => inside, path: path as '/people' }));
  const router = createRouter({
    routeTree: root.addChildren([inside.addChildren([reviews, ...others])]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  holdToken('a token');
  const asked = serve(
    answer(explainReview, 200, { seats: null }),
    answer(explainUnplaced, 200, { causes: null, relaxations: null, job: null }),
    ...answers,
  );
  render(
    <QueryClientProvider client={buildQueryClient(() => {})}>
      <RouterProvider router={router as never} />
      <ToastRegion />
    </QueryClientProvider>,
  );
  return Object.assign(router, { asked });
}
