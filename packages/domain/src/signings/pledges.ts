/** The most that a school can say it would give a year, in whole pence: a hundred thousand pounds. */
export const mostPledged = 10_000_000;

/**
 * Pounds as somebody types them ("250", "£1,250.50"), in whole pence. @returns null for nothing, or nothing to give;
 * `'unclear'` for what is no sum, and `'too-much'` for more than can be put down
 */
export function readPounds(typed: string): number | null | 'unclear' | 'too-much' {
  const plain = typed.replace(/\s/g, '').replace(/^£/, '');
  if (plain === '') return null;
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{2}))?$/.exec(plain);
  if (!found) return 'unclear';
  const pence = Number(found[1]?.replaceAll(',', '')) * 100 + Number(found[2] ?? 0);
  if (pence > mostPledged) return 'too-much';
  return pence === 0 ? null : pence;
}
