import { longDay } from '../ui/days.ts';
import { roleName } from '../words.ts';
import { factLabel, factValue } from './facts.ts';

type Detail = Record<string, unknown>;
type FieldChange = { field: string; before: string | number | null; after: string | number | null };

const on = (detail: Detail) => (typeof detail.on === 'string' ? ` on ${longDay(detail.on)}` : '');
const changesOf = (detail: Detail): FieldChange[] => (Array.isArray(detail.fields) ? detail.fields : []);

/** What a reminder is about. */
const aboutWords: Record<string, string> = { join: 'joining', train: 'training' };

const sentences: Record<string, (detail: Detail) => string> = {
  'school-added': () => 'Came in with the register',
  'school-closed': (d) => `Closed${on(d)}`,
  'school-reopened': () => 'Opened again',
  'school-changed': (d) => {
    const labels = changesOf(d).map(({ field }) => factLabel(field).toLowerCase());
    return labels.length === 0 ? 'Facts changed' : `Changed in the register: ${labels.join(', ')}`;
  },
  'school-converted': (d) => `Went on under a new record, URN ${d.toUrn}${d.name ? `: ${d.name}` : ''}`,
  'school-merged': (d) =>
    `Merged into ${Array.isArray(d.into) && d.into.length > 0 ? `URN ${d.into.join(', ')}` : 'another school'}`,
  'school-joined': (d) => `${d.name ?? 'Another school'} joined it`,
  'school-settled': (d) =>
    d.counted ? 'Decided: counts as a state school' : 'Decided: does not count as a state school',
  'membership-began': (d) => `Became a member${on(d)}`,
  'membership-ended': (d) => `Stopped being a member${on(d)}`,
  'cluster-joined': (d) => `Put in the cluster ${d.cluster}`,
  'cluster-left': (d) => `Taken out of the cluster ${d.cluster}`,
  'change-undone': (d) =>
    d.about === 'clusters' ? 'The change of cluster was undone' : 'The change of membership was undone',
  'reminder-sent': (d) => `${d.name} was reminded about ${aboutWords[String(d.about)] ?? d.about}`,
  'reminder-dropped': (d) =>
    `A reminder about ${aboutWords[String(d.about)] ?? d.about} was not needed any more, and not sent`,
  'role-added': (d) => `${d.name} became ${roleName(String(d.role)).toLowerCase()}`,
  'role-changed': (d) => `${d.name}: dates as ${roleName(String(d.role)).toLowerCase()} changed`,
  'days-set': () => 'Days when it cannot host were changed',
};

/** What happened to a school, as a sentence; a kind that we have no words for is named plainly. */
export const schoolEventSentence = (kind: string, detail: Detail) =>
  sentences[kind]?.(detail) ?? kind.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

/** Field by field, "Pupils: 204, was 198". */
export const fieldChangeLines = (detail: Detail) =>
  changesOf(detail).map(
    ({ field, before, after }) =>
      `${factLabel(field)}: ${factValue(field, after)}, was ${factValue(field, before)}`,
  );
