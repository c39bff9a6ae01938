import { createHash } from 'node:crypto';
import type { UndoItem } from '@lateral/contract/imports';
import type { Db } from '@lateral/db/client';
import type { ImportKind, ImportRefusal, ImportState } from '@lateral/domain/imports/states';
import {
  judgeUndo,
  type Row,
  type Standing,
  type Step,
  sumUp,
  type UndoVerdict,
  undoVerdicts,
  type Written,
} from '@lateral/domain/imports/undo';
import { describeUndo, type Owner } from './describe-undo.ts';
import { findOvertaker, type Hanging, listHanging, listKeys, listNow, listWritten } from './undo-queries.ts';

export type UndoPlan = {
  refusal: ImportRefusal | null;
  overtakenBy: { id: string; kind: ImportKind; appliedAt: Date } | null;
  counts: Record<UndoVerdict, number>;
  items: UndoItem[];
  /** Tells one plan from another. */
  seen: string;
  steps: Step[];
  keys: Map<string, string[]>;
  /** Schools that are put back. */
  schoolIds: string[];
};

/** The school or person that a row belongs to; links between records belong to none. */
function ownerOf({ table, before, after }: Written): Owner | null {
  const row = after ?? before ?? {};
  if (table === 'people' || table === 'roles') return { kind: 'person', id: String(row.person_id) };
  if (table === 'groups' || table === 'group_members') return { kind: 'group', id: String(row.uid) };
  if (table === 'establishment_links') return null;
  return { kind: 'school', id: String(table === 'schools' ? row.id : row.school_id) };
}

/** What undoing an import would do now; rows that it would touch are held until the transaction ends. */
export async function planUndo(db: Db, importId: string, state: ImportState): Promise<UndoPlan> {
  const sums = sumUp(await listWritten(db, importId));
  const keys = await listKeys(db, [...new Set(sums.map(({ table }) => table))]);
  const rows = await addStanding(db, sums, keys);
  const turn = new Map(sums.map(({ table, key }, at) => [`${table} ${key}`, at]));
  const units = Map.groupBy(rows, (row) => {
    const owner = ownerOf(row);
    return owner ? `${owner.kind} ${owner.id}` : 'links';
  });
  const judged = [...units.values()].map((unit) => ({
    owner: unit[0] ? ownerOf(unit[0]) : null,
    unit,
    ...judgeUndo(unit),
  }));
  const items = await describeUndo(db, judged);
  const steps = judged
    .flatMap((one) => one.steps)
    .sort((a, b) => (turn.get(`${b.table} ${b.key}`) ?? 0) - (turn.get(`${a.table} ${a.key}`) ?? 0));
  const overtaker = await findOvertaker(db, importId);
  const counts = Object.fromEntries(
    undoVerdicts.map((verdict) => [verdict, items.filter((item) => item.verdict === verdict).length]),
  ) as UndoPlan['counts'];
  return {
    refusal: refusalOf(),
    overtakenBy: overtaker && {
      id: overtaker.id,
      kind: overtaker.kind,
      appliedAt: new Date(overtaker.applied_at),
    },
    counts,
    items,
    seen: createHash('sha256')
      .update(JSON.stringify([items, steps]))
      .digest('base64url'),
    steps,
    keys,
    schoolIds: judged.flatMap(({ owner, verdict }) =>
      owner?.kind === 'school' && verdict === 'put-back' ? owner.id : [],
    ),
  };

  function refusalOf(): ImportRefusal | null {
    if (state !== 'applied' && state !== 'undoing') return 'not-applied';
    if (sums.length === 0) return 'too-long-ago';
    if (overtaker) return 'overtaken-since';
    return counts['in-the-way'] > 0 ? 'in-the-way' : null;
  }
}

async function addStanding(
  db: Db,
  sums: readonly Written[],
  keys: ReadonlyMap<string, string[]>,
): Promise<Standing[]> {
  const now = new Map<string, Row>();
  const made = new Set(
    sums.filter(({ before }) => before === null).map(({ table, key }) => `${table} ${key}`),
  );
  for (const [table, some] of Map.groupBy(sums, (sum) => sum.table)) {
    const key = keys.get(table) ?? [];
    const rows = some.map(({ before, after }) => after ?? before ?? {});
    for (const row of await listNow(db, table, key, rows))
      now.set(`${table} ${key.map((column) => row[column]).join(' ')}`, row);
  }
  const hanging = new Map<string, Hanging[]>();
  for (const table of ['schools', 'people'] as const) {
    const ids = sums.filter((sum) => sum.table === table && sum.before === null).map(({ key }) => key);
    const others = (await listHanging(db, table, ids)).filter((one) => !made.has(`${one.table} ${one.key}`));
    for (const one of others)
      hanging.set(`${table} ${one.owner}`, [...(hanging.get(`${table} ${one.owner}`) ?? []), one]);
  }
  return sums.map((sum) => {
    const id = `${sum.table} ${sum.key}`;
    const tables = (hanging.get(id) ?? []).map(({ table }) => table);
    return { ...sum, now: now.get(id) ?? null, hanging: [...new Set(tables)] };
  });
}
