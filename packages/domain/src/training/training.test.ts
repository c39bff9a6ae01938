import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfOf, refuseAttendance, refuseBooking, trainedAfter } from './sessions.ts';
import { timeInWords, whenInWords } from './words.ts';

const session = {
  kind: 'reviewer',
  day: '2026-12-02',
  startsAt: '09:30',
  endsAt: '12:30',
  places: 2,
  isCalledOff: false,
} as const;
const untrained = { isReviewer: true, trainedOn: null, canLead: false };
const trained = { isReviewer: true, trainedOn: '2026-10-01', canLead: false };
const free = { places: 1, isTheirs: false };
const now = new Date('2026-12-02T09:29:00Z');

test.each([
  ['an untrained reviewer', session, untrained, free, null],
  [
    'a reviewer at a session that is called off',
    { ...session, isCalledOff: true },
    untrained,
    free,
    'called-off',
  ],
  ['a reviewer at one that has begun', { ...session, startsAt: '09:29' }, untrained, free, 'past'],
  ['a reviewer who has a place', session, untrained, { places: 2, isTheirs: true }, 'already-booked'],
  ['somebody who may not review', session, { ...untrained, isReviewer: false }, free, 'not-a-reviewer'],
  ['a trained reviewer again', session, trained, free, 'already-trained'],
  ['a reviewer once it is full', session, untrained, { places: 2, isTheirs: false }, 'full'],
  ['a trained reviewer who is to lead', { ...session, kind: 'lead' }, trained, free, null],
  ['an untrained one who is to lead', { ...session, kind: 'lead' }, untrained, free, 'not-trained-yet'],
  [
    'one who may lead already',
    { ...session, kind: 'lead' },
    { ...trained, canLead: true },
    free,
    'already-trained',
  ],
] as const)('a place for %s', (_, what, who, booked, refusal) => {
  expect(refuseBooking(what, who, booked, now)).toBe(refusal);
});

test('a session begins by London’s clock, in summer too', () => {
  const summer = { ...session, day: '2027-06-16' };
  const at = (time: string) => refuseBooking(summer, untrained, free, new Date(`2027-06-16T${time}Z`));
  expect([at('08:29:59'), at('08:30:00')]).toEqual([null, 'past']);
});

test.each([
  ['the day before', '2026-12-01', false, 'too-early'],
  ['the day itself', '2026-12-02', false, null],
  ['any day after', '2027-05-01', false, null],
  ['the day of one that is called off', '2026-12-02', true, 'called-off'],
])('who came is said on %s', (_, today, isCalledOff, refusal) => {
  expect(refuseAttendance({ ...session, isCalledOff }, today)).toBe(refusal);
});

const lead = { kind: 'lead', day: '2026-12-09' } as const;
const none = { trainedOn: null, canLead: false };
const on = (trainedOn: string | null, canLead = false) => ({ trainedOn, canLead });
test.each([
  ['coming trains from that day', none, session, true, [], on('2026-12-02')],
  [
    'coming again changes nothing for one trained before',
    on('2026-10-01'),
    session,
    true,
    [],
    on('2026-10-01'),
  ],
  ['coming counts from the earlier day', on('2027-01-10'), session, true, [], on('2026-12-02')],
  ['coming to a lead session lets them lead', on('2026-10-01'), lead, true, [], on('2026-10-01', true)],
  ['nobody leads untrained', none, lead, true, [], none],
  ['not coming takes the day back', on('2026-12-02'), session, false, [], none],
  ['and with it that they lead', on('2026-12-02', true), session, false, [lead], none],
  [
    'not coming leaves a day recorded otherwise',
    on('2026-10-01', true),
    session,
    false,
    [],
    on('2026-10-01', true),
  ],
  [
    'not coming leaves the next one that they came to',
    on('2026-12-02', true),
    session,
    false,
    [
      { kind: 'reviewer', day: '2027-03-01' },
      { kind: 'reviewer', day: '2027-02-01' },
    ],
    on('2027-02-01', true),
  ],
  [
    'not coming to a lead session takes leading back',
    on('2026-10-01', true),
    lead,
    false,
    [],
    on('2026-10-01'),
  ],
  ['unless they came to another', on('2026-10-01', true), lead, false, [lead], on('2026-10-01', true)],
  [
    'a reviewers’ session is no lead session',
    on('2026-10-01', true),
    lead,
    false,
    [session],
    on('2026-10-01'),
  ],
] as const)('%s', (_, before, what, hasCome, others, after) => {
  expect(trainedAfter(before, what, hasCome, others)).toEqual(after);
});

test('whatever is said of whom, nobody leads untrained, and saying it twice is saying it once', () => {
  const days = fc.constantFrom('2026-10-01', '2026-12-02', '2027-02-01');
  const sessions = fc.record({ kind: fc.constantFrom('reviewer' as const, 'lead' as const), day: days });
  const trainee = fc
    .tuple(fc.option(days), fc.boolean())
    .map(([trainedOn, canLead]) => on(trainedOn, canLead && trainedOn !== null));
  fc.assert(
    fc.property(trainee, sessions, fc.boolean(), fc.array(sessions), (before, what, hasCome, others) => {
      const after = trainedAfter(before, what, hasCome, others);
      expect(after.canLead && after.trainedOn === null).toBe(false);
      if (hasCome) expect(trainedAfter(after, what, hasCome, others)).toEqual(after);
    }),
  );
});

test.each([
  ['09:00', '9am', 'morning'],
  ['09:30', '9:30am', 'morning'],
  ['12:00', '12pm', 'afternoon'],
  ['00:05', '12:05am', 'morning'],
  ['16:45', '4:45pm', 'afternoon'],
])('%s is said as %s, in the %s', (time, words, half) => {
  expect([timeInWords(time), halfOf(time)]).toEqual([words, half]);
});

test('a session’s day and times are said together', () => {
  expect(whenInWords(session)).toBe('2 December 2026, 9:30am to 12:30pm');
});
