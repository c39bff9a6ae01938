import type { KeptSettings } from '@lateral/contract/similarity';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { showToast } from '../ui/toasts.ts';
import { ProposedClusters } from './proposed-clusters.tsx';
import { proposalQuery, similarityQuery, useKeepSettings } from './queries.ts';
import { SettingsForm } from './settings-form.tsx';
import { similarityErrorWords } from './words.ts';

const bare = ({ weights, barKm, clusters }: SimilaritySettings): SimilaritySettings => ({
  weights,
  barKm,
  clusters,
});
const isSame = (a: SimilaritySettings, b: SimilaritySettings) =>
  JSON.stringify(bare(a)) === JSON.stringify(bare(b));

const keptNote = ({ setAt, setBy, version }: KeptSettings) =>
  version === 0 || !setAt
    ? 'Nobody has changed these yet. Whatever you keep is there for the next person.'
    : `Kept by ${setBy ?? 'somebody'} on ${longDay(setAt.toISOString().slice(0, 10))}.`;

/** The broker weighs what makes schools alike, sees the clusters that follow, mends them by hand, and makes them so. */
export function SimilarClustersScreen() {
  const { data: kept } = useSuspenseQuery(similarityQuery);
  const [draft, setDraft] = useState(() => bare(kept));
  const [asked, setAsked] = useState(draft);
  const [round, setRound] = useState(0);
  const { data: proposal, error, isFetching, refetch } = useQuery(proposalQuery(asked));
  const keep = useKeepSettings();
  const propose = async () => {
    if (isSame(draft, asked)) await refetch();
    setAsked(draft);
    setRound(round + 1);
  };
  const save = () =>
    keep.mutate(
      { ...draft, version: kept.version },
      { onSuccess: () => showToast({ text: 'What counts is kept for the next person' }) },
    );
  return (
    <div className="@container">
      <PageHeader
        title="Clusters of similar schools"
        above={<Link to="/clusters">All clusters</Link>}
        below="Secondary schools that are alike, and not next door. Nothing changes until you say so."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 @6xl:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-3">
          <SettingsForm
            settings={draft}
            schools={proposal?.schools.length ?? 0}
            onChange={setDraft}
            note={keptNote(kept)}
            actions={
              <>
                <Button
                  variant={isSame(draft, asked) ? 'secondary' : 'primary'}
                  isPending={isFetching}
                  onClick={propose}
                >
                  Propose again
                </Button>
                {!isSame(draft, kept) && (
                  <Button isPending={keep.isPending} onClick={save}>
                    Keep these
                  </Button>
                )}
              </>
            }
          />
          {keep.error && <ErrorNote error={keep.error} words={similarityErrorWords} />}
        </div>
        <div className="min-w-0">
          {error && <ErrorNote error={error} words={similarityErrorWords} onRetry={() => refetch()} />}
          {!proposal && !error && (
            <Card>
              <Skeleton lines={8} label="Comparing schools" />
            </Card>
          )}
          {proposal && !error && (
            <ProposedClusters
              key={`${proposal.basis}${JSON.stringify(proposal.clusters)}${round}`}
              proposal={proposal}
              settings={asked}
            />
          )}
        </div>
      </div>
    </div>
  );
}
