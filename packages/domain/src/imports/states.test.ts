import { expect, test } from 'vitest';
import {
  importStates,
  isBeingWorkedOn,
  refuseImportAction,
  refuseMarking,
  stateWhenStopped,
} from './states.ts';

test.each([
  ['uploading', null, null, 'not-checked', null],
  ['checking', 'busy', 'busy', 'busy', 'busy'],
  ['ready', null, null, null, null],
  ['applying', 'busy', 'busy', 'busy', 'busy'],
  ['applied', 'already-applied', 'already-applied', 'already-applied', 'already-applied'],
  ['failed', null, null, 'not-checked', null],
  ['discarded', 'already-applied', 'already-applied', 'already-applied', 'already-applied'],
  ['undoing', 'busy', 'busy', 'busy', 'busy'],
  ['undone', 'already-applied', 'already-applied', 'already-applied', 'already-applied'],
] as const)('an import that is %s', (state, upload, check, apply, discard) => {
  expect(
    (['upload', 'check', 'apply', 'discard'] as const).map((action) => refuseImportAction(state, action)),
  ).toEqual([upload, check, apply, discard]);
});

test('stopped work goes back to the files or to the preview, from where it may be tried again', () => {
  const underWay = importStates.filter(isBeingWorkedOn);
  expect(underWay.map((state) => [state, stateWhenStopped(state)])).toEqual([
    ['checking', 'uploading'],
    ['applying', 'ready'],
    ['undoing', 'applied'],
  ]);
  for (const state of underWay) expect(isBeingWorkedOn(stateWhenStopped(state))).toBe(false);
});

test.each([
  ['uploading', 'not-checked', 'not-checked'],
  ['checking', 'busy', 'busy'],
  ['ready', null, 'file-not-kept'],
  ['applying', 'busy', 'busy'],
  ['applied', null, 'file-not-kept'],
  ['failed', 'not-checked', 'not-checked'],
  ['discarded', 'not-checked', 'not-checked'],
  ['undoing', 'busy', 'busy'],
  ['undone', null, 'file-not-kept'],
] as const)('a file of an import that is %s is marked: kept %s, not kept %s', (state, kept, notKept) => {
  expect([refuseMarking(state, true), refuseMarking(state, false)]).toEqual([kept, notKept]);
});
