import { at } from './columns.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Leader, PreviousReview, Review, Schedule } from './instance.ts';
import { explainUnplaced } from './reasons.ts';
import type { Search } from './search.ts';

/** Writes a draft out as a schedule, with the reasons for every school that has no review. */
export function writeSchedule(draft: Draft, search: Search): Schedule {
  const { instance } = draft.model;
  const empty = createDraft(draft.model);
  const before = new Map(instance.previous.map((review) => [review.school, review]));
  const schedule: Schedule = {
    instance: instance.name,
    reviews: [],
    unscheduled: [],
  };
  instance.schools.forEach((school, s) => {
    if (!school.receives) return;
    const was = before.get(school.id);
    if (at(draft.size, s) === 0) {
      schedule.unscheduled.push({ school: school.id, reasons: explainUnplaced(draft, empty, search, s) });
    } else if (was?.status === 'locked') {
      schedule.reviews.push({ school: was.school, date: was.date, team: [...was.team], lead: was.lead });
    } else {
      schedule.reviews.push(writeReview(draft, s, was));
    }
  });
  return schedule;
}

function writeReview({ model, day, team }: Draft, s: number, was: PreviousReview | undefined): Review {
  const { instance, calendar, teamWidth, teamSize } = model;
  const members = [...team.subarray(s * teamWidth, s * teamWidth + teamSize)].map(
    (l) => instance.leaders[l] as Leader,
  );
  return {
    school: instance.schools[s]?.id ?? '',
    date: calendar.dates[at(day, s)] ?? '',
    team: members.map(({ id }) => id),
    lead: chooseLead(members, was),
  };
}

/** The lead of before if they may still lead, then a head who can, then anyone who can. */
function chooseLead(members: readonly Leader[], was: PreviousReview | undefined): string {
  const able = members.filter(({ canLead }) => canLead);
  const lead = able.find(({ id }) => id === was?.lead) ?? able.find(({ role }) => role === 'head') ?? able[0];
  return lead?.id ?? '';
}
