import type { SchoolsMap } from '@lateral/contract/schools';
import type { ShadedArea } from '../ui/map/small-map.tsx';
import type { MapPoint } from '../ui/map/use-map-layout.ts';

export type ClusterShare = { name: string; schools: number; done: number };

/** Local partnerships with how many of their schools have a review day or, without a season, have joined. */
export function placeClusters({ clusters, schools }: SchoolsMap, isSeason: boolean) {
  const isDone = (school: SchoolsMap['schools'][number]) =>
    isSeason ? school.dated === true : school.member;
  const counted = isSeason ? schools.filter(({ member }) => member) : schools;
  const local = clusters.flatMap(({ name, kind }, place) =>
    kind === 'primary-partnership' ? [{ name, place }] : [],
  );
  const shares = local.map(({ name, place }): ClusterShare => {
    const own = counted.filter((school) => school.clusters.includes(place));
    return { name, schools: own.length, done: own.filter(isDone).length };
  });
  const areas = shares.map(({ name, schools, done }): ShadedArea => {
    const share = schools === 0 ? 0 : done / schools;
    return { name, figure: schools === 0 ? '–' : `${Math.round(share * 100)}%`, share };
  });
  const points = counted.flatMap((school): MapPoint[] => {
    const { id, name, at, phase } = school;
    const area = local.findIndex(({ place }) => school.clusters.includes(place));
    if (!at) return [];
    return [
      {
        id,
        name,
        at,
        phase,
        isFilled: isDone(school),
        tone: null,
        isFaint: false,
        area: area < 0 ? null : area,
      },
    ];
  });
  return { shares, areas, points };
}

const percent = ({ schools, done }: ClusterShare) => Math.round((done / schools) * 100);

/** "Wolds is furthest behind, at 46%." */
export function placeFinding(shares: readonly ClusterShare[], isSeason: boolean): string {
  const [behind] = shares.filter(({ schools }) => schools > 0).toSorted((a, b) => percent(a) - percent(b));
  if (!behind) return 'No school is in a local partnership yet.';
  if (behind.done === behind.schools)
    return isSeason
      ? 'Every member in a local partnership has a date.'
      : 'Every school in a local partnership has joined.';
  return `${behind.name} is furthest behind, at ${percent(behind)}%.`;
}
