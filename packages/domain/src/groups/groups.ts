import type { PlainDate } from '../registers/cells.ts';

/** What schools may belong to together (domain.md §2). */
export const groupKinds = [
  'multi-academy-trust',
  'single-academy-trust',
  'trust',
  'federation',
  'sponsor',
  'diocese',
  'other',
] as const;
export type GroupKind = (typeof groupKinds)[number];

export interface Group {
  uid: number;
  name: string;
  kind: GroupKind;
  isOpen: boolean;
  openedOn: PlainDate | null;
  closedOn: PlainDate | null;
}

/** A school's place in a group, by the URN that it had then. */
export interface GroupMember {
  uid: number;
  urn: number;
  joinedOn: PlainDate | null;
  /** The day on which another trust took its place, or the group closed. */
  leftOn: PlainDate | null;
  /** The register says that its head leads other schools of the group too. */
  hasSharedHead: boolean;
}

/** The kind of a group, by the words of its type. A diocese stands in the register as a sponsor of its academies. */
export function kindOfGroup(typeName: string, name: string): GroupKind {
  const type = typeName.toLowerCase();
  if (/multi[- ]academy/.test(type)) return 'multi-academy-trust';
  if (/single[- ]academy/.test(type)) return 'single-academy-trust';
  if (type.includes('federation')) return 'federation';
  if (type.includes('sponsor'))
    return /\bdiocese\b/i.test(name) && !/\btrust\b/i.test(name) ? 'diocese' : 'sponsor';
  return type.includes('trust') ? 'trust' : 'other';
}

/** A school is in one of these at a time: who is in another has left the first. */
export const isTrust = (kind: GroupKind) => kind === 'multi-academy-trust' || kind === 'single-academy-trust';
