/** What may be imported. */
export const importKinds = ['register', 'people', 'groups'] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * uploading → checking → ready (a preview stands) → applying → applied; or failed, or discarded before it is applied.
 * What was applied may be undone: undoing → undone.
 */
export const importStates = [
  'uploading',
  'checking',
  'ready',
  'applying',
  'applied',
  'failed',
  'discarded',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** What an import does to one record, or why it leaves one out. */
export const changeKinds = [
  'added',
  'changed',
  'closed',
  'converted',
  'reopened',
  'refused',
  'unsettled',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const importRefusals = [
  'no-files',
  'not-checked',
  'already-applied',
  'busy',
  'overtaken',
  'not-under-way',
  'file-not-kept',
  'not-applied',
  'overtaken-since',
  'too-long-ago',
  'in-the-way',
] as const;
export type ImportRefusal = (typeof importRefusals)[number];
type Action = 'upload' | 'check' | 'apply' | 'discard';

/** Where an import goes when its work is stopped: back to its files, to the preview that still stands, to what it did. */
const before = { checking: 'uploading', applying: 'ready', undoing: 'applied' } as const;
type UnderWay = keyof typeof before;

export const isBeingWorkedOn = (state: ImportState): state is UnderWay => state in before;
export const stateWhenStopped = (state: UnderWay): ImportState => before[state];

/** Whether an import in this state may be uploaded to, checked, applied or discarded; null when it may. */
export function refuseImportAction(state: ImportState, action: Action): ImportRefusal | null {
  if (state === 'applied') return 'already-applied';
  if (isBeingWorkedOn(state)) return 'busy';
  if (state === 'discarded' || state === 'undone') return 'already-applied';
  if (action === 'apply' && state !== 'ready') return 'not-checked';
  return null;
}

/** How long we keep the files of an import. One that nobody has applied by then is put away. */
export const daysFilesAreKept = 30;

/** Whether a file can be given back with its errors marked: after a check, while we have it; null when it can. */
export function refuseMarking(state: ImportState, isKept: boolean): ImportRefusal | null {
  if (isBeingWorkedOn(state)) return 'busy';
  if (state !== 'ready' && state !== 'applied' && state !== 'undone') return 'not-checked';
  return isKept ? null : 'file-not-kept';
}
