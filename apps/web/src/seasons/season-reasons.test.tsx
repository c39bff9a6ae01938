// @vitest-environment jsdom
import '../../test/screen.ts';
import {
  type ExcludedReviewer,
  explainReview,
  explainUnplaced,
  listCandidates,
  type Relaxation,
  relaxSchool,
  type SeatReason,
  type UnplacedCause,
} from '@lateral/contract/season-reasons';
import { exclusionCodes } from '@lateral/domain/seasons/explanations';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { exclusionCodes as plannerCodes } from '../../../../packages/planner/src/exclusions.ts';
import { answer, serve } from '../../test/answers.ts';
import { buildQueryClient } from '../query-client.ts';
import { holdToken } from '../send.ts';
import { whyNotWords } from './exclusion-words.ts';
import { InTheWay } from './in-the-way.tsx';
import { comparisonWords, listWords, sayCause } from './reason-words.ts';
import { WhyThisTeam } from './why-this-team.tsx';

// jsdom has no modal dialogs: there, one that is open is enough.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

const id = (n: number) => `11111111-1111-4111-8111-11111111111${n}`;
const leader = (n: number, name: string) => ({
  personId: id(n),
  name,
  role: 'head' as const,
  schoolName: 'Elm School',
});
const ada: SeatReason = {
  ...leader(1, 'Ada Alder'),
  leads: false,
  canLead: true,
  km: 12.4,
  daysLeft: 1,
  focus: [],
  phases: ['primary'],
  trainedOn: '2026-06-01',
  lastHere: { person: null, school: null },
  sameCluster: true,
  others: [
    { ...leader(4, 'Dan Dogwood'), km: 12, kmFurther: -0.4, comparison: 'as-good' },
    { ...leader(5, 'Eve Elder'), km: 24.4, kmFurther: 12, comparison: 'further' },
    { ...leader(6, 'Fay Fir'), km: 60, kmFurther: 47.6, comparison: 'much-worse' },
  ],
  fitting: 6,
  excluded: [
    { code: 'CLUSTER', count: 20 },
    { code: 'PERSONDAY', count: 9 },
    { code: 'CAP', count: 5 },
    { code: 'SIZE', count: 3 },
    { code: 'OWN', count: 2 },
  ],
};
const ben: SeatReason = {
  ...ada,
  ...leader(2, 'Ben Birch'),
  leads: true,
  daysLeft: 0,
  sameCluster: false,
  lastHere: { person: null, school: 2023 },
  others: [],
  fitting: 0,
};
const out = (n: number, name: string, code: ExcludedReviewer['code']): ExcludedReviewer => ({
  ...leader(n, name),
  code,
  otherSchool: null,
  colleague: null,
  facts: {},
});

function show(children: ReactNode) {
  holdToken('a token');
  render(<QueryClientProvider client={buildQueryClient(() => {})}>{children}</QueryClientProvider>);
}
const team = <WhyThisTeam seasonId={id(8)} schoolId={id(9)} schoolName="Ashmeadow Primary" />;

test('each reviewer is shown with reasons, the lead first, and the next best with what they would mean', async () => {
  serve(answer(explainReview, 200, { seats: [ada, ben] }));
  show(team);
  const why = await screen.findByRole('region', { name: 'Why Ada Alder' });
  const reasons = within(why).getAllByRole('list')[0] as HTMLElement;
  expect(
    within(reasons)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    '12.4\u00a0km away',
    'Same cluster',
    'Knows primary schools',
    'Trained on 1 Jun 2026',
    'May lead',
    'Never reviewed this school',
    '1 more day to give',
  ]);
  for (const words of ['Just as good', '12 km further', 'Much worse for the whole plan'])
    expect(within(why).getByText(words)).toBeTruthy();
  expect(
    within(why).getByText(
      '6 other people could come. 36 could not: 20 from another cluster, 9 not free that day, 5 with no more days to give and 2 for other reasons.',
    ),
  ).toBeTruthy();
  const names = screen.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent);
  expect(names).toEqual(['Ben Birch', 'Ada Alder']);
  const lead = screen.getByRole('region', { name: 'Why Ben Birch' });
  for (const words of [
    'From another cluster',
    'A colleague reviewed this school in 2023/24',
    'No more days to give',
    /^Nobody else could come\./,
  ])
    expect(within(lead).getByText(words)).toBeTruthy();
});

test('everyone else is listed, those who fit and those who do not and why, and can be searched', async () => {
  const asked = serve(
    answer(explainReview, 200, { seats: [ada] }),
    answer(listCandidates, 200, {
      fits: { items: ada.others, total: 3 },
      excluded: { items: [out(7, 'Gil Gorse', 'TRAINED')], total: 62 },
    }),
    answer(listCandidates, 200, { fits: { items: [], total: 0 }, excluded: { items: [], total: 0 } }),
  );
  show(team);
  await userEvent.click(await screen.findByRole('button', { name: 'Who else? Instead of Ada Alder' }));
  const dialog = await screen.findByRole('dialog', { name: 'Who else could review Ashmeadow Primary?' });
  const fits = await within(dialog).findByRole('region', { name: 'Who could come' });
  expect(within(fits).getAllByRole('listitem')).toHaveLength(3);
  const kept = within(dialog).getByRole('region', { name: 'Who could not come, and why' });
  expect(within(kept).getByText('Has not been trained')).toBeTruthy();
  expect(within(kept).getByText('Showing 1 of 62 people')).toBeTruthy();
  await userEvent.type(within(dialog).getByRole('searchbox', { name: 'Search by name or school' }), 'zz');
  expect(await within(dialog).findByText('Nobody of that name or school could come.')).toBeTruthy();
  expect(asked.at(-1)?.url).toContain('q=zz');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a plan of before reasons were kept says what to do', async () => {
  serve(answer(explainReview, 200, { seats: null }));
  show(team);
  expect(await screen.findByText(/from before reasons were kept. Plan again/)).toBeTruthy();
});

test('reasons that cannot be read can be asked for again', async () => {
  const sorry = { type: 'about:blank', title: 'Not found', status: 404, code: 'not-found' };
  serve(answer(explainReview, 404, sorry), answer(explainReview, 200, { seats: [ada] }));
  show(team);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Ada Alder' })).toBeTruthy();
});

const elm = { schoolId: id(3), name: 'Elm School' };
const oak = { schoolId: id(4), name: 'Oak School' };

test('what stands in the way of a school is told in words', async () => {
  const causes: UnplacedCause[] = [
    {
      kind: 'supply',
      clusterName: 'Forest',
      role: 'head',
      shortDays: 2,
      schools: 2,
      some: [elm, oak],
    },
    {
      kind: 'days',
      closedDays: 60,
      days: [{ day: '2026-12-10', free: 2, blocked: [{ code: 'DOUBLE', count: 4 }] }],
    },
  ];
  serve(answer(explainUnplaced, 200, { causes, relaxations: null, job: null }));
  show(<InTheWay seasonId={id(8)} schoolId={id(9)} mayPlan={false} />);
  const way = await screen.findByRole('region', { name: 'What stands in the way' });
  for (const words of [
    'The Forest cluster is two head days short',
    'These schools need more days than there are: Elm School and Oak School.',
    'Its only free days clash with other plans',
    'Thu 10 Dec: 2 people could come, 4 on another review that day.',
  ])
    expect(await within(way).findByText(words)).toBeTruthy();
  expect(within(way).queryByRole('button')).toBeNull();
});

const looking = {
  id: id(7),
  kind: 'relax-school' as const,
  state: 'running' as const,
  progress: null,
  problem: null,
  cancelAsked: false,
  createdAt: '2026-11-28T10:00:00Z',
  endedAt: null,
};
const found: Relaxation[] = [
  { change: { kind: 'add-day', who: leader(1, 'Ada Alder') }, othersTouched: 0 },
  { change: { kind: 'allow-cluster' }, othersTouched: 2 },
];

test('what would place a school is looked for when somebody asks, and told as changes', async () => {
  const before = { causes: [], relaxations: null, job: null };
  const asked = serve(
    answer(explainUnplaced, 200, before),
    answer(relaxSchool, 202, looking),
    answer(explainUnplaced, 200, { ...before, job: looking }),
    answer(explainUnplaced, 200, {
      causes: [],
      relaxations: found,
      job: { ...looking, state: 'done', endedAt: '2026-11-28T10:00:05Z' },
    }),
  );
  show(<InTheWay seasonId={id(8)} schoolId={id(9)} mayPlan />);
  await userEvent.click(await screen.findByRole('button', { name: 'Find what would place it' }));
  expect(await screen.findByText(/Trying one change after another/)).toBeTruthy();
  const place = screen.getByRole('region', { name: 'What would place it' });
  expect(await within(place).findByText('One more day from Ada Alder, Elm School')).toBeTruthy();
  for (const words of [
    'No other review changes.',
    'Let a school from another cluster come',
    '2 other reviews change.',
  ])
    expect(within(place).getByText(words)).toBeTruthy();
  expect(within(place).queryByRole('button')).toBeNull();
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('where nothing places a school, that is said; where looking failed, it can be asked again', async () => {
  serve(answer(explainUnplaced, 200, { causes: [], relaxations: [], job: null }));
  show(<InTheWay seasonId={id(8)} schoolId={id(9)} mayPlan />);
  expect(await screen.findByText(/^No single change that was tried places it/)).toBeTruthy();
  cleanup();
  const failed = { ...looking, state: 'failed' as const, problem: 'Something went wrong.' };
  serve(answer(explainUnplaced, 200, { causes: [], relaxations: null, job: failed }));
  show(<InTheWay seasonId={id(8)} schoolId={id(9)} mayPlan />);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Find what would place it' })).toBeTruthy();
});

test.each<[UnplacedCause, string[]]>([
  [
    { kind: 'possible', day: '2026-12-10', team: [leader(1, 'Ada Alder'), leader(2, 'Ben Birch')] },
    ['A team could come on Thu 10 Dec', 'Ada Alder and Ben Birch are free. Plan again to place the school.'],
  ],
  [
    { kind: 'eligibility', lacking: [], rules: [{ code: 'CLUSTER', adds: 1 }], together: ['CLUSTER'] },
    ['The rules leave no team', 'Without the rule on clusters, 1 more person could help.'],
  ],
  [
    { kind: 'eligibility', lacking: [], rules: [], together: ['CLUSTER', 'GROUP'] },
    [
      'The rules leave no team',
      'A team needs all of these to give way at once: the rule on clusters and the rule on trusts and federations.',
    ],
  ],
  [
    { kind: 'eligibility', lacking: [], rules: [], together: null },
    ['The rules leave no team', 'Even without these rules there would not be enough people.'],
  ],
  [
    { kind: 'supply', clusterName: null, role: 'any', shortDays: 1, schools: 40, some: [elm, oak] },
    ['Together 40 schools are one reviewer day short', 'Among them are Elm School and Oak School.'],
  ],
  [
    { kind: 'used-up', leaders: [{ ...leader(1, 'Ada Alder'), reviews: [elm, oak] }] },
    ['Everyone who may come has given all their days', 'Ada Alder reviews Elm School and Oak School.'],
  ],
  [
    {
      kind: 'composition',
      leaders: [leader(1, 'Ada Alder'), leader(2, 'Ben Birch')],
      apart: [{ names: ['Ada Alder', 'Ben Birch'], schoolName: 'Elm School' }],
      rules: [],
    },
    [
      'Those who may come do not make a team',
      'Ada Alder and Ben Birch may come.',
      'Only one of Ada Alder and Ben Birch can: both are from Elm School.',
    ],
  ],
  [{ kind: 'days', closedDays: 60, days: [] }, ['The school can host on no day of the season']],
])('the cause %o is told as sentences', (cause, words) => {
  const { title, lines } = sayCause(cause);
  expect([title, ...lines]).toEqual(words);
});

test('every rule of the planner has words of its own for a person', () => {
  expect([...exclusionCodes].sort()).toEqual([...plannerCodes].sort());
  const said = exclusionCodes.map((code) => whyNotWords(out(1, 'Ada Alder', code)));
  expect(new Set(said).size).toBe(exclusionCodes.length);
  for (const words of said) expect(words).not.toMatch(/undefined|null/);
});

test.each([
  ['CAP', { of: 'unit', given: 3, most: 3 }, 'Their school already gives 3 of its 3 days'],
  ['CAP', { of: 'leader', given: 2, most: 2 }, 'Already does 2 reviews, the most they can'],
  ['TRAINED', { trainedOn: '2027-03-05' }, 'Is not trained until 5 Mar 2027'],
  ['PERSONDAY', { why: 'inset' }, 'Their school has an INSET day'],
  ['REPEAT', { year: 2024 }, 'They or their school came here in 2024/25'],
] as const)('%s with %o is told as a sentence', (code, facts, words) => {
  expect(whyNotWords({ ...out(1, 'Ada Alder', code), facts })).toBe(words);
});

test('a long list names the first and counts the others', () => {
  expect(listWords(['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toBe('A, B, C, D, E and 2 more');
  expect(listWords(['A', 'B'])).toBe('A and B');
});

test('kilometres that round to nothing are not told as kilometres', () => {
  const [, other] = ada.others;
  if (!other) throw new Error('not built');
  expect(comparisonWords({ ...other, kmFurther: 0 })).toBe('A little further');
});
