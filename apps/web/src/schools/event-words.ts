import { eventSentence } from '../event-words.ts';
import { factLabel, factValue } from './facts.ts';

type Detail = Record<string, unknown>;
type FieldChange = { field: string; before: string | number | null; after: string | number | null };

const changesOf = (detail: Detail): FieldChange[] => {
  const fields = Array.isArray(detail.fields) ? detail.fields : [];
  return fields.filter((one) => typeof one === 'object' && one !== null);
};

/** What happened to a school, as a sentence. */
export function schoolEventSentence(kind: string, detail: Detail): string {
  const labels = changesOf(detail).map(({ field }) => factLabel(field).toLowerCase());
  if (kind === 'school-changed' && labels.length > 0) return `Changed in the register: ${labels.join(', ')}`;
  return eventSentence(kind, detail);
}

/** Field by field, "Pupils: 204, was 198". */
export const fieldChangeLines = (detail: Detail) =>
  changesOf(detail).map(
    ({ field, before, after }) =>
      `${factLabel(field)}: ${factValue(field, after)}, was ${factValue(field, before)}`,
  );
