// @vitest-environment jsdom
import '../../test/screen.ts';
import { listOpenings, placeReview, takeOutReview, undoStep } from '@lateral/contract/season-draft';
import { getBoard, getSeason, listSeasons } from '@lateral/contract/seasons';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { answer } from '../../test/answers.ts';
import { ashmeadow, barrow, board, openBoard, season, team } from '../../test/season-board.tsx';
import { ApiError } from '../api-error.ts';
import { setLetterKeys } from '../preferences.ts';
import { breachWords, teamWords, undoneWords } from './hand-words.ts';
import { fitsByWeek } from './placing.ts';

// jsdom has no modal dialogs: there, one that is open is enough.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

const three = team.map(({ personId, name }) => ({ personId, name }));
const leadId = three[0]?.personId ?? '';
const opening = (day: string, fits: number, own: typeof three | null = three) => ({
  day,
  fits,
  team: own,
  leadId: own && leadId,
});
const items = [
  opening('2026-12-01', 4),
  opening('2026-12-02', 6),
  opening('2026-12-03', 9, null),
  opening('2026-12-08', 3),
];
const openings = answer(listOpenings, 200, { draftVersion: 1, items });
const season1 = { ...season, plannedAt: '2026-11-23T10:00:00Z', publishedAt: null, job: null };
const reads = [
  answer(listSeasons, 200, { items: [] }),
  answer(getSeason, 200, season1),
  answer(getBoard, 200, board),
];
const fitCells = () => screen.queryAllByRole('button', { name: /reviewers? fit\. Choose a day$/ });
const placed = answer(placeReview, 200, { draftVersion: 2 });

test('a week fits as many as on its best day with a team, and the day it has now is left out', () => {
  expect([...fitsByWeek(items, undefined)]).toEqual([
    ['2026-11-30', 6],
    ['2026-12-07', 3],
  ]);
  expect([...fitsByWeek(items, '2026-12-08').keys()]).toEqual(['2026-11-30']);
});

test('by keys alone a school is given a day, and it can be undone', async () => {
  const undo = answer(undoStep, 200, {
    draftVersion: 3,
    undone: { kind: 'placed', schoolName: 'Barrow Down' },
  });
  const { asked } = openBoard('/reviews', openings, placed, undo, ...reads);
  (await screen.findByRole('link', { name: 'Barrow Down' })).focus();
  await userEvent.keyboard('m');
  expect(await screen.findByText(/2 weeks of the season fit/)).toBeTruthy();
  expect(fitCells().map(({ textContent }) => textContent)).toEqual(['6 fit', '3 fit']);
  expect(document.activeElement).toBe(fitCells()[0]);
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(fitCells()[1]);
  await userEvent.keyboard('{Enter}');
  const dialog = screen.getByRole('dialog', { name: 'A day for Barrow Down' });
  expect(within(dialog).getByText('Ada Alder leads, with Ben Birch and Cleo Cedar')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Place here: Tuesday 8 December' }));
  const said = await screen.findByText(
    'Barrow Down is on Tuesday 8 December now. Nobody is told until you publish.',
  );
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
    url: `/api/seasons/${season.id}/reviews/${barrow}`,
    body: { draftVersion: 1, day: '2026-12-08', leadId, team: three.map(({ personId }) => personId) },
  });
  const toast = said.closest('fieldset') as HTMLElement;
  await userEvent.click(within(toast).getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Undone: Barrow Down has no date again.')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ draftVersion: 2 });
});

test('Escape stops the finding and leaves focus at the school', async () => {
  openBoard('/reviews', openings);
  (await screen.findByRole('link', { name: 'Barrow Down' })).focus();
  await userEvent.keyboard('m');
  await screen.findByText(/2 weeks of the season fit/);
  await userEvent.keyboard('{Escape}');
  expect(fitCells()).toEqual([]);
  expect(document.activeElement?.textContent).toBe('Barrow Down');
});

test('letters do nothing where keys that are pressed alone are turned off', async () => {
  const { asked } = openBoard('/reviews', openings);
  setLetterKeys(false);
  (await screen.findByRole('link', { name: 'Barrow Down' })).focus();
  await userEvent.keyboard('m');
  setLetterKeys(true);
  expect(asked.filter(({ url }) => url.includes('openings'))).toEqual([]);
});

test('a school without a date shows where reviewers fit as soon as it is open', async () => {
  openBoard(`/reviews?school=${barrow}`, openings);
  expect(
    await screen.findByRole('button', { name: /^Week of .*30 November.*: 6 reviewers fit/ }),
  ).toBeTruthy();
});

test('a review that is dragged to another week of its row asks for the day there', async () => {
  openBoard('/reviews', openings);
  const chip = await screen.findByRole('link', { name: /^Thu 10 Dec/ });
  const row = screen.getByRole('row', { name: /Ashmeadow/ });
  const other = within(row).getAllByRole('cell')[0] as HTMLElement;
  fireEvent.dragStart(chip, { dataTransfer: {} });
  await screen.findByText('Moving Ashmeadow Primary.');
  fireEvent.drop(other);
  const dialog = await screen.findByRole('dialog', { name: 'Move Ashmeadow Primary' });
  const days = await within(dialog).findAllByRole('button', { name: /^Place here/ });
  expect(days.map(({ textContent }) => textContent)).toEqual([
    'Place here: Tuesday 1 December',
    'Place here: Wednesday 2 December',
  ]);
});

test('the panel moves a review and takes it out without the timeline', async () => {
  const out = answer(takeOutReview, 200, { draftVersion: 2 });
  const { asked } = openBoard(`/reviews?view=table&school=${ashmeadow}`, openings, out, ...reads);
  const panel = await screen.findByRole('complementary', { name: 'Ashmeadow Primary' });
  await userEvent.click(within(panel).getByRole('button', { name: 'Move' }));
  expect(await screen.findAllByRole('button', { name: /^Place here/ })).toHaveLength(3);
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));
  await userEvent.click(within(panel).getByRole('button', { name: 'Take out' }));
  expect(
    await screen.findByText('Ashmeadow Primary is taken out. Nobody is told until you publish.'),
  ).toBeTruthy();
  expect(asked.find(({ method }) => method === 'DELETE')?.url).toContain('draftVersion=1');
});

test('a rule that would be broken is told in words, and another draft is read again', async () => {
  const problem = { type: 'about:blank', title: '', status: 409 };
  const breaks = answer(placeReview, 409, {
    ...problem,
    code: 'breaks-rule',
    errors: [
      { pointer: '/body/team/1', detail: 'DOUBLE' },
      { pointer: '/body/day', detail: 'HOSTDAY' },
    ],
  });
  const changed = answer(placeReview, 409, { ...problem, code: 'draft-changed' });
  const { asked } = openBoard(`/reviews?school=${barrow}`, openings, breaks, changed, ...reads);
  await userEvent.click(await screen.findByRole('button', { name: 'Find a day' }));
  const place = await screen.findByRole('button', { name: 'Place here: Tuesday 8 December' });
  await userEvent.click(place);
  expect(await screen.findByText('Ben Birch: Reviews another school on that day.')).toBeTruthy();
  expect(screen.getByText('The school cannot host on this day.')).toBeTruthy();
  const before = asked.filter(({ url }) => url.includes('openings')).length;
  await userEvent.click(place);
  expect(await screen.findByText(/^Somebody has changed the draft meanwhile/)).toBeTruthy();
  expect(asked.filter(({ url }) => url.includes('openings')).length).toBeGreaterThan(before);
});

test('a rule without words of its own is told plainly', () => {
  const error = new ApiError(409, { code: 'breaks-rule', errors: [{ pointer: '/body/day', detail: 'NEW' }] });
  expect(breachWords(error, [])).toEqual(['It breaks a rule of the season.']);
  expect(breachWords(new Error('other'), [])).toEqual([]);
  const cap = new ApiError(409, {
    code: 'breaks-rule',
    errors: [{ pointer: '/body/team/0', detail: 'CAP' }],
  });
  expect(breachWords(cap, three)).toEqual(['Ada Alder: Has no more days to give.']);
  expect(teamWords({ team: three, leadId: three[2]?.personId ?? '' })).toBe(
    'Cleo Cedar leads, with Ada Alder and Ben Birch',
  );
  expect(undoneWords({ kind: 'moved', schoolName: 'Elm' })).toBe('Undone: Elm is on its former day again.');
});
