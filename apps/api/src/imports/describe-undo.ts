import type { UndoItem } from '@lateral/contract/imports';
import type { Db } from '@lateral/db/client';
import { type Row, type Standing, type Undoing, undoVerdicts } from '@lateral/domain/imports/undo';
import { nameGroups, namePeople, nameSchools } from './undo-names-queries.ts';

export type Owner = { kind: 'school' | 'person' | 'group'; id: string };
type Judged = Undoing & { owner: Owner | null; unit: readonly Standing[] };

/** The parts of a plan that a person looks at: what needs them first, then by name. */
export async function describeUndo(db: Db, judged: readonly Judged[]): Promise<UndoItem[]> {
  const idsOf = (kind: Owner['kind']) =>
    judged.flatMap(({ owner }) => (owner?.kind === kind ? owner.id : []));
  const names = {
    school: await nameSchools(db, idsOf('school')),
    person: await namePeople(db, idsOf('person')),
    group: await nameGroups(db, idsOf('group')),
  };
  const items = judged.flatMap(({ owner, verdict, unit, steps, kept, hanging }): UndoItem[] => {
    if (!owner || !verdict) return [];
    const known = names[owner.kind].get(owner.id);
    const fields = steps.flatMap((step) => {
      if (step.do !== 'put-back') return [];
      const row = unit.find(({ table, key }) => table === step.table && key === step.key);
      return row?.now ? describeFields(step.table, step.columns, row.now, step.row) : [];
    });
    return [
      {
        verdict,
        kind: owner.kind,
        name: known ?? 'No name',
        fields,
        kept: kept.map(fieldOf),
        hanging: [...hanging],
      },
    ];
  });
  const order = ({ verdict }: UndoItem) => undoVerdicts.indexOf(verdict);
  return items.sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name));
}

/** A column by the name that people's files and the register give it. */
const fieldOf = (column: string) =>
  column.replace(/_day$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const shown = (value: unknown) =>
  value === null || value === undefined
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** What only the machine needs: the school's copies of its record, and who belongs to whom. */
const unsaid = ['school_id', 'followed_by', 'ever_open', 'source_file', 'source_date', 'searched'];

function describeFields(table: string, columns: readonly string[], now: Row, before: Row) {
  if (table === 'establishments' && columns.includes('facts')) {
    const [from, to] = [now.facts as Row, before.facts as Row];
    return Object.keys({ ...from, ...to })
      .filter((field) => shown(from[field]) !== shown(to[field]))
      .map((field) => ({ field, now: shown(from[field]), before: shown(to[field]) }));
  }
  const said = table === 'schools' ? columns.filter((column) => column === 'urn') : columns;
  return said
    .filter((column) => !unsaid.includes(column))
    .map((column) => ({ field: fieldOf(column), now: shown(now[column]), before: shown(before[column]) }));
}
