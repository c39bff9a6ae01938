import type { Permission } from '../policy.ts';

/** The lists whose filters can be kept under a name. */
export const viewScreens = ['schools', 'people', 'reviews', 'members'] as const;
export type ViewScreen = (typeof viewScreens)[number];

/** A view is offered only to those who may open its list; what it then holds is by their own reach. */
export const permissionOfScreen: Record<ViewScreen, Permission> = {
  schools: 'schools.read',
  people: 'people.read',
  reviews: 'seasons.read',
  members: 'memberships.read',
};

/** How many views one person may keep. */
export const mostViews = 50;

export const viewRefusals = ['name-taken', 'too-many-views'] as const;
export type ViewRefusal = (typeof viewRefusals)[number];

/** Why somebody may not keep a view under this name, beside those that they have; or null. */
export function refuseView(name: string, others: readonly { name: string }[]): ViewRefusal | null {
  const isSame = (other: { name: string }) => other.name.toLowerCase() === name.toLowerCase();
  if (others.some(isSame)) return 'name-taken';
  return others.length >= mostViews ? 'too-many-views' : null;
}
