import { useQuery } from '@tanstack/react-query';
import { Signature } from 'lucide-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { Link } from '../ui/link.tsx';
import { signingQuery } from './signing-queries.ts';
import { taskOf } from './signing-words.ts';

/** On the first screen of a school: what is to be done with the agreement. Nothing when there is nothing to do. */
export function SigningCard({ schoolId, isNamed }: { schoolId: string; isNamed: boolean }) {
  const { data } = useQuery(signingQuery(schoolId));
  const task = data && taskOf(data);
  if (!task) return null;
  const { title, text, action } = task;
  return (
    <section aria-labelledby={`signing-${schoolId}`} className="mb-6 rounded-card bg-sunken p-4">
      <h2 id={`signing-${schoolId}`} className="flex items-center gap-2 text-base">
        <Signature aria-hidden className="size-5 shrink-0 text-good" />
        {title}
      </h2>
      <p className="mt-1 text-muted">
        {isNamed && `${data.school.name}. `}
        {text}
      </p>
      <div className="mt-3">
        {action ? (
          <ButtonLink to="/schools/$schoolId/agreement" params={{ schoolId }} variant="primary">
            {action}
          </ButtonLink>
        ) : (
          <Link to="/schools/$schoolId/agreement" params={{ schoolId }} className="inline-block py-2">
            See how it stands
          </Link>
        )}
      </div>
    </section>
  );
}
