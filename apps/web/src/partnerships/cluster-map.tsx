import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { MarkSample } from '../ui/map/legend.tsx';
import { SmallMap } from '../ui/map/small-map.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { type ClusterShare, placeClusters, placeFinding } from './place-clusters.ts';
import { mapQuery } from './queries.ts';

/** The county with its local partnerships: where reviews are placed or, before there is a season, who has joined. */
export function ClusterMap({ isSeason }: { isSeason: boolean }) {
  const { data, error, refetch } = useQuery(mapQuery);
  const [isTableOpen, setIsTableOpen] = useState(false);
  const placed = useMemo(() => data && placeClusters(data, isSeason), [data, isSeason]);
  const title = isSeason ? 'Reviews placed by cluster' : 'Who has joined, by cluster';
  if (error) return <ErrorNote error={error} onRetry={() => refetch()} />;
  if (!placed) {
    return (
      <Card title={title}>
        <Skeleton lines={5} label="Loading the map" />
      </Card>
    );
  }
  const { shares, areas, points } = placed;
  if (shares.length === 0 || points.length === 0) return null;
  const finding = placeFinding(shares, isSeason);
  return (
    <Card title={title} action={<TextButton onClick={() => setIsTableOpen(true)}>See as table</TextButton>}>
      <p className="mb-2 text-sm text-muted">
        {finding} <Link to="/schools/map">Open the map</Link>
      </p>
      <SmallMap label={`${title}. ${finding}`} points={points} areas={areas} />
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
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
          <MarkSample phase="primary" isHollow /> Hollow: {isSeason ? 'no date yet' : 'not yet a member'}
        </li>
      </ul>
      {isTableOpen && (
        <ShareTable title={title} shares={shares} isSeason={isSeason} onClose={() => setIsTableOpen(false)} />
      )}
    </Card>
  );
}

type TableProps = { title: string; shares: readonly ClusterShare[]; isSeason: boolean; onClose: () => void };

function ShareTable({ title, shares, isSeason, onClose }: TableProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <table className="w-full text-right">
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            {['Cluster', isSeason ? 'Placed' : 'Members', isSeason ? 'Members' : 'Schools', 'Share'].map(
              (head) => (
                <th key={head} scope="col" className="py-2 font-semibold first:text-left">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {shares.map(({ name, schools, done }) => (
            <tr key={name} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 text-left font-normal">
                {name}
              </th>
              <td>{done}</td>
              <td>{schools}</td>
              <td>{schools === 0 ? '–' : `${Math.round((done / schools) * 100)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
