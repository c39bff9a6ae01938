import { MarkSample, ToneSwatch } from '../ui/map/legend.tsx';
import { type ArrangedMap, share } from './arrange-map.ts';

/** What the shapes mean, and each cluster with how many of its schools have joined. */
export function MapLegend({ clusters, hasAreas }: { clusters: ArrangedMap['clusters']; hasAreas: boolean }) {
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <li className="inline-flex items-center gap-1.5">
          <MarkSample phase="primary" /> Primary
        </li>
        <li className="inline-flex items-center gap-1.5">
          <MarkSample phase="secondary" /> Secondary
        </li>
        <li className="inline-flex items-center gap-1.5">
          <MarkSample phase="special" /> Special
        </li>
        <li className="inline-flex items-center gap-1.5">
          <MarkSample phase="primary" isHollow /> Hollow: not yet a member
        </li>
      </ul>
      {clusters.length > 0 && (
        <ul className="mt-4 border-t border-line">
          {clusters.map(({ id, name, tag, tone, schools, members }) => (
            <li key={id} className="flex items-center gap-3 border-b border-line py-2">
              <ToneSwatch tone={tone} text={hasAreas ? '' : tag} />
              <span className="min-w-0 flex-1">{name}</span>
              <span className="text-sm whitespace-nowrap text-muted">
                <strong className="text-base text-ink">{members}</strong> of {schools}
              </span>
              <span className="w-11 text-right text-sm text-muted">{share(members, schools)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
