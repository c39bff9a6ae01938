import type { HeldRole, Reach } from '@lateral/domain/policy';
import type { ConfirmMeans } from '@lateral/domain/sign-in/sessions';

/** Who is asking, for which partnership, with the roles that hold today and how far they reach here. */
export type Actor = {
  personId: string;
  partnershipId: string;
  /** The session they are signed in with; '' when a program calls with a token of theirs, which signs nobody in. */
  sessionId: string;
  /** How they last showed who they are in this session; null when they have not, and for a program. */
  confirmedBy: ConfirmMeans | null;
  /** The name of the token that a program calls with; null for a person. */
  token: string | null;
  roles: readonly HeldRole[];
  reach: Reach;
  /** The head in whose name they act, when only a delegation lets them; null in their own name. */
  onBehalfOf: string | null;
};
