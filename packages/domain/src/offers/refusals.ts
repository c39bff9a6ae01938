import type { DayPart } from '../calendars/days.ts';
import { isSchoolDay, type Term } from '../calendars/weeks.ts';
import { mostFocus } from './areas.ts';

export type PartOfDay = { day: string; part: DayPart };
type Offer = {
  leaders: readonly { personId: string; away: readonly PartOfDay[] }[];
  blocked: readonly PartOfDay[];
  preferred: readonly string[];
  avoided: readonly string[];
  focus: readonly string[];
  barred: { schoolIds: readonly string[]; personIds: readonly string[] };
};
type Facts = {
  windowStart: string;
  windowEnd: string;
  terms: readonly Term[];
  closed: ReadonlySet<string>;
  schoolId: string;
  /** Who holds a reviewing role in the school. */
  leaderIds: ReadonlySet<string>;
};

export const offerRefusals = [
  'outside-window',
  'not-a-school-day',
  'preferred-and-avoided',
  'too-many-areas',
  'area-twice',
  'not-a-leader',
  'leader-twice',
  'own-school',
  'own-leader',
] as const;
export type OfferRefusal = (typeof offerRefusals)[number];
/** What is wrong, and where: a JSON pointer into the offer. */
export type Refused = { refusal: OfferRefusal; at: string };

/** Why a school cannot offer this, or null: the first fault in the order of the screen. */
export function refuseOffer(offer: Offer, facts: Facts): Refused | null {
  return (
    refuseLeaders(offer, facts) ??
    refuseDays(
      offer.blocked.map(({ day }) => day),
      '/blocked',
      facts,
    ) ??
    refuseReview(offer, facts) ??
    refuseBarred(offer, facts)
  );
}

function refuseLeaders({ leaders }: Offer, facts: Facts): Refused | null {
  const seen = new Set<string>();
  for (const [i, { personId, away }] of leaders.entries()) {
    const at = `/leaders/${i}`;
    if (!facts.leaderIds.has(personId)) return { refusal: 'not-a-leader', at: `${at}/personId` };
    if (seen.has(personId)) return { refusal: 'leader-twice', at: `${at}/personId` };
    seen.add(personId);
    const days = away.map(({ day }) => day);
    const fault = refuseDays(days, `${at}/away`, facts);
    if (fault) return fault;
  }
  return null;
}

/** Why a day cannot stand in an offer: it is outside the season, or no school is open. */
export function refuseDay(
  day: string,
  { windowStart, windowEnd, terms, closed }: Pick<Facts, 'windowStart' | 'windowEnd' | 'terms' | 'closed'>,
): OfferRefusal | null {
  if (day < windowStart || day > windowEnd) return 'outside-window';
  return isSchoolDay(day, terms, closed) ? null : 'not-a-school-day';
}

function refuseDays(days: readonly string[], at: string, facts: Facts): Refused | null {
  for (const [i, day] of days.entries()) {
    const refusal = refuseDay(day, facts);
    if (refusal) return { refusal, at: `${at}/${i}` };
  }
  return null;
}

function refuseReview({ preferred, avoided, focus }: Offer, facts: Facts): Refused | null {
  const fault = refuseDays(preferred, '/preferred', facts) ?? refuseDays(avoided, '/avoided', facts);
  if (fault) return fault;
  const both = avoided.findIndex((day) => preferred.includes(day));
  if (both >= 0) return { refusal: 'preferred-and-avoided', at: `/avoided/${both}` };
  if (focus.length > mostFocus) return { refusal: 'too-many-areas', at: '/focus' };
  return new Set(focus).size < focus.length ? { refusal: 'area-twice', at: '/focus' } : null;
}

function refuseBarred({ barred }: Offer, { schoolId, leaderIds }: Facts): Refused | null {
  const school = barred.schoolIds.indexOf(schoolId);
  if (school >= 0) return { refusal: 'own-school', at: `/barred/schoolIds/${school}` };
  const person = barred.personIds.findIndex((id) => leaderIds.has(id));
  return person >= 0 ? { refusal: 'own-leader', at: `/barred/personIds/${person}` } : null;
}

export const roundRefusals = ['in-the-past', 'after-the-season'] as const;
export type RoundRefusal = (typeof roundRefusals)[number];

/** Why schools cannot be asked for their days until then, or null. */
export function refuseRound(until: string, windowEnd: string, today: string): RoundRefusal | null {
  if (until < today) return 'in-the-past';
  return until > windowEnd ? 'after-the-season' : null;
}

/** One entry for a day, in order: a morning and an afternoon are the day. */
export function foldDays(days: readonly PartOfDay[]): PartOfDay[] {
  return [...Map.groupBy(days, ({ day }) => day)]
    .map(([day, some]) => {
      const [first, ...others] = new Set(some.map(({ part }) => part));
      return { day, part: first && others.length === 0 ? first : ('day' as const) };
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}
