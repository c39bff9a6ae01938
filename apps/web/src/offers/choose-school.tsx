import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { momentInWords } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { NotAsked } from './offer-place.tsx';
import { roundsQuery } from './queries.ts';
import { seasonName } from './words.ts';

/** `/reviews/offer`: one's school; of several, which. */
export function ChooseSchool() {
  const { data } = useSuspenseQuery(roundsQuery);
  const asked = data.items.flatMap(({ schools, ...season }) => schools.map((school) => ({ school, season })));
  const [first] = asked;
  if (!first) return <NotAsked />;
  if (asked.length === 1)
    return <Navigate to="/reviews/offer/$schoolId" params={{ schoolId: first.school.id }} replace />;
  return (
    <div className="max-w-2xl">
      <PageHeader title="Reviewer days" tab="Reviews" below="Each of your schools sends its own." />
      <ul className="border-t border-line">
        {asked.map(({ school, season }) => (
          <li
            key={`${season.id}${school.id}`}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-3"
          >
            <span className="min-w-0">
              <Link
                to="/reviews/offer/$schoolId"
                params={{ schoolId: school.id }}
                search={{ season: season.id }}
                className="inline-block min-h-6 py-1 font-semibold"
              >
                {school.name}
              </Link>
              <span className="block text-sm text-muted">Reviews of {seasonName(season.year)}</span>
            </span>
            {school.sentAt ? (
              <StatusTag status="done">Sent {momentInWords(school.sentAt)}</StatusTag>
            ) : (
              <StatusTag status="not-started">Not sent</StatusTag>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
