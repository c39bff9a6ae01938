import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '../ui/card.tsx';
import { mediumDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { roleName } from '../words.ts';
import { AddressCard } from './address-card.tsx';
import { personQuery } from './queries.ts';

/** One person: what they are where, how far they are trained, and how they are reached. */
export function PersonScreen({ personId, children }: { personId: string; children?: ReactNode }) {
  const { data: person } = useSuspenseQuery(personQuery(personId));
  return (
    <>
      <PageHeader title={person.name} above={<Link to="/people">All people</Link>} below={person.email} />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-5">
        <Card title="Roles today">
          <ul className="divide-y divide-line">
            {person.roles.map(({ role, schoolId, schoolName, from, to }) => (
              <li key={`${role}${schoolId}`} className="py-2.5">
                <span className="font-semibold">{roleName(role)}</span>
                {schoolId && (
                  <>
                    ,{' '}
                    <Link to="/schools/$schoolId" params={{ schoolId }}>
                      {schoolName}
                    </Link>
                  </>
                )}
                <span className="block text-sm text-muted">
                  {from ? `since ${mediumDay(from)}` : 'since before our records'}
                  {to && `, until ${mediumDay(to)}`}
                </span>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="Reviewing">
          <p>
            {person.trainedOn ? `Trained on ${mediumDay(person.trainedOn)}` : 'Not trained yet'}
            {person.canLead && ', and may lead a review'}
          </p>
        </Card>
        <AddressCard person={person} />
        {children}
      </div>
    </>
  );
}
