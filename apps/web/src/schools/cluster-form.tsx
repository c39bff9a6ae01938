import type { Cluster } from '@lateral/contract/clusters';
import { type ClusterKind, clusterKinds } from '@lateral/domain/schools/clusters';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { clustersQuery } from '../cluster-options.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toasts.ts';
import { explain } from '../words.ts';
import { useAddCluster, useRenameCluster } from './change-queries.ts';
import { clusterKindHints, clusterKindWords, schoolErrorWords } from './words.ts';

const options = clusterKinds.map((kind) => ({
  value: kind,
  label: clusterKindWords[kind],
  hint: clusterKindHints[kind],
}));

function faultOf(error: Error | null, theirName: string): Fault | null {
  if (!error) return null;
  if (error instanceof ApiError && error.status === 412)
    return {
      field: 'cluster-name',
      text: `Somebody else has just renamed it to “${theirName}”. Press again to use your name instead.`,
    };
  const isName = error instanceof ApiError && (error.status === 400 || error.code === 'name-taken');
  if (error instanceof ApiError && error.status === 400)
    return { field: 'cluster-name', text: 'Enter a name of at most 60 letters' };
  return { field: isName ? 'cluster-name' : null, text: explain(error, schoolErrorWords) };
}

/** Adds a cluster, or renames one. */
export function ClusterForm({ cluster, onClose }: { cluster?: Cluster; onClose: () => void }) {
  const formId = useId();
  const [name, setName] = useState(cluster?.name ?? '');
  const [kind, setKind] = useState<ClusterKind>('primary-partnership');
  const add = useAddCluster();
  const rename = useRenameCluster();
  // Renamed by somebody else meanwhile: the name they gave is said, and the next press replaces it knowingly.
  const [latest, setLatest] = useState({ version: cluster?.version ?? 0, name: cluster?.name ?? '' });
  const queryClient = useQueryClient();
  const meet = async (error: Error) => {
    if (!(error instanceof ApiError) || error.status !== 412) return;
    const { items } = await queryClient.fetchQuery({ ...clustersQuery, staleTime: 0 });
    const theirs = items.find(({ id }) => id === cluster?.id);
    if (theirs) setLatest(theirs);
  };
  const isPending = add.isPending || rename.isPending;
  const fault = faultOf(cluster ? rename.error : add.error, latest.name);

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const onSuccess = () => {
      showToast({ text: cluster ? `Renamed to ${name.trim()}` : `${name.trim()} added` });
      onClose();
    };
    if (cluster)
      rename.mutate({ clusterId: cluster.id, name, version: latest.version }, { onSuccess, onError: meet });
    else add.mutate({ name, kind }, { onSuccess });
  };
  return (
    <Dialog
      title={cluster ? `Rename ${cluster.name}` : 'Add a cluster'}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            {cluster ? 'Rename' : 'Add'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={fault ? [fault] : []} />
        <TextField
          name="cluster-name"
          label="Name"
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={fault?.field ? fault.text : undefined}
        />
        {!cluster && (
          <RadioGroup
            name="cluster-kind"
            legend="Kind"
            options={options}
            value={kind}
            onChange={(value) => setKind(value as ClusterKind)}
          />
        )}
      </form>
    </Dialog>
  );
}
