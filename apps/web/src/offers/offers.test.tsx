// @vitest-environment jsdom
import '../../test/screen.ts';
import type { Offer } from '@lateral/contract/offers';
import * as contract from '@lateral/contract/offers';
import { QueryClientProvider } from '@tanstack/react-query';
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
import { lazy } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answer, serve } from '../../test/answers.ts';
import type { BulkAction } from '../bulk-action.ts';
import { buildQueryClient } from '../query-client.ts';
import { holdToken } from '../send.ts';
import { ChooseSchool } from './choose-school.tsx';
import { OfferCard } from './offer-card.tsx';
import { OfferPlace } from './offer-place.tsx';
import { OffersScreen } from './offers-screen.tsx';
import { readOfferSearch, readOffersSearch } from './search.ts';

const id = (n: number) => `${n}${n}${n}${n}${n}${n}${n}${n}-1111-4111-8111-111111111111`;
const [seasonId, schoolId, ada, ben] = [id(1), id(2), id(3), id(4)];
const season = {
  ...{ id: seasonId, year: 2026, windowStart: '2026-11-02', windowEnd: '2026-11-20' },
  ...{ openedAt: '2026-09-10T09:00:00Z', until: '2026-10-02' },
};
const school = { id: schoolId, name: 'Ashlow School' };
const round = { ...season, schools: [{ ...school, sentAt: null }] };
const base = {
  version: 0,
  season,
  school,
  sent: null,
  isPrefilled: true,
  mayMake: true,
  leaders: [
    { personId: ada, halfDays: 3 as const, expertise: [] },
    { personId: ben, halfDays: 3 as const, expertise: [] },
  ],
  ...{ blocked: [], preferred: [], avoided: [], focus: [], barred: { schools: [], people: [] } },
  candidates: [
    { personId: ada, name: 'Ada Alder', role: 'headteacher' as const, away: [] },
    { personId: ben, name: 'Ben Birch', role: 'deputy' as const, away: [] },
  ],
  inset: [{ day: '2026-11-02', part: 'day' as const }],
  terms: [{ name: 'Autumn 2', start: '2026-11-02', end: '2026-12-18' }],
  closures: [],
};
const sent = {
  ...base,
  version: 1,
  isPrefilled: false,
  sent: { at: '2026-09-11T08:00:00Z', by: 'Ada Alder' },
};
const me = (...roles: { role: string; schoolId: string | null }[]) => ({
  ...{ personId: ada, name: 'Ada Alder', email: 'ada@ashlow.example' },
  partnership: { id: id(9), name: 'Vale', isDemonstration: false },
  roles: roles.map((one) => ({ ...one, schoolName: one.schoolId && 'Ashlow School' })),
  may: ['offers.read', 'offers.make'],
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-12T09:00:00Z') });
  localStorage.clear();
  vi.stubGlobal('scrollTo', () => undefined);
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => undefined;
});

afterEach(() => void vi.useRealTimers());

function open(address: string, isBroker = false, Dialog: BulkAction['Dialog'] = Reminding) {
  holdToken('token');
  const client = buildQueryClient(() => undefined);
  client.setQueryData(
    ['me'],
    me(isBroker ? { role: 'broker', schoolId: null } : { role: 'headteacher', schoolId }),
  );
  const root = createRootRoute({ component: Outlet });
  const route = createRoute({
    getParentRoute: () => root,
    path: '/reviews/offer/$schoolId',
    validateSearch: readOfferSearch,
    component: () => <OfferPlace schoolId={schoolId} search={route.useSearch()} />,
  });
  const choose = createRoute({ getParentRoute: () => root, path: '/reviews/offer', component: ChooseSchool });
  const card = createRoute({ getParentRoute: () => root, path: '/my-reviews', component: OfferCard });
  const list = createRoute({
    getParentRoute: () => root,
    path: '/reviews/offers',
    validateSearch: readOffersSearch,
    component: () => (
      <OffersScreen
        seasonId={seasonId}
        search={list.useSearch()}
        remind={{ label: 'Remind', may: 'reminders.send', Dialog }}
      />
    ),
  });
  const router = createRouter({
    routeTree: root.addChildren([route, choose, card, list]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return router;
}

const Reminding = ({ count }: { count: number }) => <p>Reminding {count}</p>;

const address = `/reviews/offer/${schoolId}`;
const rounds = answer(contract.listOfferRounds, 200, { items: [round] });
const asIs = answer(contract.getOffer, 200, base);
const problem = (status: number, code: string) => ({ type: 't', title: 't', status, code });

describe('a school offers its days', () => {
  test('from who goes to what happens next, and exactly that is sent', async () => {
    const answered = answer(contract.getOffer, 200, sent);
    const asked = serve(rounds, asIs, answered, answer(contract.makeOffer, 200, sent));
    open(address);
    const user = userEvent.setup();
    await user.selectOptions(await screen.findByLabelText('How many days Ben Birch gives'), 'One day');
    await user.click(screen.getByText(/What Ada Alder knows well/, { selector: 'summary' }));
    const [writing] = screen.getAllByLabelText('Writing');
    if (writing) await user.click(writing);
    await user.click(screen.getByRole('link', { name: 'Go on' }));

    expect(await screen.findByText('All free. If that is right, go on.')).toBeTruthy();
    const day = (state: string) =>
      screen.getByRole('button', { name: `Thursday 12 November: ${state}. Change` });
    await user.click(day('free'));
    await user.click(day('blocked all day'));
    expect(day('morning blocked')).toBeTruthy();
    // An INSET day is there to see, and not to change.
    expect(screen.getByText('INSET')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Monday 2 November/ })).toBeNull();
    await user.selectOptions(
      screen.getByLabelText('Whose days?'),
      screen.getByRole('option', { name: /^Ada Alder/ }),
    );
    await user.click(screen.getByRole('button', { name: /^Week of Monday 16 November/ }));
    expect(screen.getByText('Ada Alder cannot go on 5 days.')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Go on' }));

    await user.type(await screen.findByRole('textbox', { name: 'Days you would like' }), '17/11/26{Enter}');
    await user.type(
      screen.getByRole('textbox', { name: 'Days you would rather not have' }),
      '18 November 2026',
    );
    await user.click(screen.getByRole('button', { name: 'Add: Days you would rather not have' }));
    await user.click(screen.getByLabelText('Attendance'));
    await user.click(screen.getByRole('button', { name: 'Go on' }));

    await user.click(await screen.findByRole('button', { name: 'Send our days' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Your days are sent' })).toBeTruthy();
    expect(screen.getByText(/You hear of your dates when the plan is published/)).toBeTruthy();
    const put = asked.find(({ method }) => method === 'PUT');
    const week = [16, 17, 18, 19, 20].map((one) => ({ day: `2026-11-${one}`, part: 'day' }));
    expect(put?.body).toEqual({
      leaders: [
        { personId: ada, halfDays: 3, expertise: ['writing'], away: week },
        { personId: ben, halfDays: 2, expertise: [], away: [] },
      ],
      blocked: [{ day: '2026-11-12', part: 'morning' }],
      preferred: ['2026-11-17'],
      avoided: ['2026-11-18'],
      focus: ['attendance'],
      barred: { schoolIds: [], personIds: [] },
    });
    expect(Object.keys(localStorage).filter((key) => key.includes('offer:'))).toEqual([]);
  });

  test('and a date that is none, one outside the season, and a fourth area are said beside their fields', async () => {
    serve(rounds, asIs);
    open(`${address}?step=review`);
    const user = userEvent.setup();
    const liked = await screen.findByRole('textbox', { name: 'Days you would like' });
    await user.type(liked, 'soon{Enter}');
    expect(screen.getByRole('textbox', { name: 'Days you would like', description: /Write a date/ })).toBe(
      liked,
    );
    await user.clear(liked);
    await user.type(liked, '1/2/27{Enter}');
    expect(screen.getByText(/Reviews are from 2 November 2026 to 20 November 2026/)).toBeTruthy();
    for (const area of ['Writing', 'Attendance', 'Behaviour', 'Governance'])
      await user.click(screen.getByLabelText(area));
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    const problems = screen.getByRole('alert', { name: 'There is a problem' });
    expect(document.activeElement).toBe(problems);
    await user.click(within(problems).getByRole('link', { name: 'Choose at most 3 areas' }));
    expect(document.activeElement?.id).toBe('focus');
  });

  test('and says who may not review it, found by name', async () => {
    const birchwell = { id: id(5), name: 'Birchwell School' };
    serve(rounds, asIs, answer(contract.findReviewers, 200, { schools: [birchwell], people: [] }));
    open(`${address}?step=review`);
    const user = userEvent.setup();
    await user.type(await screen.findByRole('searchbox', { name: 'Find a school or a person' }), 'birch');
    await user.click(await screen.findByRole('button', { name: 'Add Birchwell School' }));
    expect(screen.getByRole('button', { name: 'Take away Birchwell School' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('Birchwell School')).toBeTruthy();
  });

  test('and nothing is lost when the sending fails, nor when the page is left', async () => {
    serve(rounds, asIs, answer(contract.makeOffer, 409, problem(409, 'round-not-open')));
    const router = open(address);
    const user = userEvent.setup();
    await user.selectOptions(await screen.findByLabelText('How many days Ben Birch gives'), 'No days');
    await router.navigate({
      to: '/reviews/offer/$schoolId',
      params: { schoolId },
      search: { step: 'check' },
    });
    await user.click(await screen.findByRole('button', { name: 'Send our days' }));
    expect(await screen.findByText(/Schools are not asked for their days of this season yet/)).toBeTruthy();
    expect(screen.getByText(/Ben Birch: no days/)).toBeTruthy();
    expect(JSON.stringify(localStorage)).toContain('halfDays');
  });

  test('and when a colleague was quicker, what both changed is theirs to choose', async () => {
    const theirs = { ...sent, leaders: [{ personId: ada, halfDays: 4 as const, expertise: [] }] };
    const asked = serve(
      rounds,
      asIs,
      answer(contract.makeOffer, 412, problem(412, 'changed')),
      answer(contract.getOffer, 200, theirs),
      answer(contract.makeOffer, 200, { ...sent, version: 2 }),
    );
    const router = open(address);
    const user = userEvent.setup();
    await user.selectOptions(await screen.findByLabelText('How many days Ben Birch gives'), 'No days');
    await router.navigate({
      to: '/reviews/offer/$schoolId',
      params: { schoolId },
      search: { step: 'check' },
    });
    await user.click(await screen.findByRole('button', { name: 'Send our days' }));
    const choice = await screen.findByRole('form', { name: /Ada Alder changed this while you were typing/ });
    await user.click(within(choice).getByRole('radio', { name: /Yours/ }));
    await user.click(within(choice).getByRole('button', { name: 'Save what I chose' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Your days are sent' })).toBeTruthy();
    const bodies = asked.filter(({ method }) => method === 'PUT').map(({ body }) => body as Offer);
    expect(bodies.at(-1)?.leaders.map(({ halfDays }) => halfDays)).toEqual([3, 0]);
  });

  test('and whoever may not send sees how it stands', async () => {
    serve(rounds, answer(contract.getOffer, 200, { ...base, mayMake: false }));
    open(address);
    expect(
      await screen.findByText(/Nothing has been sent yet. Your head or your deputy sends the days/),
    ).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Change|Send|Go on/ })).toBeNull();
  });
});

test('somebody who leads two schools chooses one; with none asked, it says so', async () => {
  serve(
    answer(contract.listOfferRounds, 200, {
      items: [
        {
          ...round,
          schools: [...round.schools, { id: id(6), name: 'Birchwell', sentAt: '2026-09-11T08:00:00Z' }],
        },
      ],
    }),
  );
  open('/reviews/offer');
  expect((await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual([
    'Ashlow SchoolReviews of 2026/27Not sent',
    'BirchwellReviews of 2026/27Sent 11 Sep, 9:00am',
  ]);
});

test('on the screen of one’s own reviews stands that days are asked for', async () => {
  serve(rounds);
  open('/my-reviews');
  const card = await screen.findByRole('region', { name: 'Reviewer days' });
  expect(card.textContent).toContain('Not sent yet. Please send them by 2 October 2026');
  expect(within(card).getByRole('link', { name: 'Offer days' })).toBeTruthy();
});

test('while nobody is asked, a school finds nothing to fill in', async () => {
  serve(answer(contract.listOfferRounds, 200, { items: [] }));
  open('/reviews/offer');
  expect(await screen.findByText('You are not asked for days now')).toBeTruthy();
});

describe('the broker', () => {
  const counts = { ...season, members: 3, sent: 1, hearers: 7 };
  const row = {
    ...{ id: schoolId, urn: 100001, name: 'Ashlow School', remindedAt: null },
    ...{ sent: sent.sent, headHalfDays: 3, deputyHalfDays: 2 },
  };

  test('sees who has sent what, and reminds those who have not', async () => {
    serve(
      answer(contract.getOfferRound, 200, counts),
      answer(contract.listOffers, 200, {
        items: [row, { ...row, id: id(6), name: 'Birchwell', sent: null }],
        next: null,
        total: 2,
      }),
    );
    open('/reviews/offers', true);
    expect(await screen.findByText('1 of 3 schools')).toBeTruthy();
    const [, first, second] = await screen.findAllByRole('row');
    expect(first?.textContent).toMatch(/Ashlow School.*by Ada Alder.*1.5 days.*1 day/);
    expect(second?.textContent).toMatch(/Birchwell.*Not sent/);
    await userEvent.click(screen.getByRole('button', { name: 'Remind 2' }));
    expect(screen.getByText('Reminding 2')).toBeTruthy();
  });

  test('keeps the list and the focus while what reminds is loaded', async () => {
    serve(
      answer(contract.getOfferRound, 200, counts),
      answer(contract.listOffers, 200, { items: [row], next: null, total: 1 }),
    );
    open(
      '/reviews/offers',
      true,
      lazy(() => new Promise<never>(() => {})),
    );
    const button = await screen.findByRole('button', { name: 'Remind 2' });
    await userEvent.click(button);
    expect(screen.getByRole('button', { name: 'Remind 2' })).toBe(document.activeElement);
    expect(screen.getByText('1 of 3 schools')).toBeTruthy();
  });

  test('asks schools for their days, after seeing who is told what', async () => {
    const closed = { ...counts, openedAt: null, until: null, windowEnd: '2099-07-09' };
    const asked = serve(
      answer(contract.getOfferRound, 200, closed),
      answer(contract.getOfferRound, 200, { ...counts, until: '2099-01-08' }),
      answer(contract.openOfferRound, 200, { ...counts, until: '2099-01-08' }),
      answer(contract.listOffers, 200, { items: [], next: null, total: 0 }),
    );
    open('/reviews/offers', true);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ask schools for their days' }));
    const until = screen.getByLabelText('By when should they answer?');
    await user.clear(until);
    await user.type(until, '1/1/2020');
    await user.click(screen.getByRole('button', { name: 'Ask 3 schools' }));
    expect(screen.getByRole('alert', { name: 'There is a problem' }).textContent).toContain(
      'Choose today or a later day',
    );
    await user.clear(until);
    await user.type(until, '8/1/2099');
    expect(
      within(screen.getByRole('region', { name: 'What each is told' })).getByText(
        'Your school is asked for its reviewer days of 2026/27, by 8 January 2099.',
      ),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Ask 3 schools' }));
    await screen.findByRole('button', { name: 'Change the date' });
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ until: '2099-01-08' });
  });
});
