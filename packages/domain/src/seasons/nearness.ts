/**
 * How far a plan may be above the best possible, in per cent, rounded up to one decimal so that nothing better is said
 * than is proven. Null where nothing is proven of it.
 */
export function percentAbove(cost: number, bound: number): number | null {
  if (cost < bound) return null;
  if (cost === bound) return 0;
  return bound > 0 ? Math.ceil(((cost - bound) * 1000) / bound) / 10 : null;
}
