// @vitest-environment jsdom
import '../../test/screen.ts';
import {
  applyImport,
  cancelImport,
  getImport,
  listChanges,
  previewUndo,
  removeFile,
  undoImport,
} from '@lateral/contract/imports';
import { getMe } from '@lateral/contract/sign-in';
import type { ImportState } from '@lateral/domain/imports/states';
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
import { expect, test } from 'vitest';
import { answer, serve } from '../../test/answers.ts';
import { buildQueryClient } from '../query-client.ts';
import { holdToken } from '../send.ts';
import { meQuery } from '../session.ts';
import { ImportScreen } from './import-screen.tsx';

const id = '11111111-1111-4111-8111-111111111111';
const counts = {
  added: 2,
  changed: 0,
  closed: 0,
  converted: 1,
  reopened: 0,
  unchanged: 300,
  refused: 1,
  unsettled: 0,
};
const importIn = (state: ImportState, more: object = {}) => ({
  id,
  kind: 'register' as const,
  state,
  files: [{ name: 'schools.csv', size: 2048, refused: 1, isKept: true }],
  counts: state === 'ready' || state === 'applied' ? counts : null,
  faults: [],
  job: null,
  createdAt: '2026-11-23T10:00:00Z',
  undoneAt: state === 'undone' ? '2026-11-23T11:00:00Z' : null,
  appliedAt: state === 'applied' ? '2026-11-23T10:05:00Z' : null,
  ...more,
});
const refused = {
  position: 1,
  kind: 'refused' as const,
  file: 'schools.csv',
  row: 12,
  column: 'URN',
  reason: 'The cell “URN” is empty.',
};
const changes = answer(listChanges, 200, { items: [refused], next: null, total: 1 });
const me = answer(getMe, 200, {
  personId: id,
  name: 'Ruth Penhallow',
  email: 'ruth@partnership.example',
  partnership: { id, name: 'Wolds', laCode: '916', isDemonstration: true },
  roles: [],
  may: ['imports.read', 'imports.bring', 'imports.apply', 'jobs.cancel'],
});

// jsdom has no modal dialogs: there, one that is open is enough.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

async function openImport() {
  holdToken('a token');
  const client = buildQueryClient(() => {});
  await client.ensureQueryData(meQuery);
  const root = createRootRoute({ component: Outlet });
  const one = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => <ImportScreen importId={id} tab={undefined} />,
  });
  const others = ['/imports', '/imports/new', '/imports/$importId', '/schools', '/people'].map((path) =>
    createRoute({ getParentRoute: () => root, path: path as '/imports' }),
  );
  const router = createRouter({
    routeTree: root.addChildren([one, ...others]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
}

test('while the files are checked, it says how far that is and can be stopped', async () => {
  const job = {
    id,
    kind: 'check-import' as const,
    state: 'running' as const,
    progress: { done: 1, total: 4, step: 'reading' },
    problem: null,
    cancelAsked: false,
    createdAt: '2026-11-23T10:00:00Z',
    endedAt: null,
  };
  serve(me, answer(getImport, 200, importIn('checking', { job })));
  await openImport();
  const bar = await screen.findByRole('progressbar', { name: 'Checking the files' });
  expect(bar.getAttribute('aria-valuetext')).toBe('Reading the files');
  expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Apply/ })).toBeNull();
});

test('a check that is stopped goes back to its files, which can be taken away, added to and checked again', async () => {
  const job = {
    id,
    kind: 'check-import' as const,
    state: 'cancelled' as const,
    progress: null,
    problem: null,
    cancelAsked: true,
    createdAt: '2026-11-23T10:00:00Z',
    endedAt: '2026-11-23T10:00:01Z',
  };
  const stopped = importIn('uploading', { job });
  const asked = serve(
    me,
    answer(getImport, 200, importIn('checking')),
    answer(getImport, 200, stopped),
    answer(cancelImport, 200, stopped),
    answer(removeFile, 200, { ...stopped, files: [] }),
  );
  await openImport();
  await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
  expect(await screen.findByRole('heading', { name: 'The check was stopped' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Check these files' })).toBeTruthy();
  expect(screen.getByText(/Choose more files/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Take away schools.csv' }));
  expect(asked.map(({ method }) => method)).toContain('DELETE');
});

test('a file that could not be read is named with the reason', async () => {
  const faults = [{ file: 'schools.csv', fault: 'The first row has no column for “URN”.' }];
  serve(me, answer(getImport, 200, importIn('failed', { faults })));
  await openImport();
  expect(await screen.findByText('The first row has no column for “URN”.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Choose other files' })).toBeTruthy();
});

test('nothing is applied before the preview has been seen and the question answered', async () => {
  const asked = serve(
    me,
    changes,
    answer(getImport, 200, importIn('ready')),
    answer(getImport, 200, importIn('applied')),
    answer(applyImport, 202, importIn('applying')),
  );
  await openImport();
  expect(await screen.findByText('Row 12, column “URN”', { exact: false })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save all rows of schools.csv' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /^Converted/ }).textContent).toBe('Converted1');
  await userEvent.click(screen.getByRole('button', { name: 'Apply these changes' }));
  expect(asked.some(({ method }) => method === 'POST')).toBe(false);
  const dialog = screen.getByRole('dialog', { name: 'Apply these changes?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Apply the changes' }));
  expect(await screen.findByText(/the changes have been made/)).toBeTruthy();
});

test('an applied import is undone after what that would do has been seen', async () => {
  const asked = serve(
    me,
    changes,
    answer(getImport, 200, importIn('applied')),
    answer(getImport, 200, importIn('undone', { appliedAt: '2026-11-23T10:05:00Z' })),
    answer(previewUndo, 200, {
      refusal: null,
      overtakenBy: null,
      counts: { 'in-the-way': 0, 'left-alone': 1, 'put-back': 0, 'taken-away': 1 },
      seen: 'abc',
      items: [
        {
          verdict: 'left-alone',
          kind: 'school',
          name: 'Ash',
          fields: [],
          kept: [],
          hanging: ['memberships', 'roles'],
        },
        { verdict: 'taken-away', kind: 'school', name: 'Bay', fields: [], kept: [], hanging: [] },
      ],
      next: null,
      total: 2,
    }),
    answer(undoImport, 202, importIn('undoing')),
  );
  await openImport();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo this import' }));
  expect(
    await screen.findByText('Stays, because it has become a member, and people have roles there.'),
  ).toBeTruthy();
  expect(asked.some(({ method }) => method === 'POST')).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByText(/^Undone: things are/)).toBeTruthy();
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ seen: 'abc' });
  expect(screen.queryByRole('button', { name: 'Undo this import' })).toBeNull();
});

test('an import that a later one has overtaken says which must be undone first', async () => {
  serve(
    me,
    changes,
    answer(getImport, 200, importIn('applied')),
    answer(previewUndo, 200, {
      refusal: 'overtaken-since',
      overtakenBy: { id, kind: 'people', appliedAt: '2026-11-23T11:05:00Z' },
      counts: { 'in-the-way': 0, 'left-alone': 0, 'put-back': 0, 'taken-away': 0 },
      seen: 'abc',
      items: [],
      next: null,
      total: 0,
    }),
  );
  await openImport();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo this import' }));
  expect(await screen.findByRole('link', { name: /^People import/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo the import' })).toBeNull();
});
