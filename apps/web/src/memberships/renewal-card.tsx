import { useQuery } from '@tanstack/react-query';
import { CalendarSync } from 'lucide-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { longDay } from '../ui/days.ts';
import { membershipQuery } from './membership-queries.ts';

/** On the first screen of a head: their school's year of membership ends, or has ended. Nothing at any other time. */
export function RenewalCard({ schoolId, isNamed }: { schoolId: string; isNamed: boolean }) {
  const { data } = useQuery(membershipQuery(schoolId));
  if (!data?.renewal || !data.may.renew || !data.membership?.to) return null;
  const { school, membership, isMember } = data;
  return (
    <section aria-labelledby={`renewal-${schoolId}`} className="mb-6 rounded-card bg-sunken p-4">
      <h2 id={`renewal-${schoolId}`} className="flex items-center gap-2 text-base">
        <CalendarSync aria-hidden className="size-5 shrink-0 text-good" />
        {isMember ? 'Stay a member' : 'Your membership has ended'}
      </h2>
      <p className="mt-1 text-muted">
        {isNamed && `${school.name}. `}
        {isMember ? 'Your membership ends on' : 'It ended on'} {longDay(membership.to ?? '')}. Your governing
        body agrees first.
      </p>
      <div className="mt-3">
        <ButtonLink to="/schools/$schoolId/renewal" params={{ schoolId }} variant="primary">
          Renew it
        </ButtonLink>
      </div>
    </section>
  );
}
