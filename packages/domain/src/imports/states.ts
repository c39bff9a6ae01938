/** What may be imported. */
export const importKinds = ['register', 'people'] as const;
export type ImportKind = (typeof importKinds)[number];

/** uploading → checking → ready (a preview stands) → applying → applied; or failed, or discarded before it is applied. */
export const importStates = [
  'uploading',
  'checking',
  'ready',
  'applying',
  'applied',
  'failed',
  'discarded',
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

export const importRefusals = ['no-files', 'not-checked', 'already-applied', 'busy', 'overtaken'] as const;
export type ImportRefusal = (typeof importRefusals)[number];
type Action = 'upload' | 'check' | 'apply' | 'discard';

/** Whether an import in this state may be uploaded to, checked, applied or discarded; null when it may. */
export function refuseImportAction(state: ImportState, action: Action): ImportRefusal | null {
  if (state === 'applied') return 'already-applied';
  if (state === 'checking' || state === 'applying') return 'busy';
  if (state === 'discarded') return 'already-applied';
  if (action === 'apply' && state !== 'ready') return 'not-checked';
  return null;
}
