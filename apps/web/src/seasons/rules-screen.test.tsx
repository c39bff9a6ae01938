// @vitest-environment jsdom
import '../../test/screen.ts';
import { getRules, setRules } from '@lateral/contract/season-rules';
import { listSeasons } from '@lateral/contract/seasons';
import { settingNames } from '@lateral/domain/seasons/rule-words';
import { settingFields, usualRules } from '@lateral/domain/seasons/rules';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { answer, serve } from '../../test/answers.ts';
import { buildQueryClient } from '../query-client.ts';
import { holdToken } from '../send.ts';
import { OlderRules } from './older-rules.tsx';
import { RulesScreen } from './rules-screen.tsx';

const seasonId = '33333333-3333-4333-8333-333333333333';
const window = { windowStart: '2026-09-21', windowEnd: '2027-07-09' };
const seasons = answer(listSeasons, 200, {
  items: [
    {
      ...{ id: seasonId, year: 2026, ...window, members: 2, trainedLeaders: 3, placed: 1, unplaced: 1 },
      ...{ supply: { needed: 6, available: 4 }, plannedAt: null, publishedAt: null, draftVersion: 1 },
      ...{ quality: null, job: null, blockers: [], canUndo: false },
    },
  ],
});
const usual = { ...usualRules, ...window };
const saved = {
  ...{ version: 0, year: 2026, rules: usualRules, ...window, defaults: usualRules },
  ...{ isPublished: false, changedSincePlan: null },
};
const rules = (some: Partial<typeof usualRules> = {}, more: object = {}) => ({
  ...saved,
  rules: { ...usualRules, ...some },
  ...more,
});
const problem = (status: number, code: string) => ({ type: 't', title: 't', status, code });
const changed = answer(setRules, 412, problem(412, 'changed'));

function open(what = <RulesScreen year={undefined} />) {
  holdToken('a token');
  const root = createRootRoute({ component: Outlet });
  const rulesRoute = createRoute({
    getParentRoute: () => root,
    path: '/reviews/rules',
    component: () => <Suspense fallback="Loading">{what}</Suspense>,
  });
  const others = ['/reviews', '/reviews/new'].map((path) =>
    createRoute({ getParentRoute: () => root, path: path as '/reviews' }),
  );
  const router = createRouter({
    routeTree: root.addChildren([rulesRoute, ...others]),
    history: createMemoryHistory({ initialEntries: ['/reviews/rules'] }),
  });
  render(
    <QueryClientProvider client={buildQueryClient(() => {})}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}

const group = (name: RegExp) => screen.findByRole('group', { name });
const save = () => screen.getByRole('button', { name: 'Save the rules' });
const lastPut = (asked: ReturnType<typeof serve>) =>
  asked.filter(({ method }) => method === 'PUT').at(-1)?.body;

test('every rule is asked in words, with its usual answer, and exactly what was chosen is sent', async () => {
  const asked = serve(seasons, answer(getRules, 200, saved), answer(setRules, 200, { ...saved, version: 1 }));
  open();
  const user = userEvent.setup();
  const both = await group(/May two schools review each other/);
  expect(within(both).getByText(/The usual answer is/).textContent).toMatch(/No\.$/);
  expect(within(both).getByRole<HTMLInputElement>('radio', { name: /^No/ }).checked).toBe(true);
  await user.click(within(both).getByRole('radio', { name: /^Yes/ }));
  await user.selectOptions(screen.getByLabelText(/How far apart must secondary schools be/), 'Any distance');
  await user.click(
    within(await group(/How much do fair shares matter/)).getByRole('radio', { name: /^Much/ }),
  );
  await user.click(screen.getByRole('checkbox', { name: 'Friday' }));
  await user.click(save());
  expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
    ...usual,
    ...{ reciprocal: 'allow', competitorKm: 0, load: 'much', weekdays: [1, 2, 3, 4] },
  });
});

test('who may not come back is asked only while somebody may not', async () => {
  serve(seasons, answer(getRules, 200, saved));
  open();
  expect(await group(/Who may not come back/)).toBeTruthy();
  const years = screen.getByLabelText(/For how long may reviewers not come back/);
  await userEvent.selectOptions(years, 'They may come back at any time');
  expect(screen.queryByRole('group', { name: /Who may not come back/ })).toBeNull();
});

test('a season needs a day of the week and a window in order: said above and beside, and nothing is sent', async () => {
  const asked = serve(seasons, answer(getRules, 200, rules({ weekdays: [2] })));
  open();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('checkbox', { name: 'Tuesday' }));
  const last = screen.getByLabelText('Last day for reviews');
  await user.clear(last);
  await user.type(last, '1/9/2026');
  await user.click(save());
  const summary = screen.getByRole('alert', { name: 'There is a problem' });
  expect(document.activeElement).toBe(summary);
  const links = within(summary).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual([
    'Choose at least one day of the week',
    'The last day must be a date after the first day',
  ]);
  expect(screen.getAllByText('Choose at least one day of the week')).toHaveLength(2);
  expect(asked.some(({ method }) => method === 'PUT')).toBe(false);
});

test('a plan that was made with earlier rules says so, and what has changed', async () => {
  serve(seasons, answer(getRules, 200, rules({}, { changedSincePlan: ['weekdays', 'travel'] })));
  open();
  const note = await screen.findByText(/The plan that you see was made with earlier rules/);
  expect(note.closest('[role=status]')?.textContent).toMatch(/Changed since: days of the week, travel\./);
  expect(screen.getByRole('link', { name: 'Go to the plan' })).toBeTruthy();
});

const onBoard = <OlderRules season={{ id: seasonId, year: 2026 }} />;

test('the board says that its plan was made with earlier rules, and leads to them', async () => {
  serve(answer(getRules, 200, rules({}, { changedSincePlan: ['travel'] })));
  open(onBoard);
  expect((await screen.findByRole('status')).textContent).toMatch(/The plan was made with earlier rules/);
  const link = screen.getByRole('link', { name: 'See what has changed' });
  expect(link.getAttribute('href')).toMatch(/\/reviews\/rules\?year=/);
});

test.each([[[]], [null]])(
  'of a plan with changes of rules %o the board says nothing',
  async (changedSincePlan) => {
    const asked = serve(answer(getRules, 200, rules({}, { changedSincePlan })));
    open(onBoard);
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByText(/earlier rules/)).toBeNull();
  },
);

test('what somebody else changed meanwhile is brought together, and saved at once', async () => {
  const theirs = rules({ travel: 'much' }, { version: 1 });
  const asked = serve(
    ...[seasons, answer(getRules, 200, saved), answer(getRules, 200, theirs)],
    ...[changed, answer(setRules, 200, { ...theirs, version: 2 })],
  );
  open();
  const user = userEvent.setup();
  await user.click(within(await group(/trust or federation/)).getByRole('radio', { name: /^Yes/ }));
  await user.click(save());
  await waitFor(() => expect(lastPut(asked)).toEqual({ ...usual, sameGroup: 'allow', travel: 'much' }));
});

test('a rule that both have answered is for the person to settle', async () => {
  const theirs = rules({ repeatYears: 5 }, { version: 1 });
  const asked = serve(
    ...[seasons, answer(getRules, 200, saved), answer(getRules, 200, theirs)],
    ...[changed, answer(setRules, 200, { ...theirs, version: 2 })],
  );
  open();
  const user = userEvent.setup();
  await user.selectOptions(
    await screen.findByLabelText(/For how long may reviewers not come back/),
    '1 year',
  );
  await user.click(save());
  const choice = await group(/How soon reviewers come back/);
  expect(within(choice).getByText('5 years')).toBeTruthy();
  await user.click(within(choice).getByRole('radio', { name: /1 year/ }));
  await user.click(screen.getByRole('button', { name: 'Save what I chose' }));
  await waitFor(() => expect(lastPut(asked)).toEqual({ ...usual, repeatYears: 1 }));
});

test('rules that could not be saved stay as they were chosen, with the reason', async () => {
  serve(seasons, answer(getRules, 200, saved), answer(setRules, 409, problem(409, 'busy')));
  open();
  const user = userEvent.setup();
  const trust = await group(/trust or federation/);
  await user.click(within(trust).getByRole('radio', { name: /^Yes/ }));
  await user.click(save());
  expect(await screen.findByText(/The season is being planned/)).toBeTruthy();
  expect(within(trust).getByRole<HTMLInputElement>('radio', { name: /^Yes/ }).checked).toBe(true);
});

test('without a season there is nothing to set, and how to begin one is said', async () => {
  serve(answer(listSeasons, 200, { items: [] }));
  open();
  expect(await screen.findByText('There is no review season yet')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Start a season' })).toBeTruthy();
});

test('rules that cannot be read can be asked for again', async () => {
  serve(seasons, answer(getRules, 404, problem(404, 'not-found')), answer(getRules, 200, saved));
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await group(/May two schools review each other/)).toBeTruthy();
});

test('every setting has a name of its own', () => {
  expect(new Set(settingFields.map((field) => settingNames[field])).size).toBe(settingFields.length);
});
