import { Card } from '../ui/card.tsx';
import { todayInLondon, weekdayLong, weekdayShort } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { plural } from '../ui/plural.ts';
import { shortSchoolName } from '../ui/short-school-name.ts';
import type { Today } from './queries.ts';

/** The five days of this week and the reviews on them: those that people know of, and those of the draft. */
export function ThisWeek({ week }: { week: Today['week'] }) {
  const today = todayInLondon();
  const all = week.flatMap(({ reviews }) => reviews);
  const drafts = all.filter(({ isPublished }) => !isPublished).length;
  return (
    <Card
      title="This week"
      isPadded={false}
      beside={
        <span className="flex flex-wrap items-center gap-x-4">
          {plural(all.length, 'review')}
          {drafts > 0 && (
            <span className="inline-flex items-center gap-1.5">
              <span aria-hidden className="h-3 w-5 rounded-xs border border-dashed border-good" />
              draft, not published
            </span>
          )}
        </span>
      }
      action={<Link to="/reviews">Open the season</Link>}
    >
      <ol className="grid max-sm:divide-y max-sm:divide-line sm:grid-cols-5 sm:divide-x sm:divide-line">
        {week.map(({ day, reviews }) => (
          <li
            key={day}
            aria-current={day === today ? 'date' : undefined}
            className={`min-h-16 min-w-0 px-3 pt-3 pb-4 sm:min-h-40 ${day === today ? 'bg-now' : ''}`}
          >
            <h3
              className={`mb-2 border-b-3 pb-1 text-sm font-normal ${day === today ? 'border-gold' : 'border-transparent'}`}
            >
              <span aria-hidden>
                <strong>{weekdayShort(day)}</strong> {Number(day.slice(8))}
              </span>
              <span className="sr-only">{weekdayLong(day)}</span>
            </h3>
            {reviews.length === 0 && <p className="text-sm text-muted">No reviews</p>}
            <ul className="grid gap-1.5">
              {reviews.map(({ schoolId, schoolName, isPublished }) => (
                <li key={schoolId}>
                  <Link
                    to="/schools/$schoolId"
                    params={{ schoolId }}
                    look="plain"
                    className={`block rounded-control border border-good px-2.5 py-1.5 text-sm leading-snug font-semibold hover:bg-good-soft max-desk:min-h-11 max-desk:content-center ${isPublished ? 'bg-good-soft' : 'border-dashed bg-surface'}`}
                  >
                    {shortSchoolName(schoolName)}
                    {!isPublished && <span className="sr-only">, draft</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  );
}
