/** A review that has been published: it stands, it has been called off, or its day is past. */
export const bookingStates = ['booked', 'called-off', 'done'] as const;
export type BookingState = (typeof bookingStates)[number];

/** What a reviewer has answered. */
export const seatStates = ['asked', 'accepted', 'declined'] as const;
export type SeatState = (typeof seatStates)[number];

/** Somebody asked to take an empty seat. */
export const askStates = ['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type AskState = (typeof askStates)[number];

/** What somebody does on the day. */
export const parts = ['lead', 'reviewer', 'host'] as const;
export type Part = (typeof parts)[number];

/** A calendar invitation asks for a day, or takes it back (RFC 5546). */
export const invitationMethods = ['request', 'cancel'] as const;
export type InvitationMethod = (typeof invitationMethods)[number];

/** Why somebody is told about a review. */
export const tellings = [
  'booked',
  'moved',
  'joined',
  'left',
  'team-changed',
  'called-off',
  'declined',
  'dropped-out',
] as const;
export type TellingWhy = (typeof tellings)[number];
