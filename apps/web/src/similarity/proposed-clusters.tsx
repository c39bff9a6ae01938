import type { Proposal } from '@lateral/contract/similarity';
import { type NamedCluster, refusePlacement } from '@lateral/domain/similarity/name-clusters';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { showToast } from '../ui/toasts.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { arrange, moveSchool } from './arrangement.ts';
import { ProposalSummary } from './proposal-summary.tsx';
import { ProposedCluster } from './proposed-cluster.tsx';
import { useApplyClusters } from './queries.ts';

type Props = { proposal: Proposal; settings: SimilaritySettings };

const start = ({ clusters }: Proposal): NamedCluster[] =>
  clusters.map(({ name, schoolIds }) => ({ name, schoolIds }));

/** What stops these clusters from being made, beside the field where it can be put right. */
function faultsIn(placement: readonly NamedCluster[], { schools }: Proposal): Fault[] {
  const blank = placement.findIndex(({ name }) => name.trim() === '');
  if (blank >= 0) return [{ field: `cluster-name-${blank}`, text: 'Give every cluster a name' }];
  const empty = placement.findIndex(({ schoolIds }) => schoolIds.length === 0);
  if (empty >= 0)
    return [
      { field: `cluster-name-${empty}`, text: 'A cluster must hold a school. Ask for fewer clusters.' },
    ];
  const refusal = refusePlacement(
    placement,
    schools.map(({ id }) => id),
  );
  if (refusal !== 'name-twice') return [];
  const names = placement.map(({ name }) => name.trim().toLowerCase());
  const second = names.findIndex((name, i) => names.indexOf(name) < i);
  return [{ field: `cluster-name-${second}`, text: 'Two clusters have this name. Change one of them.' }];
}

/** The proposed clusters, which the broker may rename and mend by hand before anything is made so. */
export function ProposedClusters({ proposal, settings }: Props) {
  const [placement, setPlacement] = useState(() => start(proposal));
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
  const [faults, setFaults] = useState<Fault[]>([]);
  const [isApplying, setIsApplying] = useState(false);
  const navigate = useNavigate();
  const apply = useApplyClusters();
  const arrangement = useMemo(() => arrange(proposal, placement, settings), [proposal, placement, settings]);
  const names = placement.map(({ name }) => name);
  const rename = (place: number, name: string) =>
    setPlacement(placement.map((one, i) => (i === place ? { ...one, name } : one)));
  const move = (schoolId: string, to: number) => {
    setPlacement(moveSchool(placement, schoolId, to));
    setMoved(new Set([...moved, schoolId]));
  };
  const ask = () => {
    const found = faultsIn(placement, proposal);
    setFaults(found);
    apply.reset();
    if (found.length === 0) setIsApplying(true);
  };
  const send = () =>
    apply.mutate(
      {
        basis: proposal.basis,
        settings,
        clusters: placement.map(({ name, schoolIds }) => ({ name: name.trim(), schoolIds })),
      },
      {
        onSuccess: ({ moved: count }) => {
          showToast({ text: `${plural(count, 'school')} moved: the clusters are made` });
          void navigate({ to: '/clusters' });
        },
      },
    );
  return (
    <>
      <ErrorSummary faults={faults} />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-96">
          <ProposalSummary proposal={proposal} arrangement={arrangement} settings={settings} />
        </div>
        <div className="mb-4 flex flex-wrap gap-2">
          {moved.size > 0 && (
            <Button
              onClick={() => {
                setPlacement(start(proposal));
                setMoved(new Set());
              }}
            >
              Undo {plural(moved.size, 'move')} by hand
            </Button>
          )}
          <Button variant="primary" onClick={ask}>
            Make these the clusters
          </Button>
        </div>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {arrangement.clusters.map((cluster) => (
          <ProposedCluster
            key={cluster.place}
            cluster={cluster}
            names={names}
            error={faults.find(({ field }) => field === `cluster-name-${cluster.place}`)?.text}
            onRename={(name) => rename(cluster.place, name)}
            onMove={move}
          />
        ))}
      </div>
      {isApplying && (
        <ApplyDialog
          arrangement={arrangement}
          isPending={apply.isPending}
          error={apply.error}
          onApply={send}
          onClose={() => setIsApplying(false)}
        />
      )}
    </>
  );
}
