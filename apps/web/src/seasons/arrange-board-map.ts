import type { SchoolsMap } from '@lateral/contract/schools';
import type { Standing } from '@lateral/domain/seasons/standing';
import type { MapPoint } from '../ui/map/use-map-layout.ts';
import type { Review, Row } from './arrange.ts';

type Look = Pick<MapPoint, 'isFilled' | 'isFaint' | 'tag'>;

/** Filled where all have said yes; a letter where somebody has to act. */
const mapLooks: Record<Standing, Look> = {
  done: { isFilled: true, isFaint: true },
  booked: { isFilled: true, isFaint: false },
  asked: { isFilled: false, isFaint: false },
  draft: { isFilled: false, isFaint: true },
  none: { isFilled: false, isFaint: false, tag: 'N' },
  short: { isFilled: false, isFaint: false, tag: 'P' },
  clash: { isFilled: false, isFaint: false, tag: 'C' },
};

/**
 * The schools that are looked for as marks, the whole season as the ground, and lines from the open school to where its
 * reviewers come from. Those schools are drawn too, faint, where they are not looked for.
 */
export function arrangeBoardMap(
  places: SchoolsMap['schools'],
  all: readonly Row[],
  rows: readonly Row[],
  open: Review | null,
) {
  const atOf = new Map(places.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
  const rowOf = new Map(all.map((row) => [row.schoolId, row]));
  const homes = new Set((open?.team ?? []).flatMap(({ schoolId }) => schoolId ?? []));
  const shown = new Set(rows.map(({ schoolId }) => schoolId));
  const extra = [...homes, ...(open ? [open.schoolId] : [])].filter((id) => !shown.has(id));
  const points = [...rows, ...extra.flatMap((id) => rowOf.get(id) ?? [])].flatMap((row): MapPoint[] => {
    const at = atOf.get(row.schoolId);
    if (!at) return [];
    const base = { id: row.schoolId, name: row.name, at, phase: row.phase, tone: null, area: null };
    return [{ ...base, ...mapLooks[row.standing], ...(!shown.has(row.schoolId) && { isFaint: true }) }];
  });
  const ground = all.flatMap(({ schoolId }) => {
    const at = atOf.get(schoolId);
    return at ? [{ at, area: null }] : [];
  });
  const lines = open ? [...homes].map((home) => [open.schoolId, home] as const) : [];
  const missing = rows.filter(({ schoolId }) => !atOf.has(schoolId)).length;
  return { points, ground, lines, missing };
}
