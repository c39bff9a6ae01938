import type { School } from '@lateral/contract/schools';
import { Check, Users } from 'lucide-react';
import { Avatar } from '../ui/avatar.tsx';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { roleName } from '../words.ts';

export function SchoolPeople({ people }: { people: School['people'] }) {
  return (
    <Card title="People" isPadded={false}>
      {people.length === 0 && (
        <EmptyState icon={Users} title="Nobody yet">
          People come in with a file of names, roles and schools.
        </EmptyState>
      )}
      <ul>
        {people.map(({ personId, name, role, from, to, trainedOn, canLead }) => (
          <li
            key={`${personId}${role}${from}`}
            className="flex items-start gap-3 border-b border-line px-5 py-3 last:border-0"
          >
            <Avatar name={name} />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{name}</p>
              <p className="text-sm text-muted">
                {roleName(role)}
                {from && `, from ${longDay(from)}`}
                {to && `, to ${longDay(to)}`}
              </p>
              {trainedOn && (
                <p className="flex items-center gap-1 text-sm">
                  <Check aria-hidden className="size-4 text-good" />
                  Trained {longDay(trainedOn)}
                  {canLead && ', can lead'}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
