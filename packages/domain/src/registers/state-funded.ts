import type { Settlement } from '../schools/settlements.ts';
import type { Establishment } from './establishment.ts';
import { findTypeName, plainName } from './establishment-types.ts';

/** Which types of school may join, by GIAS code: every state-funded one. A partnership may change it. */
export const defaultStateFundedTypes: readonly number[] = [
  1, 2, 3, 5, 6, 7, 8, 12, 14, 15, 28, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46,
];

/** What the register alone can settle; the rest is for the broker. */
export type RegisterSettlement = Extract<Settlement, 'by-type' | 'by-group' | 'not-counted' | 'unsettled'>;

/** Types never counted whatever the setting says: independent schools and children's centres. */
const neverCounted: readonly number[] = [10, 11, 47, 48];

const codesByGroup: Readonly<Record<string, readonly number[]>> = {
  academies: [28, 33, 34, 42, 43, 44, 45, 46],
  freeschools: [35, 36, 38, 39, 40, 41],
  lamaintainedschools: [1, 2, 3, 5, 14, 15],
  localauthoritymaintainedschools: [1, 2, 3, 5, 14, 15],
  independentschools: [11],
  childrenscentres: [47, 48],
  colleges: [18],
  universities: [29],
  onlineprovider: [49],
  welshschools: [30],
};

/**
 * Whether a record counts as a state-funded school. A blank type falls back on its group, and only
 * when every type of that group has the same answer; what is still unknown is for the broker.
 */
export function settleType(
  establishment: Pick<Establishment, 'typeCode' | 'typeGroupName'>,
  settings: { stateFundedTypes: readonly number[] },
): RegisterSettlement {
  const counts = (code: number) => settings.stateFundedTypes.includes(code) && !neverCounted.includes(code);
  const { typeCode } = establishment;
  if (typeCode !== null && counts(typeCode)) return 'by-type';
  if (typeCode !== null && findTypeName(typeCode) !== null) return 'not-counted';
  if (typeCode !== null) return 'unsettled';
  const codes = codesByGroup[plainName(establishment.typeGroupName ?? '')] ?? [];
  if (codes.length === 0) return 'unsettled';
  if (codes.every(counts)) return 'by-group';
  return codes.some(counts) ? 'unsettled' : 'not-counted';
}
