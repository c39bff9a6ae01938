// @vitest-environment jsdom
import '../../test/screen.ts';
import { getSchoolsMap } from '@lateral/contract/schools';
import { undoStep } from '@lateral/contract/season-draft';
import { exportReviews, listReviewers } from '@lateral/contract/season-lists';
import { type Board, getBoard, getSeason, listSeasons } from '@lateral/contract/seasons';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lazy } from 'react';
import { expect, test, vi } from 'vitest';
import { answer } from '../../test/answers.ts';
import { ashmeadow, barrow, board, openBoard, season } from '../../test/season-board.tsx';
import { listRows } from './arrange.ts';
import { arrangeBoardMap } from './arrange-board-map.ts';
import { SeasonHeader } from './season-header.tsx';
import { givenWords } from './words.ts';

const elm = 'eeeeeeee-1111-4111-8111-111111111111';
const place = (id: string, at: [number, number] | null) => ({
  id,
  name: id,
  at,
  phase: 'primary' as const,
  clusters: [],
  member: true,
  dated: null,
});
const places = [place(ashmeadow, [390_000, 220_000]), place(barrow, null), place(elm, [392_000, 224_000])];

test('on the map a line goes to the school of each reviewer, which is faint where it is not looked for', () => {
  const [review] = board.reviews;
  const withHome = review && { ...review, team: review.team.map((one) => ({ ...one, schoolId: elm })) };
  const own = listRows({ ...board, reviews: withHome ? [withHome] : [] }, '2026-11-24');
  const elmRow = { ...(own[0] as (typeof own)[number]), schoolId: elm, name: 'Elm School' };
  const all = [...own, elmRow];
  const map = arrangeBoardMap(places, all, own, withHome ?? null);
  expect(map.lines).toEqual([[ashmeadow, elm]]);
  expect(map.missing).toBe(1);
  expect(map.points.map(({ id, isFaint }) => [id, isFaint])).toEqual([
    [ashmeadow, true],
    [elm, true],
  ]);
  expect(map.ground).toHaveLength(2);
  expect(arrangeBoardMap(places, all, own, null).lines).toEqual([]);
});

test('the map has a list of the same schools, which opens each beside it', async () => {
  const map = answer(getSchoolsMap, 200, { clusters: [], schools: places });
  const router = openBoard('/reviews?view=map', map);
  const list = await screen.findByRole('region', { name: 'Schools on the map' });
  expect(
    within(list)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Barrow DownNo date yet', 'Ashmeadow PrimaryDraft']);
  expect(screen.getByText(/1 school is not on the map/)).toBeTruthy();
  await userEvent.click(within(list).getByRole('link', { name: /Ashmeadow/ }));
  expect(router.state.location.search).toEqual({ view: 'map', school: ashmeadow });
  expect(await screen.findByRole('complementary', { name: 'Ashmeadow Primary' })).toBeTruthy();
});

const ada = {
  personId: '22222222-2222-4222-8222-222222222220',
  name: 'Ada Alder',
  role: 'headteacher',
  schoolName: 'Elm School',
  clusterName: 'Central',
  phase: 'primary' as const,
  trainedOn: null,
  done: 1,
  booked: 1,
  drafted: 0,
  unanswered: 0,
  most: 3,
  left: 1,
  next: { schoolId: ashmeadow, schoolName: 'Ashmeadow Primary', day: '2026-12-10' },
};

test('reviewers are listed with what they give, under the filters of the address', async () => {
  const list = answer(listReviewers, 200, { items: [ada], next: null, total: 1 });
  const router = openBoard('/reviews?view=reviewers&phase=primary', list);
  const row = await screen.findByRole('row', { name: /Ada Alder/ });
  for (const words of ['Head, Elm School', 'Not yet', '1 done, 1 booked of 3', '10 Dec, Ashmeadow Primary'])
    expect(within(row).getByText(words)).toBeTruthy();
  expect(router.asked.find(({ url }) => url.includes('/reviewers'))?.url).toMatch(/phase=primary&limit=50$/);
  expect(screen.queryByRole('navigation', { name: 'Reviews of the season' })).toBeNull();
  await userEvent.click(within(row).getByRole('link', { name: 'See 2 reviews of Ada Alder' }));
  expect(router.state.location.search).toEqual({ view: 'table', q: 'Ada Alder' });
});

test('where no reviewer matches, everybody is a press away', async () => {
  openBoard('/reviews?view=reviewers&q=zz', answer(listReviewers, 200, { items: [], next: null, total: 0 }));
  expect(await screen.findByText('Nobody matches')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show everybody' })).toBeTruthy();
  expect(givenWords({ ...ada, done: 0, booked: 0 })).toBe('None of 3');
  expect(givenWords({ ...ada, booked: 2, unanswered: 1 })).toBe('1 done, 2 booked of 3, 1 not answered');
});

/** The board, with one who has been asked for a review to come. */
function askedBoard(): Board {
  const [review] = board.reviews as [Board['reviews'][number]];
  const asked = { ...ada, schoolId: null, answer: 'asked' as const };
  const day = '2999-12-10';
  const booking = { day, state: 'booked' as const };
  return { ...board, reviews: [{ ...review, day, booking, isChanged: false, team: [asked] }] };
}

test('those who have not said yes or no are shown apart, and reminded', async () => {
  const list = answer(listReviewers, 200, { items: [ada], next: null, total: 1 });
  const router = openBoard({ at: '/reviews?view=reviewers', shown: askedBoard() }, list, list);
  await userEvent.click(await screen.findByRole('link', { name: 'Show the 1 who has not answered' }));
  expect(router.state.location.search).toEqual({ view: 'reviewers', answer: 'waiting' });
  expect(await screen.findByText(/1 person who has not answered/)).toBeTruthy();
  expect(router.asked.at(-1)?.url).toMatch(/answer=waiting&limit=50$/);
  await userEvent.click(screen.getByRole('button', { name: 'Remind 1: Remind to say yes or no' }));
  expect(screen.getByRole('dialog').textContent).toBe('Reminding 1');
  await userEvent.click(screen.getByRole('link', { name: 'Show everybody' }));
  expect(router.state.location.search).toEqual({ view: 'reviewers' });
});

test('the list stays while what reminds is loaded, and the button keeps the focus', async () => {
  const list = answer(listReviewers, 200, { items: [ada], next: null, total: 1 });
  const Dialog = lazy(() => new Promise<never>(() => {}));
  openBoard({ at: '/reviews?view=reviewers', shown: askedBoard(), Dialog }, list, list);
  const button = await screen.findByRole('button', { name: /^Remind 1/ });
  await userEvent.click(button);
  expect(screen.queryByText('Loading')).toBeNull();
  expect(screen.getByRole('button', { name: /^Remind 1/ })).toBe(document.activeElement);
});

const header = (canUndo: boolean) => (
  <SeasonHeader season={{ ...season, canUndo }} others={[]} view="timeline" mayPlan />
);
const reads = [
  answer(listSeasons, 200, { items: [] }),
  answer(getSeason, 200, { ...season, plannedAt: null, publishedAt: null, job: null }),
  answer(getBoard, 200, board),
];

test('the header counts how far reviews have come, and undoes the last step', async () => {
  const undone = { kind: 'taken-out' as const, schoolName: 'Elm School' };
  const undo = answer(undoStep, 200, { draftVersion: 2, undone });
  const { asked } = openBoard({ at: '/reviews', above: header(true) }, undo, ...reads);
  expect((await screen.findByText('draft')).textContent).toBe('1 draft');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Undone: Elm School is back in the draft.')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ draftVersion: 1 });
});

test('with nothing to undo there is no button for it, and the file holds what the board shows', async () => {
  const file = answer(exportReviews, 200, 'School\r\n');
  const { asked } = openBoard({ at: '/reviews?tab=none&q=ash', above: header(false) }, file, ...reads);
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => {} }));
  const save = await screen.findByRole('button', { name: 'Save as CSV' });
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await userEvent.click(save);
  expect(asked.find(({ url }) => url.includes('.csv'))?.url).toMatch(/reviews\.csv\?q=ash&tab=none$/);
});
