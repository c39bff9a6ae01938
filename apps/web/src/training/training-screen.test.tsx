// @vitest-environment jsdom
import '../../test/screen.ts';
import { getMe } from '@lateral/contract/sign-in';
import {
  bookPlace,
  callOffSession,
  giveUpPlace,
  listSessions,
  listTrainees,
  recordAttendance,
} from '@lateral/contract/training';
import type { Permission } from '@lateral/domain/policy';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { answer, serve } from '../../test/answers.ts';
import { buildQueryClient } from '../query-client.ts';
import { holdToken } from '../send.ts';
import { TrainingScreen } from './training-screen.tsx';

// jsdom has no dialogs yet.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

const id = '11111111-1111-4111-8111-111111111111';
const ada = '22222222-2222-4222-8222-222222222222';
const bo = '33333333-3333-4333-8333-333333333333';
const session = {
  id,
  version: 1,
  kind: 'reviewer' as const,
  day: '2099-12-02',
  half: 'morning' as const,
  startsAt: '09:30',
  endsAt: '12:30',
  place: 'The Hall, Ashlow',
  places: 20,
  booked: 1,
  calledOffAt: null,
  people: [{ personId: bo, name: 'Bo Rook', schoolName: 'Elm School', attended: null as boolean | null }],
};
const trainee = (personId: string, name: string, trainedOn: string | null) => ({
  ...{ personId, name, role: 'deputy' as const, schoolId: id, schoolName: 'Elm School' },
  ...{
    trainedOn,
    canLead: false,
    booked: [],
    standing: trainedOn ? ('trained' as const) : ('neither' as const),
  },
});
const people = answer(listTrainees, 200, {
  items: [trainee(ada, 'Ada Fern', null), trainee(bo, 'Bo Rook', '2026-10-01')],
  next: null,
  total: 2,
  counts: { trained: 1, booked: 0, neither: 1 },
});
const run: Permission[] = ['training.read', 'training.book', 'training.run'];
const school: Permission[] = ['training.read', 'training.book'];

async function show(may: Permission[], sessions: object[] = [session]) {
  holdToken('token');
  const asked = serve(
    answer(getMe, 200, {
      personId: ada,
      name: 'Ada Fern',
      email: 'ada@x.example',
      partnership: { id, name: 'Wolds', laCode: '916', isDemonstration: false },
      roles: [{ role: 'deputy', schoolId: id, schoolName: 'Elm School' }],
      may,
    }),
    people,
    answer(listSessions, 200, { items: sessions as (typeof session)[], next: null, total: sessions.length }),
    answer(bookPlace, 201, session),
    answer(giveUpPlace, 200, session),
    answer(callOffSession, 200, session),
    answer(recordAttendance, 200, session),
  );
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => (
        <Suspense>
          <TrainingScreen search={{}} />
        </Suspense>
      ),
    }),
    history: createMemoryHistory(),
  });
  render(
    <QueryClientProvider client={buildQueryClient(() => {})}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Training' });
  return asked;
}
const sent = (asked: Awaited<ReturnType<typeof show>>, method: string) =>
  asked.filter((one) => one.method === method);

test('a reviewer books a place for themselves, once they have chosen, and sees who cannot come and why', async () => {
  const asked = await show(school);
  const card = await screen.findByRole('article', { name: 'Reviewer training, Wednesday 2 December 2099' });
  expect(within(card).getByText('19 places left')).toBeTruthy();
  await userEvent.click(within(card).getByRole('button', { name: 'Book a place' }));
  const dialog = screen.getByRole('dialog', { name: 'Book a place' });
  expect(await within(dialog).findByText('Bo Rook: Has a place')).toBeTruthy();
  const send = within(dialog).getByRole('button', { name: 'Book the place' });
  await userEvent.click(send);
  expect(within(dialog).getByRole('alert').textContent).toContain('Choose who is to come');
  await userEvent.click(within(dialog).getByRole('radio', { name: /Ada Fern \(you\)/ }));
  await userEvent.click(send);
  expect(sent(asked, 'POST').at(-1)?.body).toEqual({ personId: ada });
});

test('a place is given up once that is confirmed', async () => {
  const asked = await show(school);
  await userEvent.click(await screen.findByRole('button', { name: 'Give up the place of Bo Rook' }));
  expect(sent(asked, 'DELETE')).toEqual([]);
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Give it up' }));
  expect(sent(asked, 'DELETE').at(-1)?.url).toContain(`/training/sessions/${id}/places/${bo}`);
});

test('a full session takes nobody', async () => {
  await show(school, [{ ...session, places: 1 }]);
  expect(await screen.findByText('Full')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Book a place' })).toBeNull();
});

test('calling off says first how many people are told', async () => {
  const asked = await show(run);
  await userEvent.click(await screen.findByRole('button', { name: 'Call off' }));
  const dialog = screen.getByRole('dialog', { name: 'Call this session off?' });
  expect(within(dialog).getByText(/1 person has booked and is told by mail/)).toBeTruthy();
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why' }), 'Snow');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Call it off and tell 1 person' }));
  expect(sent(asked, 'POST').at(-1)?.body).toEqual({ reason: 'Snow' });
});

test('from the day itself on the broker ticks who came, in one go', async () => {
  const two = [...session.people, { personId: ada, name: 'Ada Fern', schoolName: null, attended: null }];
  const asked = await show(run, [{ ...session, day: '2026-01-12', people: two }]);
  const form = await screen.findByRole('form', { name: 'Who came' });
  await userEvent.click(within(form).getByRole('checkbox', { name: /Bo Rook/ }));
  await userEvent.click(within(form).getByRole('button', { name: 'Save who came' }));
  expect(sent(asked, 'PUT').at(-1)?.body).toEqual({
    people: [
      { personId: bo, attended: true },
      { personId: ada, attended: false },
    ],
  });
});

test('where no session is planned, a school is told so and the broker can schedule one', async () => {
  await show(school, []);
  expect(await screen.findByText('No session is planned yet')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Schedule a session' })).toBeNull();
});

test('a session is scheduled once every box is filled', async () => {
  const asked = await show(run, []);
  await userEvent.click(
    (await screen.findAllByRole('button', { name: 'Schedule a session' }))[0] as HTMLElement,
  );
  const dialog = screen.getByRole('dialog', { name: 'Schedule a session' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Schedule it' }));
  const alert = within(dialog).getByRole('alert').textContent;
  expect(alert).toContain('Enter a date');
  expect(alert).toContain('Say where it is');
  expect(sent(asked, 'POST')).toEqual([]);
});
