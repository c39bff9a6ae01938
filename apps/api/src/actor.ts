import type { HeldRole, Reach } from '@lateral/domain/policy';

/** Who is asking, for which partnership, with the roles that hold today and how far they reach here. */
export type Actor = {
  personId: string;
  partnershipId: string;
  sessionId: string;
  roles: readonly HeldRole[];
  reach: Reach;
  /** The head in whose name they act, when only a delegation lets them; null in their own name. */
  onBehalfOf: string | null;
};
