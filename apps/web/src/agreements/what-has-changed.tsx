import type { Agreement } from '@lateral/contract/agreements';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Changes } from './changes.tsx';
import { agreementQuery } from './queries.ts';

type Props = { agreement: Agreement; before: { agreementId: string; number: number } };

/** For a school that has signed an earlier version: what it is asked to agree to that it has not before. */
export function WhatHasChanged({ agreement, before }: Props) {
  const { data, error, refetch } = useQuery(agreementQuery(before.agreementId));
  return (
    <section
      aria-labelledby="what-has-changed"
      className="mb-6 rounded-card border border-line bg-surface p-4"
    >
      <h2 id="what-has-changed" className="mb-2 text-lead">
        What has changed since version {before.number}, which your school signed
      </h2>
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton lines={4} label="Loading what has changed" />}
      {data && <Changes before={data} after={agreement} />}
    </section>
  );
}
