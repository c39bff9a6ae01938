import { expect, test } from 'vitest';
import { type ClashFacts, clashFinder } from './clashes.ts';

const day = '2026-11-12';
const facts: ClashFacts = {
  members: new Set(['Ash', 'Elm', 'Fir']),
  terms: [{ start: '2026-11-02', end: '2026-12-18' }],
  closed: new Set(),
  schoolDays: [],
  leaderDays: [],
  leaders: [
    { personId: 'Ben', schoolId: 'Elm', role: 'headteacher' },
    { personId: 'Di', schoolId: 'Fir', role: 'deputy' },
  ],
};

test.each<[string, Partial<ClashFacts>, string[], string[]?]>([
  ['nothing has happened', {}, []],
  ['the school has left the partnership', { members: new Set(['Elm', 'Fir']) }, ['not-a-member']],
  ['the schools are closed on the day', { closed: new Set([day]) }, ['no-school-day']],
  ['the term has been moved', { terms: [{ start: '2026-11-13', end: '2026-12-18' }] }, ['no-school-day']],
  [
    'the day has become an INSET day of the school',
    { schoolDays: [{ schoolId: 'Ash', day, kind: 'inset' }] },
    ['host-inset'],
  ],
  [
    'the school has blocked it',
    { schoolDays: [{ schoolId: 'Ash', day, kind: 'blocked' }] },
    ['host-blocked'],
  ],
  [
    'a reviewer has left the profession',
    { leaders: facts.leaders.filter(({ personId }) => personId !== 'Di') },
    ['reviewer-gone Di'],
  ],
  ['a reviewer’s school has left', { members: new Set(['Ash', 'Elm']) }, ['reviewer-gone Di']],
  ['a reviewer is away', { leaderDays: [{ personId: 'Di', day }] }, ['reviewer-away Di']],
  ['a reviewer is away on another day', { leaderDays: [{ personId: 'Di', day: '2026-11-13' }] }, []],
  [
    'a reviewer’s school has an INSET day',
    { schoolDays: [{ schoolId: 'Fir', day, kind: 'inset' }] },
    ['reviewer-inset Di'],
  ],
  [
    'a reviewer’s school cannot host on that day: they may still go out',
    { schoolDays: [{ schoolId: 'Fir', day, kind: 'blocked' }] },
    [],
  ],
  ['a head is reviewed at home on that day', {}, ['head-needed Ben'], ['Elm']],
  ['a deputy whose school is reviewed may go', {}, [], ['Fir']],
])('%s', (_, changed, expected, hosts = []) => {
  const find = clashFinder({ ...facts, ...changed });
  const found = find({ schoolId: 'Ash', day, team: ['Ben', 'Di'] }, new Set(['Ash', ...hosts]));
  expect(found.map(({ code, personId }) => [code, personId].filter(Boolean).join(' '))).toEqual(expected);
});
