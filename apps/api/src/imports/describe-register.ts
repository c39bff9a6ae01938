import type { Establishment } from '@lateral/domain/registers/establishment';
import type { NewChange } from './queries.ts';
import type { RegisterReading } from './read-register.ts';

const shown = (value: string | number | boolean | null) => (value === null ? null : String(value));

/** The preview of a register import: what needs a person first, then what changes, then what is new. */
export function describeRegister({ comparison, refused, unsettled, known }: RegisterReading): NewChange[] {
  const after = new Map(comparison.changes.map(({ establishment }) => [establishment.urn, establishment]));
  const nameOf = (urn: number) => (after.get(urn) ?? known.get(urn)?.facts)?.name ?? String(urn);
  const order = ['converted', 'closed', 'reopened', 'changed', 'added'] as const;
  const changes = comparison.changes.map((change): NewChange => {
    const { establishment, kind, fields } = change;
    const told = fields.map(({ field, before, after: now }) => ({
      field,
      before: shown(before),
      after: shown(now),
    }));
    const base = { kind, urn: establishment.urn, name: establishment.name };
    if (kind === 'closed') return { ...base, on: establishment.closeDate };
    if (kind !== 'converted') return kind === 'added' ? base : { ...base, fields: told };
    const [toUrn] = change.succession.successors;
    return { ...base, on: establishment.closeDate, ...(toUrn && { toUrn, toName: nameOf(toUrn) }) };
  });
  const sorted = order.flatMap((kind) => changes.filter((change) => change.kind === kind));
  return [...refused, ...unsettled.map(describeUnsettled), ...sorted];
}

const describeUnsettled = ({ urn, name, typeName }: Establishment): NewChange => ({
  kind: 'unsettled',
  urn,
  name,
  reason: typeName
    ? `Its type is “${typeName}”. We do not know whether that is a state school.`
    : 'The register does not say what type of school it is.',
});
