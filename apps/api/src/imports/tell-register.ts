import type { Change } from '@lateral/domain/registers/compare';
import { type Establishment, isOpen } from '@lateral/domain/registers/establishment';

export type Happening = { kind: string; schoolId: string; detail: Record<string, unknown> };

/** What a change of the register adds to timelines. A merger is told to every school that it touches. */
export function tellRegisterChange(
  change: Change,
  schoolOf: (urn: number) => string | undefined,
): Happening[] {
  const { establishment, fields, kind } = change;
  const { urn, closeDate: on } = establishment;
  const schoolId = schoolOf(urn);
  if (!schoolId) return [];
  const tell = (what: string, detail: Record<string, unknown> = {}) => [
    { kind: what, schoolId, detail: { urn, ...detail } },
  ];
  switch (kind) {
    case 'added':
      return change.continues === null && isOpen(establishment) ? tell('school-added') : [];
    case 'closed':
      return tell('school-closed', { on });
    case 'reopened':
      return tell('school-reopened');
    case 'changed':
      return tell('school-changed', { fields });
    case 'converted':
      return change.succession.shape === 'conversion' ? [] : tellMerger();
  }

  function tellMerger(): Happening[] {
    if (change.kind !== 'converted') return [];
    const { shape, successors } = change.succession;
    const joined = successors.flatMap((successor) => schoolOf(successor) ?? []);
    return [
      ...tell('school-merged', { shape, into: successors }),
      ...joined.map((id) => ({
        kind: 'school-joined',
        schoolId: id,
        detail: { urn, name: establishment.name },
      })),
    ];
  }
}

/** A school has gone on under a new legal record. */
export const tellConversion = (schoolId: string, record: Establishment): Happening => ({
  kind: 'school-converted',
  schoolId,
  detail: { toUrn: record.urn, name: record.name },
});
