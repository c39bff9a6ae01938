import { findTypeName } from '@lateral/domain/registers/establishment-types';
import type { Merged } from '@lateral/domain/versions/merge';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { showToast } from '../ui/toasts.ts';
import { useVersionedSave } from '../versioned-save.ts';
import { faultsOf } from '../words.ts';
import { partnershipQuery, type Settings, useUpdatePartnership } from './queries.ts';

/** The types of the national register that have a name, in its own order. */
const types = Array.from({ length: 57 }, (_, i) => ({ code: i + 1, name: findTypeName(i + 1) })).flatMap(
  ({ code, name }) => (name ? [{ code, name }] : []),
);

/** What is set for the whole partnership, and (as children) whatever other parts of Lateral let its broker set. */
export function SettingsScreen({ children }: { children?: ReactNode }) {
  const { data: settings } = useSuspenseQuery(partnershipQuery);
  return (
    <div className="max-w-4xl">
      <PageHeader title="Settings" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Card title="The partnership">
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
            <dt className="text-muted">Name</dt>
            <dd>{settings.name}</dd>
            <dt className="text-muted">Local authority code</dt>
            <dd>{settings.laCode}</dd>
            <dt className="text-muted">Demonstration</dt>
            <dd>{settings.isDemonstration ? 'Yes: everything in it is invented' : 'No'}</dd>
          </dl>
        </Card>
        <CountedTypes key={settings.stateFundedTypes.join()} settings={settings} />
        {children}
      </div>
    </div>
  );
}

type Types = { types: number[] };

/** Each type is chosen or not by itself, so two people who choose at once never clash. */
function mergeTypes(from: Types, mine: Types, theirs: Types): Merged<Types> {
  const types = [...new Set([...mine.types, ...theirs.types])].filter((code) =>
    from.types.includes(code)
      ? mine.types.includes(code) && theirs.types.includes(code)
      : mine.types.includes(code) || theirs.types.includes(code),
  );
  return { value: { types: types.sort((a, b) => a - b) }, conflicts: [], taken: [] };
}

function CountedTypes({ settings }: { settings: Settings }) {
  const [chosen, setChosen] = useState(() => new Set(settings.stateFundedTypes));
  const update = useUpdatePartnership();
  const choose = (code: number, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(code);
    else next.delete(code);
    setChosen(next);
  };
  const isChanged =
    chosen.size !== settings.stateFundedTypes.length ||
    settings.stateFundedTypes.some((code) => !chosen.has(code));
  const queryClient = useQueryClient();
  const { base, save } = useVersionedSave({
    saved: settings,
    pick: ({ stateFundedTypes: types }: Settings) => ({ types }),
    send: ({ types }, version) => update.mutateAsync({ types, version }),
    refetch: () => queryClient.fetchQuery({ ...partnershipQuery, staleTime: 0 }),
    merge: mergeTypes,
    onSaved: ({ version }, meanwhile) =>
      showToast(
        meanwhile
          ? { text: 'Saved, together with what somebody else chose meanwhile.' }
          : {
              text: 'Saved. Every school has been looked at again.',
              undo: () => update.mutate({ types: base.stateFundedTypes, version }),
            },
      ),
  });
  const send = () => {
    void save({ types: [...chosen].sort((a, b) => a - b) }).catch(() => false);
  };
  return (
    <Card
      title="Which types of school count"
      footer={
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="primary" isPending={update.isPending} onClick={send}>
            Save
          </Button>
          <span role="status" className="text-muted">
            {plural(chosen.size, 'type')} chosen{isChanged ? ', not saved yet' : ''}
          </span>
        </div>
      }
    >
      <ErrorSummary faults={faultsOf(update.error)} />
      <p className="mb-3 text-muted">
        Schools of these types count as state schools and can be members. What you decided about a school by
        hand stays as it is.
      </p>
      <fieldset>
        <legend className="sr-only">Types of school that count</legend>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {types.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={name}
              checked={chosen.has(code)}
              onChange={({ target }) => choose(code, target.checked)}
            />
          ))}
        </div>
      </fieldset>
    </Card>
  );
}
