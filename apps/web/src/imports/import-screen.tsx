import type { Import } from '@lateral/contract/imports';
import type { ChangeKind } from '@lateral/domain/imports/states';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { momentInWords } from '../ui/days.ts';
import { ErrorPage } from '../ui/error-page.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { Applied } from './applied.tsx';
import { Failed, PutAway } from './import-ends.tsx';
import { NotChecked } from './not-checked.tsx';
import { Preview } from './preview.tsx';
import { importQuery, isUnderWay } from './queries.ts';
import { UnderWay } from './under-way.tsx';
import { kindWords, stateWords } from './words.ts';

type Props = { importId: string; tab: ChangeKind | undefined };

/** `/imports/$importId`: one import, by the state it is in. */
export function ImportScreen({ importId, tab }: Props) {
  const { data: found, error, refetch } = useQuery(importQuery(importId));
  useEndOfWork(found);
  if (error && !found) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (!found) return <PageSkeleton />;
  const { text, status } = stateWords[found.state];
  return (
    <>
      <PageHeader
        title={kindWords[found.kind].title}
        above={<Link to="/imports">Imports</Link>}
        below={
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusTag status={status}>{text}</StatusTag>
            <span>Begun {momentInWords(found.createdAt)}</span>
            <span className="wrap-anywhere">{found.files.map(({ name }) => name).join(', ')}</span>
          </div>
        }
      />
      <p aria-live="polite" className="sr-only">
        {text}
      </p>
      <ByState found={found} tab={tab} />
    </>
  );
}

function ByState({ found, tab }: { found: Import; tab: ChangeKind | undefined }) {
  switch (found.state) {
    case 'uploading':
      return <NotChecked found={found} />;
    case 'checking':
    case 'applying':
    case 'undoing':
      return <UnderWay found={found} />;
    case 'failed':
      return <Failed found={found} />;
    case 'ready':
      return <Preview found={found} tab={tab} />;
    case 'applied':
    case 'undone':
      return <Applied found={found} tab={tab} />;
    case 'discarded':
      return <PutAway kind={found.kind} />;
  }
}

/** When a check or an apply has ended, everything that it may have changed is read again. */
function useEndOfWork(found: Import | undefined) {
  const client = useQueryClient();
  const was = useRef(false);
  const now = found !== undefined && isUnderWay(found);
  useEffect(() => {
    if (was.current && !now)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    was.current = now;
  }, [now, client]);
}
