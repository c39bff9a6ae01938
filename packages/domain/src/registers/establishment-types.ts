/** GIAS types of establishment: code, name as published, and what kind of school it makes by itself. */
const types: readonly (readonly [code: number, name: string, kind: EstablishmentKind | null])[] = [
  [1, 'Community school', null],
  [2, 'Voluntary aided school', null],
  [3, 'Voluntary controlled school', null],
  [5, 'Foundation school', null],
  [6, 'City technology college', 'secondary'],
  [7, 'Community special school', 'special'],
  [8, 'Non-maintained special school', 'special'],
  [10, 'Other independent special school', 'special'],
  [11, 'Other independent school', null],
  [12, 'Foundation special school', 'special'],
  [14, 'Pupil referral unit', 'alternative-provision'],
  [15, 'Local authority nursery school', 'nursery'],
  [18, 'Further education', 'post-16'],
  [24, 'Secure units', 'other'],
  [25, 'Offshore schools', 'other'],
  [26, "Service children's education", 'other'],
  [27, 'Miscellaneous', 'other'],
  [28, 'Academy sponsor led', null],
  [29, 'Higher education institutions', 'post-16'],
  [30, 'Welsh establishment', 'other'],
  [31, 'Sixth form centres', 'post-16'],
  [32, 'Special post 16 institution', 'post-16'],
  [33, 'Academy special sponsor led', 'special'],
  [34, 'Academy converter', null],
  [35, 'Free schools', null],
  [36, 'Free schools special', 'special'],
  [37, 'British schools overseas', 'other'],
  [38, 'Free schools alternative provision', 'alternative-provision'],
  [39, 'Free schools 16 to 19', 'post-16'],
  [40, 'University technical college', 'secondary'],
  [41, 'Studio schools', 'secondary'],
  [42, 'Academy alternative provision converter', 'alternative-provision'],
  [43, 'Academy alternative provision sponsor led', 'alternative-provision'],
  [44, 'Academy special converter', 'special'],
  [45, 'Academy 16-19 converter', 'post-16'],
  [46, 'Academy 16 to 19 sponsor led', 'post-16'],
  [47, "Children's centre", 'childrens-centre'],
  [48, "Children's centre linked site", 'childrens-centre'],
  [49, 'Online provider', 'other'],
  [56, 'Institution funded by other government department', 'other'],
  [57, 'Academy secure 16 to 19', 'post-16'],
];

/** What a school is for the partnership: the type speaks first, the phase second. */
export const establishmentKinds = [
  'primary',
  'secondary',
  'all-through',
  'special',
  'alternative-provision',
  'nursery',
  'post-16',
  'childrens-centre',
  'other',
  'unknown',
] as const;
export type EstablishmentKind = (typeof establishmentKinds)[number];

/** The phases GIAS publishes; the position in the list is the published code. */
export const registerPhases = [
  'not-applicable',
  'nursery',
  'primary',
  'middle-deemed-primary',
  'secondary',
  'middle-deemed-secondary',
  'sixteen-plus',
  'all-through',
] as const;
export type RegisterPhase = (typeof registerPhases)[number];

const kindByPhase: Record<RegisterPhase, EstablishmentKind> = {
  'not-applicable': 'unknown',
  nursery: 'nursery',
  primary: 'primary',
  'middle-deemed-primary': 'primary',
  secondary: 'secondary',
  'middle-deemed-secondary': 'secondary',
  'sixteen-plus': 'post-16',
  'all-through': 'all-through',
};

const codeByName = new Map(types.map(([code, name]) => [plainName(name), code]));
const typeByCode = new Map(types.map(([code, name, kind]) => [code, { name, kind }]));

/** Finds the code of a type that a file gives only by name. */
export function findTypeCode(name: string): number | null {
  return codeByName.get(plainName(name)) ?? null;
}

/** Finds the published name of a type code. */
export function findTypeName(code: number): string | null {
  return typeByCode.get(code)?.name ?? null;
}

/** Finds the phase from its code, or else from its name: "All through" and "All-through" are one. */
export function findPhase(code: string, name: string): RegisterPhase | null {
  if (/^\d+$/.test(code)) return registerPhases[Number(code)] ?? null;
  const words = plainName(name).replace(/^16plus$/, 'sixteenplus');
  return registerPhases.find((phase) => plainName(phase) === words) ?? null;
}

/** The kind of school. Special schools and pupil referral units carry phase 0, so type goes first. */
export function kindOf(facts: {
  typeCode: number | null;
  typeGroupName: string | null;
  phase: RegisterPhase | null;
}): EstablishmentKind {
  const byType = facts.typeCode === null ? null : typeByCode.get(facts.typeCode)?.kind;
  if (byType) return byType;
  if (facts.typeGroupName && plainName(facts.typeGroupName) === 'specialschools') return 'special';
  return facts.phase === null ? 'unknown' : kindByPhase[facts.phase];
}

/** Letters and digits only, so that hyphens, spaces and capitals never tell two names apart. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
