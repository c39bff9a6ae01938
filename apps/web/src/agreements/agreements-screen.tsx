import type { AgreementSummary } from '@lateral/contract/agreements';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FilePlus2, ScrollText } from 'lucide-react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { agreementsQuery, useBeginDraft } from './queries.ts';
import { StandingTag } from './standing-tag.tsx';
import { agreementErrorWords, lastStep } from './words.ts';

/** The versions of the membership agreement: the one in force, those before it, and the next one for those who write it. */
export function AgreementsScreen() {
  const { may } = useSession();
  const list = useQuery(agreementsQuery);
  const versions = list.data?.items ?? [];
  const hasDraft = versions.some(({ state }) => state === 'draft' || state === 'offered');
  const mayBegin = may('agreements.draft') && list.data && !hasDraft;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Membership agreement"
        below="What a school agrees to when it becomes a member."
        actions={mayBegin && versions.length > 0 && <BeginButton label="Begin the next version" />}
      />
      {list.isPending && (
        <Card>
          <Skeleton lines={4} label="Loading the agreement" />
        </Card>
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
      {list.data && versions.length === 0 && (
        <Card isPadded={false}>
          <NoAgreement mayBegin={Boolean(mayBegin)} />
        </Card>
      )}
      <ul className="grid gap-4">
        {versions.map((version) => (
          <li key={version.id}>
            <VersionCard version={version} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BeginButton({ label }: { label: string }) {
  const begin = useBeginDraft();
  const navigate = useNavigate();
  const start = () =>
    begin.mutate(undefined, {
      onSuccess: ({ id }) =>
        void navigate({ to: '/agreements/$agreementId/edit', params: { agreementId: id } }),
    });
  return (
    <div className="grid justify-items-center gap-2">
      <Button variant="primary" icon={FilePlus2} isPending={begin.isPending} onClick={start}>
        {label}
      </Button>
      {begin.error && <ErrorNote error={begin.error} words={agreementErrorWords} />}
    </div>
  );
}

const NoAgreement = ({ mayBegin }: { mayBegin: boolean }) => (
  <EmptyState
    icon={ScrollText}
    title="There is no agreement yet"
    action={mayBegin && <BeginButton label="Begin the first version" />}
  >
    {mayBegin
      ? 'You begin from words that we give you: rights, benefits, what schools do in return, and ways of working. Change them as you like.'
      : 'You can read it here once your partnership has issued it.'}
  </EmptyState>
);

const VersionCard = ({ version }: { version: AgreementSummary }) => (
  <Card>
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="text-lead">
          <Link to="/agreements/$agreementId" params={{ agreementId: version.id }}>
            Version {version.number}: {version.title}
          </Link>
        </h2>
        <p className="mt-1 text-muted">{lastStep(version)}</p>
      </div>
      <StandingTag version={version} />
    </div>
  </Card>
);
