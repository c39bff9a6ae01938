import type { SeasonReviewer } from '@lateral/contract/season-lists';
import type { Board } from '@lateral/contract/seasons';
import { type BoardFilter, isLookedFor } from '@lateral/domain/seasons/board-filter';
import { type Standing, standingOf } from '@lateral/domain/seasons/standing';
import type { SeasonFacts } from './facts-queries.ts';

const standingWords: Record<Standing, string> = {
  clash: 'Clash',
  short: 'Needs people',
  draft: 'Draft, not published',
  asked: 'Asked',
  booked: 'Booked',
  done: 'Done',
  none: 'No date yet',
};
const answerWords = { asked: 'asked', accepted: 'yes', declined: 'no' } as const;

const sayAnswer = (answer: keyof typeof answerWords | null) =>
  answer ? answerWords[answer] : 'not told yet';

/** The schools of the board that are looked for, as the rows of a file: first those without a day, then by day. */
export function reviewRows(facts: SeasonFacts, board: Board, filter: BoardFilter, today: string) {
  const urns = new Map(facts.members.map(({ id, urn }) => [id, urn]));
  const clusterNames = new Map(board.clusters.map(({ id, name }) => [id, name]));
  const schools = [
    ...board.unplaced.map((school) => ({ school, review: null })),
    ...board.reviews.map((review) => ({ school: review, review })),
  ].filter(({ school, review }) => {
    const cluster = clusterNames.get(school.clusterId) ?? '';
    return isLookedFor(filter, { ...school, name: school.schoolName, cluster }, review, today);
  });
  const seats = [1, 2, 3].flatMap((n) => [
    `Reviewer ${n}`,
    `School of reviewer ${n}`,
    `Answer of reviewer ${n}`,
  ]);
  return [
    ['School', 'URN', 'Cluster', 'Day', 'How it stands', 'Lead', ...seats],
    ...schools.map(({ school, review }) => [
      school.schoolName,
      urns.get(school.schoolId) ?? null,
      clusterNames.get(school.clusterId) ?? '',
      review?.day ?? null,
      standingWords[standingOf(review, today)],
      ...teamCells(review),
    ]),
  ];
}

function teamCells(review: Board['reviews'][number] | null): (string | null)[] {
  const team = review?.team ?? [];
  const isLead = ({ personId }: { personId: string }) => personId === review?.leadId;
  const leadFirst = team.toSorted((a, b) => Number(isLead(b)) - Number(isLead(a)));
  const cells = leadFirst.flatMap(({ name, schoolName, answer }) => [name, schoolName, sayAnswer(answer)]);
  return [team.find(isLead)?.name ?? null, ...cells];
}

export const reviewerRows = (reviewers: readonly SeasonReviewer[]) => [
  [
    'Reviewer',
    'Role',
    'School',
    'Cluster',
    'Trained on',
    'Done',
    'Booked',
    'In the draft',
    'Not answered',
    'Most this season',
    'Left to give',
    'Next review',
    'On',
  ],
  ...reviewers.map((one) => [
    one.name,
    one.role,
    one.schoolName,
    one.clusterName,
    one.trainedOn,
    one.done,
    one.booked,
    one.drafted,
    one.unanswered,
    one.most,
    one.left,
    one.next?.schoolName ?? null,
    one.next?.day ?? null,
  ]),
];
