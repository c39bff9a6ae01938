import type { SchoolsMap } from '@lateral/contract/schools';
import type { ClusterKind } from '@lateral/domain/schools/clusters';
import type { MapArea, MapPoint } from '../ui/map/use-map-layout.ts';

export type MapSchool = SchoolsMap['schools'][number];
type MapCluster = {
  id: string;
  name: string;
  /** A letter that stands for it beside its marks. */
  tag: string;
  tone: number;
  schools: number;
  members: number;
};
export type ArrangedMap = {
  clusters: MapCluster[];
  points: MapPoint[];
  areas: MapArea[];
  /** Schools without a position in the register. */
  nowhere: MapSchool[];
};

export const share = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`;

/**
 * What the map draws for one kind of cluster. Local partnerships are areas of the county; the others are not places,
 * so their schools bear a colour and a letter, and the rest stand back.
 */
export function arrangeMap({ clusters: all, schools }: SchoolsMap, kind: ClusterKind): ArrangedMap {
  const ofKind = all.map((cluster, place) => ({ ...cluster, place })).filter((one) => one.kind === kind);
  const toneAt = new Map(ofKind.map(({ place }, tone) => [place, tone]));
  const toneOf = (school: MapSchool) => {
    const place = school.clusters.find((one) => toneAt.has(one));
    return place === undefined ? null : (toneAt.get(place) ?? null);
  };
  const tags = tagsFor(ofKind.map(({ name }) => name));
  const clusters = ofKind.map(({ id, name, place }, tone) => {
    const own = schools.filter((school) => school.clusters.includes(place));
    const members = own.filter(({ member }) => member).length;
    return { id, name, tag: tags[tone] ?? '', tone, schools: own.length, members };
  });
  const isLocal = kind === 'primary-partnership';
  const points = schools.flatMap((school): MapPoint[] => {
    const tone = toneOf(school);
    const { id, name, at, phase, member } = school;
    if (!at) return [];
    const look = isLocal
      ? { area: tone, isFaint: false }
      : { area: null, isFaint: tone === null, ...(tone !== null && { tag: tags[tone] }) };
    return [{ id, name, at, phase, isFilled: member, tone, ...look }];
  });
  const areas = isLocal
    ? clusters.map(({ name, schools, members }) => ({ name, figure: share(members, schools) }))
    : [];
  return { clusters, points, areas, nowhere: schools.filter(({ at }) => at === null) };
}

/** What the county is drawn from: its state schools, and whatever else is found, so that nothing lies outside. */
export function groundOf(county: SchoolsMap, found: SchoolsMap, kind: ClusterKind): MapPoint[] {
  const points = arrangeMap(county, kind).points;
  const ids = new Set(points.map(({ id }) => id));
  return [...points, ...arrangeMap(found, kind).points.filter(({ id }) => !ids.has(id))];
}

/** The letter at the end of each name ("Secondary B"); when that would not tell all apart, letters in order. */
function tagsFor(names: readonly string[]): string[] {
  const own = names.map((name) => /\s(\w{1,2})$/.exec(name)?.[1]?.toUpperCase() ?? '');
  const isTelling = own.every(Boolean) && new Set(own).size === own.length;
  return isTelling ? own : names.map((_, i) => (i < 26 ? String.fromCharCode(65 + i) : String(i + 1)));
}
