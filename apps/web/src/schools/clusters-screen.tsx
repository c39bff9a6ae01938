import type { Cluster } from '@lateral/contract/clusters';
import { clusterKinds } from '@lateral/domain/schools/clusters';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Map as MapIcon, Plus, Shapes } from 'lucide-react';
import { useState } from 'react';
import { clustersQuery } from '../cluster-options.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { listKeys, rowProps } from '../ui/list-keys.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { ClusterForm } from './cluster-form.tsx';
import { clusterKindHints, clusterKindWords } from './words.ts';

/** Review clusters by kind: which there are, and how full they are. */
export function ClustersScreen() {
  const { data } = useSuspenseQuery(clustersQuery);
  const { may } = useSession();
  const [edited, setEdited] = useState<Cluster | 'new' | null>(null);
  const mayUpdate = may('clusters.update');
  const inOrder = clusterKinds.flatMap((kind) => data.items.filter((one) => one.kind === kind));
  return (
    <div className="@container">
      <PageHeader
        title="Clusters"
        below={
          data.unassigned > 0 ? (
            <>
              {plural(data.unassigned, 'school is', 'schools are')} in no cluster.{' '}
              {mayUpdate && (
                <Link to="/schools" search={{ cluster: 'none' }}>
                  Show them
                </Link>
              )}
            </>
          ) : (
            'Every school is in a cluster.'
          )
        }
        actions={
          mayUpdate && (
            <>
              <ButtonLink to="/clusters/similar" icon={Shapes}>
                Propose clusters of similar schools
              </ButtonLink>
              <Button variant="primary" icon={Plus} onClick={() => setEdited('new')}>
                Add a cluster
              </Button>
            </>
          )
        }
      />
      {data.items.length === 0 && (
        <Card isPadded={false}>
          <EmptyState
            icon={MapIcon}
            title="No clusters yet"
            action={mayUpdate && <Button onClick={() => setEdited('new')}>Add a cluster</Button>}
          >
            Schools are reviewed by others in their cluster. Add one, then put schools in it from the list of
            schools.
          </EmptyState>
        </Card>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the rows in focus */}
      <div
        onKeyDown={listKeys()}
        className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 @4xl:grid-cols-3"
      >
        {clusterKinds.map((kind) => {
          const clusters = inOrder.filter((one) => one.kind === kind);
          if (clusters.length === 0) return null;
          return (
            <Card key={kind} title={clusterKindWords[kind]} isPadded={false}>
              <p className="border-b border-line px-5 py-2.5 text-sm text-muted">{clusterKindHints[kind]}</p>
              <ul>
                {clusters.map((cluster) => (
                  <ClusterRow
                    key={cluster.id}
                    cluster={cluster}
                    at={inOrder.indexOf(cluster)}
                    {...(mayUpdate && { onRename: () => setEdited(cluster) })}
                  />
                ))}
              </ul>
            </Card>
          );
        })}
      </div>
      {data.items.length > 0 && mayUpdate && data.unassigned > 0 && (
        <p className="mt-5">
          <ButtonLink to="/schools" search={{ cluster: 'none' }}>
            Put {plural(data.unassigned, 'school')} in clusters
          </ButtonLink>
        </p>
      )}
      {edited && (
        <ClusterForm {...(edited !== 'new' && { cluster: edited })} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

type RowProps = { cluster: Cluster; at: number; onRename?: () => void };

function ClusterRow({ cluster, at, onRename }: RowProps) {
  const { may } = useSession();
  const { id, name, schools, members } = cluster;
  return (
    <li {...rowProps(at)} className="focus-inside border-b border-line px-5 py-3 last:border-0">
      <div className="mb-1 flex items-baseline gap-3">
        <h3 className="min-w-0 flex-1 text-base">
          {may('schools.export') ? (
            <Link
              to="/schools"
              search={{ cluster: id }}
              className="max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
            >
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        {onRename && (
          <button
            type="button"
            aria-label={`Rename ${name}`}
            onClick={onRename}
            className="min-h-6 rounded-xs text-sm text-pen underline underline-offset-3 hover:text-pen-strong max-desk:min-h-11 max-desk:px-1"
          >
            Rename
          </button>
        )}
      </div>
      <ProgressBar
        label={`Members in ${name}`}
        value={members}
        max={schools}
        text={`${members} of ${schools}`}
      />
      <p className="mt-1.5 text-sm text-muted">
        {plural(schools, 'school')}, {plural(members, 'member')}
      </p>
    </li>
  );
}
