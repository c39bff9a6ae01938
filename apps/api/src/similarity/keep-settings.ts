import type { Db } from '@lateral/db/client';
import { type SimilarityInput, similarityInputs } from '@lateral/domain/similarity/inputs';
import { refuseWeights, type SimilaritySettings } from '@lateral/domain/similarity/settings';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { refused } from '../problems.ts';
import { findSettings, recordSettings } from './queries.ts';
import { readSettings } from './read-settings.ts';

/**
 * Keeps how schools are compared as a new version, on top of the one that the person saw. The same again adds none.
 * @param seen the version they saw; 409 when another has been set since
 */
export async function keepSettings(
  db: Db,
  actor: Actor,
  { weights, barKm, clusters }: SimilaritySettings,
  seen: number,
  now: Date,
) {
  const refusal = refuseWeights(weights);
  if (refusal) throw refused(refusal);
  const kept = await findSettings(db);
  if (kept && isSame(kept, { weights, barKm, clusters })) return readSettings(db);
  if ((kept?.version ?? 0) !== seen) throw refused('settings-changed');
  const row = {
    partnershipId: actor.partnershipId,
    version: seen + 1,
    weights,
    barKm,
    clusters,
    setAt: now,
    setBy: actor.personId,
  };
  if (!(await recordSettings(db, row))) throw refused('settings-changed');
  await recordEvents(
    db,
    actor,
    [{ kind: 'similarity-set', detail: { version: row.version, weights, barKm, clusters } }],
    now,
  );
  return readSettings(db);
}

const isSame = (a: SimilaritySettings, b: SimilaritySettings) =>
  a.barKm === b.barKm &&
  a.clusters === b.clusters &&
  similarityInputs.every((input: SimilarityInput) => a.weights[input] === b.weights[input]);
