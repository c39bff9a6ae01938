import { useQuery } from '@tanstack/react-query';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { SealedCopy } from './sealed-copy.tsx';
import { SignatureLines } from './signature-lines.tsx';
import { signingQuery } from './signing-queries.ts';

/** On a school's page: what has been signed. */
export function StandingCard({ schoolId }: { schoolId: string }) {
  const { data, error, refetch } = useQuery(signingQuery(schoolId));
  return (
    <Card title="Agreement">
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton lines={2} label="Loading the agreement" />}
      {data && (
        <>
          {data.complete && data.complete.signing.reference !== data.signing?.reference && (
            <>
              <p>Version {data.complete.number} is signed and co-signed.</p>
              <SignatureLines signing={data.complete.signing} />
              <SealedCopy schoolId={schoolId} signing={data.complete.signing} />
            </>
          )}
          {data.signing ? (
            <SignatureLines signing={data.signing} />
          ) : (
            <p className="text-muted">
              {data.agreement
                ? `Version ${data.agreement.number} of the agreement is not signed.`
                : 'There is no agreement to sign yet.'}
            </p>
          )}
          {data.agreement && (
            <p className="mt-3">
              <Link to="/schools/$schoolId/agreement" params={{ schoolId }} className="inline-block py-1.5">
                See the agreement
              </Link>
            </p>
          )}
        </>
      )}
    </Card>
  );
}
