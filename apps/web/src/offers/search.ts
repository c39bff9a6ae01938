const states = ['sent', 'waiting'] as const;
export const offerSteps = ['who', 'days', 'review', 'check'] as const;
export type OfferStep = (typeof offerSteps)[number];

/** What the address of the list of offers says. */
export type OffersSearch = { season?: string; q?: string; state?: (typeof states)[number] };

const idOf = (value: unknown) =>
  typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value) ? value : undefined;

/** Reads the filters from an address; what makes no sense is left out. */
export function readOffersSearch(raw: Record<string, unknown>): OffersSearch {
  const state = states.find((one) => one === raw.state);
  const season = idOf(raw.season);
  return {
    ...(season && { season }),
    ...(typeof raw.q === 'string' && raw.q.trim() && { q: raw.q.trim().slice(0, 100) }),
    ...(state && { state }),
  };
}

export type OfferSearch = { season?: string; step?: OfferStep };

/** Reads where somebody is in an offer from its address. */
export function readOfferSearch(raw: Record<string, unknown>): OfferSearch {
  const step = offerSteps.find((one) => one === raw.step);
  const season = idOf(raw.season);
  return { ...(season && { season }), ...(step && { step }) };
}
