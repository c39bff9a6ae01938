import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { clustersQuery } from '../cluster-options.ts';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { todayInLondon, weekdayLong } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { roleName } from '../words.ts';
import { OwnSchool } from './own-school.tsx';

/** The first screen of everybody but the broker: what is to be done, their schools, and what is coming. */
export function HomeScreen({ tasks }: { tasks: ReactNode }) {
  const { me, may } = useSession();
  const [first] = me.name
    .split(/\s+/)
    .filter((word) => !/^(mr|mrs|ms|miss|mx|dr|prof|rev|sir)\.?$/i.test(word));
  const schools = new Map(
    me.roles.flatMap(({ schoolId, schoolName }) => (schoolId ? [[schoolId, schoolName]] : [])),
  );
  const roles = [...new Set(me.roles.map(({ role }) => roleName(role)))].join(', ');
  return (
    <div className="max-w-2xl">
      <PageHeader
        tab="Home"
        above={weekdayLong(todayInLondon())}
        title={`Hello, ${first ?? me.name}`}
        below={roles}
      />
      {tasks}
      {may('schools.read') && [...schools.keys()].map((id) => <OwnSchool key={id} schoolId={id} />)}
      {schools.size === 0 && <WholePartnership />}
      <p className="mt-6">
        {may('agreements.read') && (
          <Link to="/agreements" className="flex min-h-11 items-center gap-2">
            Membership agreement
            <ChevronRight aria-hidden className="size-4.5" />
          </Link>
        )}
        {may('training.read') && (
          <Link to="/training" className="flex min-h-11 items-center gap-2">
            Training for reviewers
            <ChevronRight aria-hidden className="size-4.5" />
          </Link>
        )}
        <Link to="/calendar" className="flex min-h-11 items-center gap-2">
          Terms and closed days
          <ChevronRight aria-hidden className="size-4.5" />
        </Link>
      </p>
    </div>
  );
}

function WholePartnership() {
  const { me, may } = useSession();
  const { data } = useQuery(clustersQuery);
  const members = data?.items.reduce((sum, cluster) => sum + cluster.members, 0);
  return (
    <section aria-labelledby="partnership">
      <h2 id="partnership" className="mb-1 text-lead">
        {me.partnership.name}
      </h2>
      {data && (
        <p className="mb-4 text-muted">
          {plural(data.items.length, 'cluster')} with {plural(members ?? 0, 'member')}
        </p>
      )}
      {may('schools.read') && (
        <div className="sm:max-w-80">
          <ButtonLink to="/schools" variant="primary" size="wide">
            See the schools
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
