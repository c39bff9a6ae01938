import { trainingStandings } from '@lateral/contract/training';

/** What the address of the training screen says. */
export type TrainingSearch = { when?: 'past'; standing?: (typeof trainingStandings)[number]; q?: string };

/** Reads an address; what makes no sense is left out, so that an old link still opens. */
export function readTrainingSearch(raw: Record<string, unknown>): TrainingSearch {
  const standing = trainingStandings.find((one) => one === raw.standing);
  return {
    ...(raw.when === 'past' && { when: 'past' as const }),
    ...(standing && { standing }),
    ...(typeof raw.q === 'string' && raw.q.trim() && { q: raw.q.trim().slice(0, 100) }),
  };
}
