import type { School } from '@lateral/contract/schools';
import { Card } from '../ui/card.tsx';
import { weekdayLong } from '../ui/days.ts';
import { StatusTag } from '../ui/status-tag.tsx';

type Props = { review: School['review']; isMember: boolean };

/** The school's review in the draft of the season: the broker sees it before anyone else. */
export function ReviewCard({ review, isMember }: Props) {
  return (
    <Card title="Review" action={review && <StatusTag status="not-started">Draft</StatusTag>}>
      {!review && (
        <p className="text-muted">
          {isMember ? 'The draft of the season has no date for it.' : 'Only members are reviewed.'}
        </p>
      )}
      {review && (
        <>
          <p className="mb-2 text-xl font-bold">
            {weekdayLong(review.day)} {review.day.slice(0, 4)}
          </p>
          <ul className="grid gap-2">
            {review.team.map(({ name, schoolName, isLead }) => (
              <li key={name}>
                {name}
                {isLead && <span className="ml-2 text-sm font-semibold text-good">Lead</span>}
                <span className="block text-sm text-muted">{schoolName}</span>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-sm text-muted">Nobody else sees this until the season is published.</p>
        </>
      )}
    </Card>
  );
}
