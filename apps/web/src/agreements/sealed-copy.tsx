import type { Signing } from '@lateral/contract/signings';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { signingQuery, useSaveCopy } from './signing-queries.ts';
import { copyErrorWords } from './signing-words.ts';

/** How long to wait before looking again whether the copy has been made, in milliseconds. */
const again = 2000;

/** The sealed copy of what a school has signed and co-signed, to be saved; until it has been made, a word that it is. */
export function SealedCopy({ schoolId, signing }: { schoolId: string; signing: Signing }) {
  useQuery({ ...signingQuery(schoolId), refetchInterval: signing.hasCopy ? false : again });
  const saving = useSaveCopy(schoolId, signing.reference ?? '');
  return (
    <div className="mt-4">
      <p role="status" className="text-muted">
        {!signing.hasCopy && 'The sealed copy is being made…'}
      </p>
      {signing.hasCopy && (
        <>
          <Button icon={Download} isPending={saving.isPending} onClick={() => saving.mutate()}>
            Save the sealed copy (PDF)
          </Button>
          <p className="mt-2 text-sm text-muted">
            It holds the words that were signed, and who signed them and when. If anything in it is changed,
            it shows.
          </p>
        </>
      )}
      {saving.error && (
        <div className="mt-3">
          <ErrorNote error={saving.error} words={copyErrorWords} onRetry={() => saving.mutate()} />
        </div>
      )}
    </div>
  );
}
