/** Why somebody is erased: they asked for it (UK GDPR, article 17), or their time had come (`retention/rules`). */
export const erasureReasons = ['asked', 'kept-long-enough'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

export const erasureRefusals = ['erase-yourself', 'last-broker'] as const;
export type ErasureRefusal = (typeof erasureRefusals)[number];

type Asked = {
  personId: string;
  /** Who asks; null for a command or the clock. */
  askedBy: string | null;
  isBroker: boolean;
  /** How many people are brokers of the partnership today. */
  brokers: number;
};

/** Nobody erases themselves by their own hand, and a partnership is never left without a broker. */
export function refuseErasure({ personId, askedBy, isBroker, brokers }: Asked): ErasureRefusal | null {
  if (personId === askedBy) return 'erase-yourself';
  return isBroker && brokers <= 1 ? 'last-broker' : null;
}

/** What stands in place of a name and an address afterwards. The id stays: what it was part of still adds up. */
export const erasedPerson = (personId: string) => ({
  title: null,
  firstName: 'Erased',
  lastName: 'person',
  email: `erased-${personId}@erased.invalid`,
});
