/** Roles that a person holds in one school, with dates. Source: domain.md §1. */
export const schoolRoles = [
  'headteacher',
  'deputy',
  'senior-leader',
  'chair-of-governors',
  'governor',
  'school-administrator',
] as const;
export type SchoolRole = (typeof schoolRoles)[number];

/** Roles that a person holds in the partnership itself. */
export const partnershipRoles = ['broker', 'board-member', 'local-authority-officer', 'observer'] as const;
export type PartnershipRole = (typeof partnershipRoles)[number];

export const roles = [...partnershipRoles, ...schoolRoles] as const;
export type Role = (typeof roles)[number];

/** Those who may review: a head, a deputy or another senior leader (consultation, peer review). */
export const reviewingRoles = [
  'headteacher',
  'deputy',
  'senior-leader',
] as const satisfies readonly SchoolRole[];

export const isSchoolRole = (role: Role): role is SchoolRole =>
  (schoolRoles as readonly Role[]).includes(role);
