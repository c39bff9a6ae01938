import { expect, test } from 'vitest';
import { listTasks, type Standing } from './tasks.ts';

const calm = {
  isPlanned: true,
  isBeingPlanned: false,
  unplaced: 0,
  daysShort: 0,
  isPublished: true,
  unpublished: 0,
  clashes: 0,
  shortOfPeople: 0,
  answersWaiting: 0,
  offersWaiting: 0,
};
const settled: Standing = {
  counted: 300,
  members: 300,
  unsettled: 0,
  converted: 0,
  unassigned: 0,
  readyImports: 0,
  people: 600,
  trained: 600,
  terms: 6,
  season: calm,
};
const nothing = {
  counted: 0,
  members: 0,
  unsettled: 0,
  unassigned: 0,
  people: 0,
  trained: 0,
  terms: 0,
  season: null,
};

test.each<[string, Partial<Standing>, string[]]>([
  ['a county in order needs nothing', {}, []],
  ['an empty partnership needs its register', nothing, ['import-register']],
  [
    'a register alone needs members, clusters, people and terms',
    { ...nothing, counted: 300, unassigned: 300 },
    ['mark-members', 'assign-clusters', 'import-people', 'set-terms'],
  ],
  [
    'what is short comes first',
    { season: { ...calm, unplaced: 2, daysShort: 24 }, unsettled: 1 },
    ['days-short', 'unplaced-schools', 'settle-schools'],
  ],
  [
    'a season that is being planned asks for nothing',
    { season: { ...calm, isPlanned: false, isBeingPlanned: true, daysShort: 38, unpublished: 3 } },
    [],
  ],
  [
    'a member that has become an academy waits for the broker’s word',
    { converted: 1, readyImports: 1 },
    ['apply-import', 'settle-conversions'],
  ],
  [
    'what people have been told and cannot be comes before all else',
    {
      season: {
        ...calm,
        clashes: 1,
        shortOfPeople: 2,
        unpublished: 3,
        daysShort: 4,
        answersWaiting: 6,
        offersWaiting: 5,
      },
    },
    ['clashes', 'short-of-people', 'unpublished', 'days-short', 'answers-waiting', 'offers-waiting'],
  ],
  [
    'a draft that nobody has been told of is in nobody’s way',
    { season: { ...calm, isPublished: false, unpublished: 288 } },
    [],
  ],
  ['all there and not planned', { season: null }, ['plan-season']],
  ['a preview waits to be applied', { readyImports: 1 }, ['apply-import']],
  ['nobody is trained', { trained: 0, season: null }, ['record-training']],
])('%s', (_, standing, kinds) => {
  expect(listTasks({ ...settled, ...standing }).map(({ kind }) => kind)).toEqual(kinds);
});
