/** The three phases that vote and are reviewed apart (consultation, governance), and schools that hold several. */
export const phases = ['primary', 'secondary', 'special'] as const;
export type Phase = (typeof phases)[number];
