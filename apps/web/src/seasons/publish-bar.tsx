import type { Season } from '@lateral/contract/seasons';
import { useQuery } from '@tanstack/react-query';
import { CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { showToast } from '../ui/toasts.ts';
import { ChangesDialog } from './changes-dialog.tsx';
import { changesQuery, usePublishSeason } from './publish-queries.ts';

/** What is not published yet, and the way to publish it. It keeps to the foot of the board. */
export function PublishBar({ season }: { season: Season }) {
  const { data, error, refetch } = useQuery(changesQuery(season.id, season.draftVersion));
  const publish = usePublishSeason(season.id);
  const [isOpen, setIsOpen] = useState(false);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data || data.changes.length === 0) return null;
  const count = data.changes.length;
  const send = () =>
    publish.mutate(data.draftVersion, {
      onSuccess: ({ published, people }) => {
        setIsOpen(false);
        showToast({
          text: `Published: ${plural(published, 'change')}. ${plural(people, 'person is', 'people are')} told.`,
        });
      },
    });
  return (
    <section
      aria-label="Not published yet"
      data-screen-only
      data-foot
      className="sticky bottom-0 z-20 -mx-4 mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t-2 border-pen bg-surface px-4 py-3 max-desk:bottom-15 desk:-mx-6 desk:px-6"
    >
      <CircleDashed aria-hidden className="size-5 shrink-0 text-pen max-sm:hidden" />
      <p className="min-w-0 flex-1 basis-64">
        <b>{count === 1 ? '1 change is not published.' : `${count} changes are not published.`}</b>{' '}
        <span className="text-muted">
          When you publish, {plural(data.people, 'person is', 'people are')} told, with new calendar
          invitations.
        </span>
      </p>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        {count === 1 ? 'See the change and publish' : `See the ${count} changes and publish`}
      </Button>
      {isOpen && (
        <ChangesDialog
          changes={data}
          error={publish.error}
          isPending={publish.isPending}
          onPublish={send}
          onClose={() => {
            publish.reset();
            setIsOpen(false);
          }}
        />
      )}
    </section>
  );
}
