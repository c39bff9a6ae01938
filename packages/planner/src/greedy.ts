import { at } from './columns.ts';
import { type Draft, seat } from './draft.ts';
import { findTeam } from './find-team.ts';
import { type Search, settle } from './search.ts';

/** Fills an empty draft: what was planned before and is still legal, then the other schools, the hardest first. */
export function buildDraft(draft: Draft, search: Search): void {
  const { model } = draft;
  keepPrevious(draft, search);
  const choice = (s: number) => model.candidates[s]?.length ?? 0;
  const open = model.hosts
    .filter((s) => at(draft.size, s) === 0)
    .sort((a, b) => choice(a) - choice(b) || a - b);
  for (const s of open) {
    const day = findTeam(draft, search, s);
    if (day >= 0) seat(draft, s, day, search.team, model.teamSize);
  }
}

/** Seats previous reviews on their old day or, if that has gone, another; announced ones come first. */
function keepPrevious(draft: Draft, search: Search): void {
  const { model } = draft;
  const { instance, calendar, leaderIndex } = model;
  const hostOf = new Map(model.hosts.map((s) => [instance.schools[s]?.id, s]));
  const team = new Int32Array(model.teamWidth);
  for (const status of ['announced', 'draft'] as const) {
    for (const review of instance.previous.filter((one) => one.status === status)) {
      const s = hostOf.get(review.school);
      const members = review.team.map((id) => leaderIndex.get(id) ?? -1);
      if (s === undefined || members.length !== model.teamSize) continue;
      const isCandidate = (l: number) => model.candidates[s]?.includes(l) ?? false;
      if (!members.every(isCandidate)) continue;
      team.set(members);
      const day = settle(draft, search, s, team, calendar.dates.indexOf(review.date));
      if (day >= 0) seat(draft, s, day, team, model.teamSize);
    }
  }
}
