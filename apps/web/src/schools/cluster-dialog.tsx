import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useAssignCluster } from './change-queries.ts';
import { clustersQuery } from './queries.ts';
import type { ChosenSchool } from './search.ts';

type Props = {
  isGoingIn: boolean;
  count: number;
  listIds: () => Promise<string[]>;
  /** Where each chosen school is now, when all of them are on the page: then it can be undone. */
  rows: readonly ChosenSchool[];
  onClose: () => void;
  onDone: () => void;
};

/** Puts schools in a cluster, or takes them out of one. */
export function ClusterDialog({ isGoingIn, count, listIds, rows, onClose, onDone }: Props) {
  const { data: clusters } = useQuery(clustersQuery);
  const [clusterId, setClusterId] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const assign = useAssignCluster();
  const cluster = clusters?.items.find(({ id }) => id === clusterId);

  const undo = async () => {
    for (const change of wayBack(rows, clusterId, cluster?.kind, isGoingIn)) await assign.mutateAsync(change);
  };
  const send = async () => {
    if (!cluster) return setFault({ field: 'cluster-choice', text: 'Choose a cluster' });
    setFault(null);
    setIsWorking(true);
    try {
      const { changed } = await assign.mutateAsync({
        clusterId,
        schoolIds: await listIds(),
        inCluster: isGoingIn,
      });
      const text = `${plural(changed, 'school')} ${isGoingIn ? 'put in' : 'taken out of'} ${cluster.name}`;
      showToast({ text, ...(rows.length > 0 && changed > 0 && { undo }) });
      onClose();
      onDone();
    } catch {
      setIsWorking(false);
    }
  };
  const options = [
    { value: '', label: 'Choose a cluster' },
    ...(clusters?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const faults = fault ? [fault] : faultsOf(assign.error).map(({ text }) => ({ field: null, text }));
  const schools = plural(count, 'school');
  return (
    <Dialog
      title={isGoingIn ? `Put ${schools} in a cluster` : `Take ${schools} out of a cluster`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={isWorking} onClick={send}>
            {isGoingIn ? 'Put in' : 'Take out'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary faults={faults} />
      <Select
        name="cluster-choice"
        label="Cluster"
        hint={isGoingIn ? 'A school leaves any other cluster of the same kind.' : undefined}
        options={options}
        value={clusterId}
        onChange={setClusterId}
        error={fault?.text}
      />
    </Dialog>
  );
}

/** The calls that put every school back where it was. */
function wayBack(
  rows: readonly ChosenSchool[],
  clusterId: string,
  kind: string | undefined,
  wentIn: boolean,
) {
  const back = new Map<string, string[]>();
  const out: string[] = [];
  for (const { id, clusters } of rows) {
    const before = clusters.find((one) => one.kind === kind);
    if (wentIn && !before) out.push(id);
    else if (before && (wentIn || before.id === clusterId))
      back.set(before.id, [...(back.get(before.id) ?? []), id]);
  }
  return [
    ...[...back].map(([id, schoolIds]) => ({ clusterId: id, schoolIds, inCluster: true })),
    ...(out.length > 0 ? [{ clusterId, schoolIds: out, inCluster: false }] : []),
  ];
}
