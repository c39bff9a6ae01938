import type { Offer } from '@lateral/contract/offers';
import { areaWords } from '@lateral/domain/offers/words';
import { Link } from '../ui/link.tsx';
import type { Draft } from './draft.ts';
import type { OfferStep } from './search.ts';
import { countDays, draftLabels, leaderLine, listBarred, listDays } from './words.ts';

type Props = { offer: Offer; draft: Draft; mayChange: boolean };

/** What each part of an offer says, in words. */
export function inWords(field: keyof Draft, draft: Draft, { candidates }: Pick<Offer, 'candidates'>): string {
  const nameOf = (id: string) =>
    candidates.find(({ personId }) => personId === id)?.name ?? 'Somebody who left';
  switch (field) {
    case 'leaders':
      return draft.leaders.map((leader) => leaderLine(leader, nameOf(leader.personId))).join('\n');
    case 'blocked':
      return draft.blocked.length > 0 ? countDays(draft.blocked) : '';
    case 'focus':
      return draft.focus.map((area) => areaWords[area]).join(', ');
    case 'barred':
      return listBarred(draft);
    default:
      return listDays(draft[field]);
  }
}

const lines: readonly { field: keyof Draft; step: OfferStep; nothing: string }[] = [
  { field: 'leaders', step: 'who', nothing: 'Nobody' },
  { field: 'blocked', step: 'days', nothing: 'All free' },
  { field: 'preferred', step: 'review', nothing: 'Any day' },
  { field: 'avoided', step: 'review', nothing: 'None' },
  { field: 'focus', step: 'review', nothing: 'Nothing in particular' },
  { field: 'barred', step: 'review', nothing: 'Nobody' },
];

/** All of an offer on one screen, with a way to change each part. */
export function OfferSummary({ offer, draft, mayChange }: Props) {
  return (
    <dl className="border-t border-line">
      {lines.map(({ field, step, nothing }) => (
        <div key={field} className="flex flex-wrap items-start gap-x-4 border-b border-line py-3">
          <dt className="w-full text-sm text-muted">{draftLabels[field]}</dt>
          <dd className="min-w-0 flex-1 wrap-anywhere whitespace-pre-line">
            {inWords(field, draft, offer) || nothing}
          </dd>
          {mayChange && (
            <dd>
              <Link
                to="/reviews/offer/$schoolId"
                params={{ schoolId: offer.school.id }}
                search={{ season: offer.season.id, step }}
                className="inline-block min-h-6 py-1"
              >
                Change<span className="sr-only"> {draftLabels[field].toLowerCase()}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
