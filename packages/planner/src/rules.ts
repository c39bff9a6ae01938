import { at } from './columns.ts';
import type { Model } from './compile.ts';
import type { Draft } from './draft.ts';

/** CAP: the leader and the leader's unit have a review left to give. */
export function hasRoom({ model, load, unitLoad }: Draft, l: number): boolean {
  const unit = at(model.unitOf, l);
  return at(load, l) < at(model.maxReviews, l) && at(unitLoad, unit) < at(model.unitMax, unit);
}

/** One word of the days on which a leader is free and may leave every home (PERSONDAY, TRAINED, DOUBLE, OUT, HOSTHEAD). */
export function freeWord({ model, closed }: Draft, l: number, w: number): number {
  const { words, homeStart, homes, isHead, schoolCount } = model;
  const shift = at(isHead, l) * schoolCount;
  let word = at(model.leaderDays, l * words + w);
  const last = at(homeStart, l + 1);
  for (let k = at(homeStart, l); k < last; k++) word &= ~at(closed, (shift + at(homes, k)) * words + w);
  return word;
}

/** One word of the days on which a school can host (HOSTDAY) and no head of it is out (HOSTHEAD). */
export function hostWord({ model, headAway }: Draft, s: number, w: number): number {
  const { words, hostDays, instance } = model;
  const away = instance.config.hostHeadHome ? at(headAway, s * words + w) : 0;
  return at(hostDays, s * words + w) & ~away;
}

/** RECIP: someone of this host already reviews one of the leader's homes. */
export function isReciprocal({ model, size, team }: Draft, s: number, l: number): boolean {
  if (model.instance.config.reciprocal === 'allow') return false;
  const { homeStart, homes, teamWidth } = model;
  const last = at(homeStart, l + 1);
  for (let k = at(homeStart, l); k < last; k++) {
    const home = at(homes, k);
    const members = at(size, home);
    for (let i = 0; i < members; i++) {
      if (isHomeOf(model, at(team, home * teamWidth + i), s)) return true;
    }
  }
  return false;
}

function isHomeOf({ homeStart, homes }: Model, l: number, s: number): boolean {
  const last = at(homeStart, l + 1);
  for (let k = at(homeStart, l); k < last; k++) if (at(homes, k) === s) return true;
  return false;
}

function shareHome(model: Model, a: number, b: number): number {
  const last = at(model.homeStart, a + 1);
  for (let k = at(model.homeStart, a); k < last; k++) {
    const home = at(model.homes, k);
    if (isHomeOf(model, b, home)) return home;
  }
  return -1;
}

/**
 * Whether a leader can sit in one team beside its first `size` members: distinct (SIZE), HOME2, the day out of a shared
 * home (OUT), and room in a shared unit (CAP). For each alone, `hasRoom` is asked elsewhere.
 */
export function mayJoin(draft: Draft, team: Int32Array, size: number, l: number): boolean {
  const { model, unitLoad } = draft;
  const unit = at(model.unitOf, l);
  let together = 1;
  let pooled = 1;
  for (let i = 0; i < size; i++) {
    const member = at(team, i);
    if (member === l) return false;
    if (at(model.unitOf, member) === unit) pooled++;
    const home = shareHome(model, member, l);
    if (home < 0) continue;
    together++;
    if (at(model.isHead, member) === at(model.isHead, l) || !allowsTwoOut(model, member, l)) return false;
  }
  if (together > model.instance.config.maxPerHomeSchool) return false;
  if (together > 1 && isCrowded(model, team, size, l)) return false;
  return pooled === 1 || at(unitLoad, unit) + pooled <= at(model.unitMax, unit);
}

/** A head and a deputy free on the same day find nobody else of their role out, so two in all. */
function allowsTwoOut(model: Model, a: number, b: number): boolean {
  const last = at(model.homeStart, a + 1);
  for (let k = at(model.homeStart, a); k < last; k++) {
    const home = at(model.homes, k);
    if (isHomeOf(model, b, home) && at(model.maxOut, home) < 2) return false;
  }
  return true;
}

/** HOME2 seen from the members already there: each may share a home with so many others, the newcomer included. */
function isCrowded(model: Model, team: Int32Array, size: number, l: number): boolean {
  for (let i = 0; i < size; i++) {
    let together = shareHome(model, at(team, i), l) < 0 ? 1 : 2;
    for (let j = 0; j < size; j++) if (j !== i && shareHome(model, at(team, i), at(team, j)) >= 0) together++;
    if (together > model.instance.config.maxPerHomeSchool) return true;
  }
  return false;
}

/** HEADS, LEAD, PHASE, FOCUS for a whole team. */
export function meetsNeeds(model: Model, s: number, team: Int32Array, size: number): boolean {
  let heads = 0;
  let met = 0;
  for (let i = 0; i < size; i++) {
    const l = at(team, i);
    heads += at(model.isHead, l);
    met |= at(model.cover, s * model.leaderCount + l);
  }
  return heads >= model.instance.config.minHeads && (at(model.required, s) & ~met) === 0;
}
