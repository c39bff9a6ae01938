import type { Phase } from '@lateral/domain/schools/phases';

/** A school on the screen, before zooming. */
export type Mark = {
  id: string;
  x: number;
  y: number;
  phase: Phase | null;
  /** Filled or hollow. */
  isFilled: boolean;
  /** Which of the map's colours; null for ink. */
  tone: number | null;
  isFaint: boolean;
  tag?: string | undefined;
};
export type MarkGroup = Pick<Mark, 'isFilled' | 'tone' | 'isFaint'> & { key: string; path: string };

const number = (value: number) => Math.round(value * 10) / 10;

/** ● primary, ■ secondary, ▲ special, ◆ when nobody knows: of about the same weight. */
export function shapeAt(phase: Phase | null, x: number, y: number, r: number): string {
  const [cx, cy] = [number(x), number(y)];
  if (phase === 'primary')
    return `M${number(x - r)},${cy}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
  if (phase === 'secondary') {
    const half = number(r * 0.92);
    return `M${number(x - half)},${number(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
  }
  if (phase === 'special')
    return `M${cx},${number(y - r * 1.2)}l${number(r * 1.15)},${number(r * 2.05)}h${number(-r * 2.3)}z`;
  return `M${cx},${number(y - r * 1.2)}l${number(r * 1.2)},${number(r * 1.2)}l${number(-r * 1.2)},${number(r * 1.2)}l${number(-r * 1.2)},${number(-r * 1.2)}z`;
}

/**
 * All marks that look alike as one path: a picture of 22,000 schools is a few dozen elements, so that panning moves
 * them as one.
 */
export function groupMarks(marks: readonly Mark[], zoom: number, r: number): MarkGroup[] {
  const groups = new Map<string, { first: Mark; paths: string[] }>();
  for (const mark of marks) {
    const key = `${mark.isFaint ? 'a' : 'b'}${mark.phase}${mark.isFilled}${mark.tone}`;
    const group = groups.get(key) ?? { first: mark, paths: [] };
    group.paths.push(shapeAt(mark.phase, mark.x * zoom, mark.y * zoom, mark.isFaint ? r * 0.7 : r));
    groups.set(key, group);
  }
  // Faint ones first, so that what the map is about lies on top.
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { first, paths }]) => ({
      key,
      path: paths.join(''),
      isFilled: first.isFilled,
      tone: first.tone,
      isFaint: first.isFaint,
    }));
}

/** The mark nearest to a place on the unzoomed drawing, within a reach; null when there is none. */
export function nearestMark(marks: readonly Mark[], x: number, y: number, reach: number): Mark | null {
  let [nearest, least]: [Mark | null, number] = [null, reach * reach];
  for (const mark of marks) {
    const squared = (mark.x - x) ** 2 + (mark.y - y) ** 2;
    if (squared > least) continue;
    nearest = mark;
    least = squared;
  }
  return nearest;
}
