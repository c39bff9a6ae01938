import { similarityInputs } from '@lateral/domain/similarity/inputs';
import { useId } from 'react';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Link } from '../ui/link.tsx';
import { plural } from '../ui/plural.ts';
import { Select } from '../ui/select.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ArrangedCluster } from './arrangement.ts';
import { hundredth, inputValue, inputWords, kilometres } from './words.ts';

type Props = {
  cluster: ArrangedCluster;
  names: readonly string[];
  error?: string | undefined;
  onRename: (name: string) => void;
  onMove: (schoolId: string, to: number) => void;
};
type School = ArrangedCluster['schools'][number];

/** One proposed cluster: its name, how alike and how near its schools are, and every input of each. */
export function ProposedCluster({ cluster, names, error, onRename, onMove }: Props) {
  const { place, schools, difference, nearest, broken } = cluster;
  const titleId = useId();
  return (
    <Card isPadded={false}>
      <div className="grid gap-3 border-b border-line px-5 py-4 @3xl:grid-cols-[16rem_minmax(0,1fr)] @3xl:items-end">
        <h2 id={titleId} className="sr-only">
          {cluster.name}
        </h2>
        <TextField
          name={`cluster-name-${place}`}
          label="Name of the cluster"
          value={cluster.name}
          maxLength={60}
          onChange={({ target }) => onRename(target.value)}
          error={error}
        />
        <p className="text-muted @3xl:pb-2">
          {plural(schools.length, 'school')}, <strong className="text-ink">{hundredth(difference)}</strong>{' '}
          apart on average.{' '}
          {nearest && `Nearest: ${nearest.a.name} and ${nearest.b.name}, ${kilometres(nearest.km)}.`}
        </p>
      </div>
      {broken.length > 0 && (
        <div className="border-b border-line bg-waiting-soft px-5 py-3 text-sm">
          <StatusTag status="waiting">
            {plural(broken.length, 'pair is', 'pairs are')} too near each other
          </StatusTag>
          <ul className="mt-1.5 list-disc pl-5">
            {broken.map(({ a, b, km }) => (
              <li key={a.id + b.id}>
                {a.name} and {b.name}: {kilometres(km)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <DataTable
        caption={`Schools of ${cluster.name}`}
        columns={columnsFor(place, names, onMove)}
        rows={schools}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
      />
    </Card>
  );
}

const columnsFor = (place: number, names: readonly string[], onMove: Props['onMove']): Column<School>[] => [
  {
    key: 'name',
    header: 'School',
    isMain: true,
    cell: ({ id, name, town, cluster }) => (
      <>
        <Link to="/schools/$schoolId" params={{ schoolId: id }} tabIndex={-1} className="max-sm:py-1">
          {name}
        </Link>
        <span className="block text-sm font-normal text-muted">
          {town}
          {cluster?.toLowerCase() !== names[place]?.trim().toLowerCase() &&
            `${town ? ' · ' : ''}${cluster ? `now in ${cluster}` : 'in no cluster now'}`}
        </span>
      </>
    ),
  },
  ...similarityInputs.map(
    (input): Column<School> => ({
      key: input,
      header: inputWords[input].short,
      ...(input === 'pupils' || input === 'fsmPercent' ? { align: 'end' as const } : {}),
      cell: ({ inputs }) => (
        <span className={`whitespace-nowrap ${inputs[input] === null ? 'text-muted' : ''}`}>
          {inputValue(input, inputs)}
        </span>
      ),
    }),
  ),
  {
    key: 'move',
    header: 'Cluster',
    cell: ({ id, name }) => (
      <Select
        name={`move-${id}`}
        label={`Cluster of ${name}`}
        isLabelHidden
        options={names.map((one, i) => ({ value: String(i), label: one || `Cluster ${i + 1}` }))}
        value={String(place)}
        onChange={(to) => onMove(id, Number(to))}
        className="w-full @2xl:w-38"
      />
    ),
  },
];
