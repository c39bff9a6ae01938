import type { HeldRole, Reach } from '@lateral/domain/policy';

/** Who is asking, for which partnership, with the roles that hold today and how far they reach here. */
export type Actor = {
  personId: string;
  partnershipId: string;
  sessionId: string;
  roles: readonly HeldRole[];
  reach: Reach;
};
