import type { SchoolSigning } from '@lateral/contract/signings';
import { expect, test } from 'vitest';
import { flowOf, stepToShow } from './flow.ts';

type State = NonNullable<SchoolSigning['signing']>['state'];
const head = { prepare: true, sign: true, coSign: false };
const office = { ...head, sign: false };
const chair = { prepare: false, sign: false, coSign: true };

/** A school that is so far; null when nobody has begun. */
const school = (
  state: State | null,
  may = head,
  more: { counted?: boolean; agreement?: object | null } = {},
) =>
  ({
    school: { counted: more.counted ?? true },
    agreement: more.agreement === undefined ? { state: 'issued' } : more.agreement,
    signing: state && { state, governingBody: state === 'opened' ? null : {} },
    may,
  }) as unknown as SchoolSigning;

test.each([
  ['a head who has not begun', school(null), 'sign'],
  ['a head whose governing body has agreed', school('agreed'), 'sign'],
  ['a head who has signed', school('signed'), null],
  ['an administrator', school(null, office), 'prepare'],
  ['a chair before the head', school('agreed', chair), null],
  ['a chair after the head', school('signed', chair), 'co-sign'],
  ['a chair who has co-signed', school('co-signed', chair), null],
  ['a head with nothing to sign', school(null, head, { agreement: null }), null],
  ['a head whose version was withdrawn', school('agreed', head, { agreement: { state: 'withdrawn' } }), null],
  ['the head of a school that cannot join', school(null, head, { counted: false }), null],
])('%s', (_, data, flow) => {
  expect(flowOf(data)).toBe(flow);
});

test.each([
  ['nobody has begun', null, 'sign', undefined, 'read'],
  ['nobody has begun, at the last step', null, 'sign', 'sign', 'read'],
  ['nobody has begun, after reading', null, 'sign', 'governing-body', 'governing-body'],
  ['reading has begun', 'opened', 'sign', undefined, 'read'],
  ['reading has begun, at the check', 'opened', 'sign', 'check', 'governing-body'],
  ['the governing body has agreed', 'agreed', 'sign', undefined, 'check'],
  ['the governing body has agreed, to sign', 'agreed', 'sign', 'sign', 'sign'],
  ['an administrator tries to sign', 'agreed', 'prepare', 'sign', 'check'],
  ['a chair begins', 'signed', 'co-sign', undefined, 'read'],
  ['a chair goes to a step that is not theirs', 'signed', 'co-sign', 'governing-body', 'read'],
] as const)('%s', (_, state, flow, asked, step) => {
  expect(stepToShow(school(state), flow, asked)).toBe(step);
});
