import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Booked, type Change, listChanges, type Review, tellingsOf } from './changes.ts';

const review = (day: string, team: string, leadId = team[0] ?? ''): Review => ({
  schoolId: 'Ash',
  day,
  leadId,
  team: [...team],
});
const booked = (day: string, team: string, leadId?: string): Booked => ({
  ...review(day, team, leadId),
  state: 'booked',
});
const brief = (changes: readonly Change[]) =>
  changes.map(({ kind, wasDay, stays, joins, leaves }) => [
    kind,
    wasDay,
    [stays, joins, leaves].map((people) => people.join('')).join('/'),
  ]);

test.each<[string, Review[], Booked[], unknown[]]>([
  ['nothing was told yet', [review('d1', 'abc')], [], [['new', null, '/abc/']]],
  ['nothing has changed', [review('d1', 'abc')], [booked('d1', 'cba', 'a')], []],
  ['another day', [review('d2', 'abc')], [booked('d1', 'abc')], [['moved', 'd1', 'abc//']]],
  [
    'another day and another reviewer',
    [review('d2', 'abx')],
    [booked('d1', 'abc')],
    [['moved', 'd1', 'ab/x/c']],
  ],
  ['another reviewer', [review('d1', 'abx')], [booked('d1', 'abc')], [['team', 'd1', 'ab/x/c']]],
  [
    'the same team under another lead',
    [review('d1', 'abc', 'b')],
    [booked('d1', 'abc', 'a')],
    [['team', 'd1', 'abc//']],
  ],
  [
    'the lead has declined and nobody has come for them',
    [review('d1', 'bc', 'a')],
    [booked('d1', 'bc', 'a')],
    [],
  ],
  ['it is no longer planned', [], [booked('d1', 'abc')], [['called-off', 'd1', '//abc']]],
  ['it has taken place', [review('d2', 'xyz')], [{ ...booked('d1', 'abc'), state: 'done' }], []],
  ['its day has come', [review('d2', 'xyz')], [booked('d0', 'abc')], []],
  ['it has taken place and is planned no more', [], [{ ...booked('d1', 'abc'), state: 'done' }], []],
  [
    'it was called off and is planned again',
    [review('d1', 'abc')],
    [{ ...booked('d1', 'abc'), state: 'called-off' }],
    [['new', null, '/abc/']],
  ],
  ['it was called off', [], [{ ...booked('d1', 'abc'), state: 'called-off' }], []],
])('%s', (_, draft, known, expected) => {
  expect(brief(listChanges(draft, known, 'd0'))).toEqual(expected);
});

const told = (draft: Review[], known: Booked[]) =>
  listChanges(draft, known, 'd0')
    .flatMap((change) => tellingsOf(change, ['head']))
    .map(({ personId, method, part, why, day }) => `${personId} ${method} ${part} ${why} ${day}`);

test('of another reviewer hear whoever comes, whoever goes, the school and the lead, and nobody else', () => {
  expect(told([review('d1', 'abx')], [booked('d1', 'abc')])).toEqual([
    'head request host team-changed d1',
    'a request lead team-changed d1',
    'x request reviewer joined d1',
    'c cancel reviewer left d1',
  ]);
});

test('a lead hears that they no longer lead', () => {
  expect(told([review('d1', 'abc', 'b')], [booked('d1', 'abc', 'a')])).toEqual([
    'head request host team-changed d1',
    'a request reviewer team-changed d1',
    'b request lead team-changed d1',
  ]);
});

test('whoever leaves a review that moves is told of the day that stands in their calendar', () => {
  expect(told([review('d2', 'abx')], [booked('d1', 'abc')])).toContain('c cancel reviewer left d1');
});

/** Seasons of three schools and six people, each published after the other. */
const seasons = fc.array(
  fc.array(
    fc.record({
      schoolId: fc.constantFrom('Ash', 'Elm', 'Fir'),
      day: fc.constantFrom('d1', 'd2', 'd3'),
      team: fc.uniqueArray(fc.constantFrom(...'abcdef'), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
  { minLength: 1, maxLength: 8 },
);

test('however a season is published again and again, every calendar holds exactly the days that are its owner’s', () => {
  let cancels = 0;
  fc.assert(
    fc.property(seasons, (drafts) => {
      const calendars = new Map<string, string>();
      let known: Booked[] = [];
      for (const wished of drafts) {
        const draft = [...new Map(wished.map((one) => [one.schoolId, one])).values()].map((one) => ({
          ...one,
          leadId: one.team[0] ?? '',
        }));
        const changes = listChanges(draft, known, 'd0');
        for (const { personId, schoolId, method, part, day } of changes.flatMap((change) =>
          tellingsOf(change, [`head of ${change.review.schoolId}`]),
        )) {
          const place = `${personId}: ${schoolId}`;
          if (method === 'cancel') {
            expect(calendars.get(place)).toContain(day);
            calendars.delete(place);
            cancels++;
          } else calendars.set(place, `${day} ${part}`);
        }
        known = draft.map((one) => ({ ...one, state: 'booked' }));
        expect(listChanges(draft, known, 'd0')).toEqual([]);
        const wanted = known.flatMap(({ schoolId, day, team, leadId }) => [
          [`head of ${schoolId}: ${schoolId}`, `${day} host`],
          ...team.map((id) => [`${id}: ${schoolId}`, `${day} ${id === leadId ? 'lead' : 'reviewer'}`]),
        ]);
        expect([...calendars].sort()).toEqual(wanted.sort());
      }
    }),
    { numRuns: 500, seed: 7 },
  );
  expect(cancels).toBeGreaterThan(500);
});
