// @vitest-environment jsdom
import '../../test/screen.ts';
import { getSchoolLedger, type SchoolLedger, writeEntry } from '@lateral/contract/ledger';
import { getMe } from '@lateral/contract/sign-in';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { answer, serve } from '../../test/answers.ts';
import { buildQueryClient } from '../query-client.ts';
import { holdToken } from '../send.ts';
import { SchoolLedgerScreen } from './school-ledger-screen.tsx';

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
const balance = {
  ...{ owed: 3, given: 2, received: 0, waived: 0, brought: 0, carried: 0, due: 3, left: 1, booked: 0 },
};
const ledger: Omit<SchoolLedger, 'entries'> & { entries: never[] } = {
  school: { id, name: 'Elm School' },
  year: 2026,
  years: [{ year: 2026, head: balance, deputy: { ...balance, given: 0, left: 3 } }],
  entries: [],
  may: { write: true },
};
const given = {
  id: '22222222-2222-4222-8222-222222222222',
  at: '2026-11-21T04:40:00.000Z',
  year: 2026,
  capacity: 'head' as const,
  kind: 'given' as const,
  halfDays: 2,
  source: 'Ada Fern reviewed Ash School',
  reason: null,
  day: '2026-11-20',
  writtenBy: null,
};
const waived = {
  ...ledger,
  years: [{ year: 2026, head: balance, deputy: { ...balance, given: 0, waived: 3, due: 0, left: 0 } }],
};
const me = answer(getMe, 200, {
  personId: id,
  name: 'Ruth Penhallow',
  email: 'ruth@x.example',
  partnership: { id, name: 'Wolds', laCode: '916', isDemonstration: false },
  roles: [{ role: 'broker', schoolId: null, schoolName: null }],
  may: ['ledger.read', 'ledger.write'],
} as never);

async function show(body: object = { ...ledger, entries: [given] }) {
  holdToken('token');
  const asked = serve(
    me,
    answer(getSchoolLedger, 200, body as never),
    answer(writeEntry, 201, waived as never),
  );
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => (
        <Suspense>
          <SchoolLedgerScreen schoolId={id} />
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
  await screen.findByRole('heading', { level: 1, name: 'Days given and owed' });
  return asked;
}

test('a school sees both capacities side by side, and where each entry comes from', async () => {
  await show();
  const year = screen.getByRole('region', { name: '2026/27' });
  expect(within(year).getByRole('heading', { name: 'Head days' })).toBeTruthy();
  expect(within(year).getByText('0.5 day left')).toBeTruthy();
  expect(within(year).getByText('1.5 days left')).toBeTruthy();
  const entries = screen.getByRole('region', { name: 'Every entry' });
  expect(within(entries).getByText('Ada Fern reviewed Ash School')).toBeTruthy();
  expect(within(entries).getByText('Given: 1 day')).toBeTruthy();
});

test('the broker waives days once all is said, and the new balance is there', async () => {
  const asked = await show();
  await userEvent.click(screen.getByRole('button', { name: 'Waive days' }));
  const dialog = screen.getByRole('dialog', { name: 'Waive days' });
  const send = within(dialog).getByRole('button', { name: 'Waive days' });
  await userEvent.click(send);
  expect(within(dialog).getByRole('alert').textContent).toContain('Choose head days or deputy days');
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Deputy days' }));
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'How many days' }), '1½');
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why' }), 'No deputy');
  await userEvent.click(send);
  expect(await screen.findByText('Nothing to give')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    capacity: 'deputy',
    year: 2026,
    kind: 'waived',
    halfDays: 3,
    reason: 'No deputy',
  });
});

test('an entry is put right by its reverse, with a reason', async () => {
  const asked = await show();
  await userEvent.click(screen.getByRole('button', { name: /^Put right: Ada Fern reviewed/ }));
  const dialog = screen.getByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Put it right' }));
  expect(within(dialog).getByRole('alert').textContent).toContain('Say why');
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why' }), 'Was ill');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Put it right' }));
  await screen.findByText('Nothing to give');
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ kind: 'given', halfDays: -2 });
});

test('a head may look and change nothing', async () => {
  await show({ ...ledger, may: { write: false } });
  expect(screen.queryByRole('button', { name: 'Waive days' })).toBeNull();
  expect(screen.getByText(/Nothing is written yet/)).toBeTruthy();
});
