import type { SimilarSchools as Found } from '@lateral/contract/similarity';
import { type SimilarityInput, similarityInputs } from '@lateral/domain/similarity/inputs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { DifferenceBar } from './difference-bar.tsx';
import { similarSchoolsQuery } from './queries.ts';
import { hundredth, inputValue, inputWords, kilometres, weightWords } from './words.ts';

type Neighbour = Found['neighbours'][number];
type Row = { school: Neighbour['school']; neighbour: Neighbour | null };

const few = 6;

/** The secondary schools most like this one, with what they are compared on side by side. */
export function SimilarSchools({ schoolId }: { schoolId: string }) {
  const { data, error, refetch } = useQuery(similarSchoolsQuery(schoolId));
  const { may } = useSession();
  const [isLong, setIsLong] = useState(false);
  if (error) return <ErrorNote error={error} onRetry={() => refetch()} />;
  if (!data) {
    return (
      <Card title="Similar schools">
        <Skeleton lines={6} label="Comparing schools" />
      </Card>
    );
  }
  const { subject, neighbours, compared } = data;
  if (!subject) return null;
  const shown = isLong ? neighbours : neighbours.slice(0, few);
  const rows: Row[] = [
    { school: subject, neighbour: null },
    ...shown.map((neighbour) => ({ school: neighbour.school, neighbour })),
  ];
  return (
    <Card
      title="Similar schools"
      beside={`Of ${compared} secondary schools compared`}
      isPadded={false}
      action={may('clusters.update') && <Link to="/clusters/similar">Clusters of similar schools</Link>}
      footer={
        neighbours.length > few && (
          <TextButton onClick={() => setIsLong(!isLong)}>
            {isLong ? `Show the nearest ${few}` : `Show ${neighbours.length}`}
          </TextButton>
        )
      }
    >
      <p className="border-b border-line px-5 py-3 text-sm text-muted">
        A difference of 0 is the same in everything, 100 wholly different. Under each value is what it adds.
        What counts here: {countsSentence(data.settings.weights)}. Something not known adds half of the most
        it could.
      </p>
      <DataTable
        caption={`Schools similar to ${subject.name}`}
        columns={columns}
        rows={rows}
        idOf={({ school }) => school.id}
        nameOf={({ school }) => school.name}
        currentId={subject.id}
      />
    </Card>
  );
}

/** "admissions most of all, size some". */
function countsSentence(weights: Found['settings']['weights']) {
  return similarityInputs
    .filter((input) => weights[input] > 0)
    .toSorted((a, b) => weights[b] - weights[a])
    .map((input) => `${inputWords[input].label.toLowerCase()} ${weightWords[weights[input]]?.toLowerCase()}`)
    .join(', ');
}

const inputColumn = (input: SimilarityInput): Column<Row> => ({
  key: input,
  header: inputWords[input].short,
  cell: ({ school, neighbour }) => {
    const part = neighbour?.parts.find((one) => one.input === input);
    const added = hundredth(part?.adds ?? 0);
    return (
      <span className={`whitespace-nowrap ${part && !part.isKnown ? 'text-muted' : ''}`}>
        {inputValue(input, school.inputs)}
        {part && (
          <span className="text-sm text-muted @2xl:block @max-2xl:ml-2">
            {part.difference === 0 ? 'the same' : `adds ${added}`}
          </span>
        )}
      </span>
    );
  },
});

const columns: Column<Row>[] = [
  {
    key: 'name',
    header: 'School',
    isMain: true,
    cell: ({ school, neighbour }) =>
      neighbour ? (
        <>
          <Link
            to="/schools/$schoolId"
            params={{ schoolId: school.id }}
            tabIndex={-1}
            className="max-sm:py-1"
          >
            {school.name}
          </Link>
          <span className="block text-sm font-normal text-muted">
            {[school.town, school.cluster].filter(Boolean).join(' · ')}
          </span>
        </>
      ) : (
        <>
          {school.name}
          <span className="block text-sm font-normal text-muted">This school</span>
        </>
      ),
  },
  {
    key: 'difference',
    header: 'Difference',
    cell: ({ neighbour }) =>
      neighbour ? (
        <DifferenceBar difference={neighbour.difference} parts={neighbour.parts} />
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  ...similarityInputs.map(inputColumn),
  {
    key: 'km',
    header: 'Distance',
    align: 'end',
    className: 'whitespace-nowrap',
    cell: ({ neighbour }) => neighbour && kilometres(neighbour.km),
  },
];
