import type { TaskKind } from '@lateral/domain/partnerships/tasks';
import { plural } from '../ui/plural.ts';

type TaskWords = { title: (count: number) => string; why: string; action: string };

/** A new kind of task does not compile until it has words here. */
export const taskWords: Record<TaskKind, TaskWords> = {
  clashes: {
    title: (n) => `${plural(n, 'review')} cannot stand as ${n === 1 ? 'it is' : 'they are'}`,
    why: 'Something has changed since, such as an INSET day. Plan again or move it: the rest stays.',
    action: 'See which',
  },
  'short-of-people': {
    title: (n) => `${plural(n, 'review needs', 'reviews need')} another reviewer`,
    why: 'Somebody said no or dropped out. You see who fits best, and ask.',
    action: 'Find somebody',
  },
  unpublished: {
    title: (n) => `${plural(n, 'change is', 'changes are')} not published`,
    why: 'People still know the season as it was. You see who is told what before you publish.',
    action: 'Look and publish',
  },
  'answers-waiting': {
    title: (n) => `${plural(n, 'reviewer has', 'reviewers have')} not said yes or no`,
    why: 'Somebody who cannot come is easier to replace early. You can remind only those who have not answered.',
    action: 'See who',
  },
  'offers-waiting': {
    title: (n) => `${plural(n, 'school has', 'schools have')} not sent their days`,
    why: 'Days that are not offered do not count. You can remind only those who have not sent theirs.',
    action: 'See who',
  },
  'days-short': {
    title: (n) => `The season is ${plural(n, 'reviewer day')} short`,
    why: 'More trained leaders, or more days from those you have, would close the gap.',
    action: 'Open the season',
  },
  'unplaced-schools': {
    title: (n) => `${plural(n, 'school has', 'schools have')} no review date`,
    why: 'The plan could not place them. Each one says why.',
    action: 'See which',
  },
  'apply-import': {
    title: (n) => (n === 1 ? 'An import is ready to apply' : `${n} imports are ready to apply`),
    why: 'It has been checked. Nothing changes until you have looked and agreed.',
    action: 'Look at changes',
  },
  'settle-schools': {
    title: (n) => `${plural(n, 'school needs', 'schools need')} your word`,
    why: 'The register does not say whether they are state schools. You decide if they count.',
    action: 'Decide',
  },
  'settle-conversions': {
    title: (n) => `${plural(n, 'member has', 'members have')} a new record in the register`,
    why: 'They became academies, or another school took their place. You say whether they stay members.',
    action: 'Settle it',
  },
  'import-register': {
    title: () => 'Bring in your schools',
    why: 'Start with the register of schools that the government publishes (GIAS).',
    action: 'Import schools',
  },
  'mark-members': {
    title: () => 'Say which schools are members',
    why: 'Only members take part in reviews. You can mark many at once.',
    action: 'Choose members',
  },
  'assign-clusters': {
    title: (n) => `${plural(n, 'school is', 'schools are')} in no cluster`,
    why: 'Schools are reviewed within their cluster, so each one needs a place.',
    action: 'Put in clusters',
  },
  'import-people': {
    title: () => 'Bring in your people',
    why: 'Heads, deputies and governors: one file with their names, e-mail addresses and schools.',
    action: 'Import people',
  },
  'record-training': {
    title: (n) => `None of your ${plural(n, 'person', 'people')} is trained yet`,
    why: 'Only trained leaders can review. Record who came to training, and when.',
    action: 'Record training',
  },
  'set-terms': {
    title: () => 'Set the dates of the school terms',
    why: 'Reviews are planned on days when schools are open.',
    action: 'Set terms',
  },
  'plan-season': {
    title: () => 'The review season can be planned',
    why: 'You have members, trained leaders, terms and clusters. Planning takes less than a minute.',
    action: 'Plan the season',
  },
};

export const joinedFinding = (members: number, counted: number) =>
  counted === 0
    ? 'No schools have been brought in yet.'
    : `Each ring is one kind of school. A full ring means every school.${members === 0 ? ' Nobody has joined yet.' : ''}`;
