import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { clustersQuery } from '../cluster-options.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { Select } from '../ui/select.tsx';
import { faultsOf } from '../words.ts';
import { ChangePreview } from './change-preview.tsx';
import { clusterPreviewQuery, useAssignCluster } from './change-queries.ts';
import { useUndoable } from './use-undoable.ts';

type Props = {
  isGoingIn: boolean;
  count: number;
  listIds: () => Promise<string[]>;
  onClose: () => void;
  onDone: () => void;
};

/** Puts schools in a cluster, or takes them out of one; shows first which of them it would move. */
export function ClusterDialog({ isGoingIn, count, listIds, onClose, onDone }: Props) {
  const { data: clusters } = useQuery(clustersQuery);
  const [clusterId, setClusterId] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const shown = useQuery(clusterPreviewQuery(useId(), clusterId, isGoingIn, listIds));
  const assign = useAssignCluster();
  const say = useUndoable();
  const cluster = clusters?.items.find(({ id }) => id === clusterId);
  const { ids, preview } = shown.data ?? {};
  const isIdle = preview?.changing === 0;

  const send = async () => {
    if (!cluster) return setFault({ field: 'cluster-choice', text: 'Choose a cluster' });
    setFault(null);
    try {
      const schoolIds = ids ?? (await listIds());
      const { changed, changeId } = await assign.mutateAsync({ clusterId, schoolIds, inCluster: isGoingIn });
      say(`${plural(changed, 'school')} ${isGoingIn ? 'put in' : 'taken out of'} ${cluster.name}`, changeId);
      onClose();
      onDone();
    } catch {
      // The summary says why.
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
          {!isIdle && (
            <Button variant="primary" isPending={assign.isPending} onClick={send}>
              {isGoingIn ? 'Put in' : 'Take out'}
            </Button>
          )}
          <Button onClick={onClose}>{isIdle ? 'Close' : 'Cancel'}</Button>
        </>
      }
    >
      <ErrorSummary faults={faults} />
      <div className="grid gap-4">
        <Select
          name="cluster-choice"
          label="Cluster"
          hint={isGoingIn ? 'A school leaves any other cluster of the same kind.' : undefined}
          options={options}
          value={clusterId}
          onChange={setClusterId}
          error={fault?.text}
        />
        {clusterId !== '' && (
          <ChangePreview
            preview={preview}
            error={shown.error}
            onRetry={() => shown.refetch()}
            does={
              isGoingIn
                ? { one: 'goes in', many: 'go in' }
                : { one: 'leaves the cluster', many: 'leave the cluster' }
            }
            stays={isGoingIn ? 'in it already.' : 'not in it now.'}
          />
        )}
      </div>
    </Dialog>
  );
}
