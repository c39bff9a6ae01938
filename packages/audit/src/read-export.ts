import type { AuditExport } from './entry.ts';

type Read = { audit: AuditExport } | { fault: string };
type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isPlace = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

const isCheckpoint = (value: unknown) =>
  isObject(value) && isPlace(value.seq) && [value.hash, value.at, value.keyId, value.signature].every(isText);

const isEntry = (value: unknown) =>
  isObject(value) &&
  isPlace(value.seq) &&
  [value.at, value.kind, value.detailHash, value.hash].every(isText) &&
  [value.personId, value.onBehalfOf, value.schoolId, value.salt].every(isTextOrNull) &&
  (value.detail === null || isObject(value.detail));

/** Reads an exported chain. @returns it, or a sentence that says what is wrong and where */
export function readExport(value: unknown): Read {
  if (!isObject(value)) return { fault: 'It is not an object.' };
  if (value.format !== 'lateral-audit-1')
    return { fault: '/format should be "lateral-audit-1": this is not an audit export of Lateral.' };
  const { partnership, entries, checkpoints, seal } = value;
  if (!isObject(partnership) || !isText(partnership.id)) return { fault: '/partnership/id is missing.' };
  if (!Array.isArray(entries)) return { fault: '/entries is not a list.' };
  if (!Array.isArray(checkpoints)) return { fault: '/checkpoints is not a list.' };
  const badEntry = entries.findIndex((entry) => !isEntry(entry));
  if (badEntry >= 0) return { fault: `/entries/${badEntry} is not an entry.` };
  const badCheckpoint = checkpoints.findIndex((one) => !isCheckpoint(one));
  if (badCheckpoint >= 0) return { fault: `/checkpoints/${badCheckpoint} is not a checkpoint.` };
  if (!isCheckpoint(seal))
    return { fault: '/seal is missing: without it nobody can tell where the chain ends.' };
  return { audit: value as AuditExport };
}
