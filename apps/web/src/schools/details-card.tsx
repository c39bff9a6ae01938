import type { SchoolDetails } from '@lateral/contract/school-details';
import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { schoolDetailsQuery } from './queries.ts';
import { detailFields, detailWords } from './words.ts';

/** What a school says of itself for its visitors. */
export function DetailsCard({ schoolId }: { schoolId: string }) {
  const { may } = useSession();
  const { data: details, error, refetch } = useQuery(schoolDetailsQuery(schoolId));
  return (
    <Card
      title="Visiting this school"
      action={
        may('schools.update') && (
          <ButtonLink
            to="/schools/$schoolId/details"
            params={{ schoolId }}
            size="small"
            icon={Pencil}
            data-screen-only
          >
            {details?.version === 0 ? 'Add' : 'Change'}
          </ButtonLink>
        )
      }
      footer={details?.changedAt && <Changed details={details} />}
    >
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!details && !error && <Skeleton lines={3} label="Loading what the school says" />}
      {details && <Lines details={details} />}
    </Card>
  );
}

const Changed = ({ details: { changedBy, changedAt } }: { details: SchoolDetails }) => (
  <span className="text-muted">
    {changedBy ?? 'Somebody'} changed this {changedAt && momentInWords(changedAt)}
  </span>
);

function Lines({ details }: { details: SchoolDetails }) {
  const given = detailFields.filter((field) => details[field]);
  if (given.length === 0)
    return <p className="text-muted">The school has not said yet how to find it and whom to ask for.</p>;
  return (
    <dl className="grid gap-3">
      {given.map((field) => (
        <div key={field}>
          <dt className="text-sm text-muted">{detailWords[field].label}</dt>
          <dd className="break-words whitespace-pre-line">
            <Value field={field} text={details[field] ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const look = 'text-pen underline underline-offset-3';
function Value({ field, text }: { field: (typeof detailFields)[number]; text: string }) {
  if (field === 'website')
    return (
      <a href={text} rel="noreferrer" className={look}>
        {text.replace(/^https?:\/\//, '')}
      </a>
    );
  if (field === 'email')
    return (
      <a href={`mailto:${text}`} className={look}>
        {text}
      </a>
    );
  if (field === 'phone')
    return (
      <a href={`tel:${text.replaceAll(/[^\d+]/g, '')}`} className={look}>
        {text}
      </a>
    );
  return text;
}
