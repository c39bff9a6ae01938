import { useQuery } from '@tanstack/react-query';
import { CalendarCheck2, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { todayInLondon, weekdayLong } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { roleName } from '../words.ts';
import { OwnSchool } from './own-school.tsx';
import { clustersQuery } from './queries.ts';

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
      {schools.size > 0 && (
        <section aria-labelledby="review" className="mb-6 rounded-card bg-sunken p-4">
          <h2 id="review" className="flex items-center gap-2 text-base">
            <CalendarCheck2 aria-hidden className="size-5 text-good" />
            {schools.size === 1 ? 'Your review' : 'Your reviews'}
          </h2>
          <p className="mt-1 text-muted">
            Not published yet. When the season is, your date and your reviewers are shown here.
          </p>
        </section>
      )}
      {may('schools.read') && [...schools.keys()].map((id) => <OwnSchool key={id} schoolId={id} />)}
      {schools.size === 0 && <WholePartnership />}
      <p className="mt-6">
        {may('agreements.read') && (
          <Link to="/agreements" className="flex min-h-11 items-center gap-2">
            Membership agreement
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
