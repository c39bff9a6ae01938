import { findFaults } from './find-faults.ts';
import {
  type Calendar,
  type Config,
  type Conflict,
  type Instance,
  type Leader,
  type PreviousReview,
  previousStatuses,
  roles,
  type School,
  type Weights,
} from './instance.ts';
import {
  type Fault,
  type Read,
  readDate,
  readFlag,
  readId,
  readList,
  readMaybe,
  readNumber,
  readObject,
  readOneOf,
  readOr,
  readRecord,
  readSpan,
  readText,
} from './reader.ts';

export const instanceFormat = 'psr-schedule/1';

const count = readNumber({ min: 0, max: 10_000 });
const weight = readNumber({ min: 0, max: 100_000 });
const texts = readList(readText);
const dates = readOr(readList(readDate), []);
const spans = readOr(readList(readSpan), []);
const crossing = readOr(readRecord(readOneOf(['forbid', 'penalise'])), {});
const change = readObject({ announced: weight, draft: weight });

const weights = readObject<Weights>({
  travel: weight,
  longTrip: weight,
  longTripFrom: weight,
  crossCluster: weight,
  phaseMismatch: weight,
  dissimilarity: weight,
  load: weight,
  early: weight,
  prefMiss: weight,
  avoid: weight,
  leaderAvoid: weight,
  focusMiss: weight,
  spread: weight,
  changeDate: change,
  changeMember: change,
});

const config = readObject<Config>({
  teamSize: readNumber({ min: 1, max: 10 }),
  minHeads: count,
  maxPerHomeSchool: count,
  excludeSameGroup: readFlag,
  competitorKm: readNumber({ min: 0, whole: false }),
  competitorPhases: texts,
  reciprocal: readOneOf(['forbid', 'allow']),
  repeatYears: count,
  repeatLevel: readOneOf(['school', 'person']),
  crossCluster: crossing,
  crossPhase: crossing,
  sameArea: readFlag,
  hostHeadHome: readFlag,
  focusHard: readFlag,
  weights,
});

const calendar = readObject<Calendar>({
  year: readNumber({ min: 1900, max: 9000 }),
  windowStart: readDate,
  windowEnd: readDate,
  terms: readList(readObject({ id: readId, start: readDate, end: readDate })),
  closed: readList(readDate),
});

const school = readObject<School>({
  id: readId,
  name: readOr(readText, ''),
  area: readText,
  phases: readList(readText, 1),
  clusterIds: readList(readId, 1),
  groupId: readMaybe(readId),
  e: readNumber({ min: -1e7, max: 1e7 }),
  n: readNumber({ min: -1e7, max: 1e7 }),
  features: readList(readNumber({ min: 0, max: 100 })),
  receives: readFlag,
  maxOut: readOr(count, 2),
  inset: dates,
  unavailable: spans,
  preferred: dates,
  avoid: dates,
  priority: readMaybe(readOneOf(['early'])),
  notBefore: readMaybe(readDate),
  notAfter: readMaybe(readDate),
  focus: readOr(readList(readObject({ area: readText, required: readFlag })), []),
});

const leader = readObject<Leader>({
  id: readId,
  name: readOr(readText, ''),
  role: readOneOf(roles),
  schoolIds: readList(readId, 1),
  unitId: readId,
  maxReviews: readNumber({ min: 0, max: 1000 }),
  targetHalfDays: count,
  canLead: readFlag,
  trainedOn: readMaybe(readDate),
  expertise: texts,
  weekdays: readOr(readList(readNumber({ min: 1, max: 7 })), [1, 2, 3, 4, 5]),
  unavailable: spans,
  avoid: dates,
});

const conflict: Read<Conflict> = (value, path, faults) =>
  typeof value === 'object' && value !== null && 'leaderId' in value
    ? readObject({ leaderId: readId, schoolId: readId })(value, path, faults)
    : readObject({ schoolA: readId, schoolB: readId })(value, path, faults);

const previous = readObject<PreviousReview>({
  school: readId,
  date: readDate,
  team: readList(readId),
  lead: readId,
  status: readOneOf(previousStatuses),
});

const instance = readObject<Instance>({
  name: readText,
  config,
  calendar,
  clusters: readList(readObject({ id: readId, kind: readText, phase: readText })),
  groups: readOr(readList(readObject({ id: readId })), []),
  units: readList(readObject({ id: readId, maxDays: count })),
  schools: readList(school),
  leaders: readList(leader),
  conflicts: readOr(readList(conflict), []),
  history: readOr(
    readList(
      readObject({
        year: readNumber({ min: 0, max: 9000 }),
        host: readId,
        fromSchool: readId,
        leaderId: readId,
      }),
    ),
    [],
  ),
  previous: readOr(readList(previous), []),
});

/**
 * Reads an instance of psr-schedule/1 from parsed JSON: either the instance, or every fault with its place. Unknown
 * keys are ignored.
 */
export function readInstance(json: unknown): { instance: Instance } | { faults: Fault[] } {
  const faults: Fault[] = [];
  readObject({ format: readOneOf([instanceFormat]) })(json, '', faults);
  if (faults.length > 0) return { faults };
  const read = instance(json, '', faults);
  if (faults.length === 0) faults.push(...findFaults(read));
  return faults.length > 0 ? { faults } : { instance: read };
}
