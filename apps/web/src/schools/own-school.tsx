import { useQuery } from '@tanstack/react-query';
import { longDay } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { PhaseMark } from '../ui/phase-mark.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { roleName } from '../words.ts';
import { schoolQuery } from './queries.ts';

/** A person's own school at a glance: what is known of it, and who is there. */
export function OwnSchool({ schoolId }: { schoolId: string }) {
  const { data: school, error, refetch } = useQuery(schoolQuery(schoolId));
  if (error) return <ErrorNote error={error} onRetry={() => refetch()} />;
  if (!school) return <Skeleton lines={5} label="Loading your school" />;
  const facts = [
    { label: 'Member', value: school.memberSince ? `Since ${longDay(school.memberSince)}` : 'Not yet' },
    { label: 'Cluster', value: school.clusters.map(({ name }) => name).join(', ') || 'None yet' },
    { label: 'Pupils', value: school.pupils?.toLocaleString('en-GB') },
    { label: 'Type', value: school.typeName },
    { label: 'Town', value: school.town },
    { label: 'Trust', value: school.trust },
  ].filter(({ value }) => value);
  return (
    <section aria-labelledby={`school-${schoolId}`} className="mb-8">
      <h2 id={`school-${schoolId}`} className="text-lead">
        <Link to="/schools/$schoolId" params={{ schoolId }} className="inline-block py-1.5">
          {school.name}
        </Link>
      </h2>
      <p className="mb-3 flex flex-wrap gap-x-4">
        {school.phases.map((phase) => (
          <PhaseMark key={phase} phase={phase} />
        ))}
      </p>
      <dl className="mb-5 border-t border-line">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex gap-4 border-b border-line py-2.5">
            <dt className="w-24 shrink-0 text-muted">{label}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mb-1">{plural(school.people.length, 'person', 'people')}</h3>
      <ul className="border-t border-line">
        {school.people.slice(0, 6).map(({ personId, name, role }) => (
          <li key={`${personId}${role}`} className="border-b border-line py-2.5">
            {name}
            <span className="block text-sm text-muted">{roleName(role)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
