import type { EstablishmentKind } from '../registers/establishment-types.ts';
import type { Phase } from './phases.ts';

/**
 * The phases in which a school takes part, its own first. Type comes before phase (domain.md §2): special
 * schools and alternative provision are special; nurseries go with primary schools and sixth-form colleges
 * with secondary ones; an all-through school is in both clusters. None when the register does not say.
 */
export const phasesOfKind: Record<EstablishmentKind, readonly Phase[]> = {
  primary: ['primary'],
  secondary: ['secondary'],
  'all-through': ['primary', 'secondary'],
  special: ['special'],
  'alternative-provision': ['special'],
  nursery: ['primary'],
  'post-16': ['secondary'],
  'childrens-centre': [],
  other: [],
  unknown: [],
};
