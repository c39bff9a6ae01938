import * as contract from '@lateral/contract/season-lists';
import type { Season } from '@lateral/contract/seasons';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { download } from '../call.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toasts.ts';
import { explain } from '../words.ts';
import { useReviewsSearch } from './review-link.tsx';

/** Saves what the board shows, as it is filtered, as a file for a spreadsheet. */
export function ExportButton({ season: { id, year } }: { season: Pick<Season, 'id' | 'year'> }) {
  const { view, tab, q, cluster, phase } = useReviewsSearch();
  const filter = { q, cluster, phase };
  const params = { seasonId: id };
  const save = useMutation({
    mutationFn: () =>
      view === 'reviewers'
        ? download(contract.exportReviewers, { params, querystring: filter }, `reviewers-${year}.csv`)
        : download(
            contract.exportReviews,
            { params, querystring: { ...filter, tab: view === 'unplaced' ? 'none' : tab } },
            `reviews-${year}.csv`,
          ),
    onError: (error) => showToast({ text: explain(error, {}) }),
  });
  return (
    <Button
      icon={Download}
      isPending={save.isPending}
      onClick={() => save.mutate()}
      className="whitespace-nowrap max-sm:flex-1"
    >
      Save as CSV
    </Button>
  );
}
