import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostPledged, readPounds } from './pledges.ts';
import {
  nextStep,
  readTypedName,
  referenceOf,
  refuseCoSigning,
  refuseDecision,
  refuseMeeting,
  refuseOpening,
  refuseSigning,
  type SigningState,
  signingStates,
} from './signings.ts';

const two = { id: 'two' };
const signing = (state: SigningState, change = {}) => ({
  agreementId: 'two',
  state,
  signedBy: state === 'signed' || state === 'co-signed' ? 'head' : null,
  ...change,
});

test.each([
  ['a state school, with a version in force', { counted: true }, two, null],
  ['a school that is none', { counted: false }, two, 'not-a-state-school'],
  ['no version in force', { counted: true }, null, 'nothing-to-sign'],
] as const)('opening by %s', (_, school, inForce, refusal) => {
  expect(refuseOpening(school, inForce)).toBe(refusal);
});

test.each([
  ['opened', null, 'governing-body-first'],
  ['agreed', null, null],
  ['signed', 'signed-already', 'signed-already'],
  ['co-signed', 'signed-already', 'signed-already'],
] as const)('what is %s: the decision %s, the signature %s', (state, decision, signature) => {
  expect(refuseDecision(signing(state), two)).toBe(decision);
  expect(refuseSigning(signing(state), two)).toBe(signature);
});

test.each([
  ['another version is in force', { id: 'three' }, 'other-version'],
  ['none is in force', null, 'version-withdrawn'],
] as const)('nobody decides or signs when %s', (_, inForce, refusal) => {
  for (const state of ['opened', 'agreed'] as const) {
    expect(refuseDecision(signing(state), inForce)).toBe(refusal);
    expect(refuseSigning(signing(state), inForce)).toBe(refusal);
  }
});

test.each([
  ['before the head', 'opened', 'chair', false, 'not-signed-yet'],
  ['after the governing body alone', 'agreed', 'chair', false, 'not-signed-yet'],
  ['after the head', 'signed', 'chair', false, null],
  ['as the head', 'signed', 'head', false, 'same-person-twice'],
  ['what was withdrawn', 'signed', 'chair', true, 'version-withdrawn'],
  ['twice', 'co-signed', 'chair', false, 'signed-already'],
] as const)('co-signing %s', (_, state, personId, isWithdrawn, refusal) => {
  expect(refuseCoSigning(signing(state), { personId, isWithdrawn })).toBe(refusal);
});

test.each([
  ['today', '2026-11-25', null],
  ['on the day of issue', '2026-11-02', null],
  ['the day before the issue', '2026-11-01', 'before-issue'],
  ['tomorrow', '2026-11-26', 'in-the-future'],
] as const)('a governing body that met %s', (_, day, refusal) => {
  expect(refuseMeeting(day, { issuedOn: '2026-11-02', today: '2026-11-25' })).toBe(refusal);
});

test('one goes on where one stopped', () => {
  expect(signingStates.map(nextStep)).toEqual(['read', 'check', 'check', 'check']);
});

describe('a typed name', () => {
  test.each([
    ['Ada Fern', 'Ada Fern'],
    ['  Ada   Fern ', 'Ada Fern'],
    ['Zoë', 'Zoë'],
    ['Zoe\u0308', 'Zoë'],
    ['李明', '李明'],
    ['   ', null],
    ['X', null],
    ['1234', null],
    ['. -', null],
  ])('%j is read as %j', (typed, name) => {
    expect(readTypedName(typed)).toBe(name);
  });
});

test('a reference can be read out, and is the same for the same bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 8, maxLength: 8 }),
      fc.integer({ min: 1, max: 99 }),
      (bytes, n) => {
        expect(referenceOf(n, bytes)).toMatch(/^A\d+-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
        expect(referenceOf(n, bytes)).toBe(referenceOf(n, bytes));
      },
    ),
  );
});

test.each([
  ['', null],
  ['0', null],
  ['250', 25_000],
  ['£250', 25_000],
  ['£ 1,250.50', 125_050],
  ['1250.5', 'unclear'],
  ['12,50', 'unclear'],
  ['-5', 'unclear'],
  ['about 200', 'unclear'],
  ['100000', mostPledged],
  ['100000.01', 'too-much'],
  ['999999999999', 'too-much'],
] as const)('%s pounds are %s pence', (typed, pence) => {
  expect(readPounds(typed)).toBe(pence);
});
