import { needs, standings } from '@lateral/domain/memberships/standing';
import { type Phase, phases } from '@lateral/domain/schools/phases';

/** What the address of the list of members says; several standings or needs have commas between them. */
export type MemberSearch = { q?: string; standing?: string; needs?: string; phase?: Phase; cluster?: string };

const isCluster = (value: unknown): value is string =>
  typeof value === 'string' && (value === 'none' || /^[0-9a-f-]{36}$/i.test(value));

/** Those of a list with commas that we know, in our order; undefined when there is none. */
function someOf(all: readonly string[], value: unknown): string | undefined {
  const given = typeof value === 'string' ? value.split(',') : [];
  return all.filter((one) => given.includes(one)).join(',') || undefined;
}

/** Reads the filters from an address; what makes no sense is left out, so that an old link still opens. */
export function readMemberSearch(raw: Record<string, unknown>): MemberSearch {
  const standing = someOf(standings, raw.standing);
  const wanted = someOf(needs, raw.needs);
  const phase = phases.find((one) => one === raw.phase);
  return {
    ...(typeof raw.q === 'string' && raw.q.trim() && { q: raw.q.trim().slice(0, 100) }),
    ...(standing && { standing }),
    ...(wanted && { needs: wanted }),
    ...(phase && { phase }),
    ...(isCluster(raw.cluster) && { cluster: raw.cluster }),
  };
}
