import type { School } from '@lateral/contract/schools';
import type { EstablishmentStatus } from '@lateral/domain/registers/establishment';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { statusWords } from './words.ts';

const span = (openedOn: string | null, closedOn: string | null) =>
  [openedOn && `opened ${longDay(openedOn)}`, closedOn && `closed ${longDay(closedOn)}`]
    .filter(Boolean)
    .join(', ');

/** The legal records that the school has had, and the schools before and after it. */
export function RecordsCard({ school: { records, related } }: { school: School }) {
  return (
    <Card title="Legal records" beside="A school gets a new URN when it becomes an academy">
      <ol className="grid gap-0">
        {records.map(({ urn, name, status, openedOn, closedOn, isCurrent }) => (
          <li
            key={urn}
            className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2 last:border-0"
          >
            <span className="w-20 font-semibold">{urn}</span>
            <span className="min-w-0 flex-1 basis-52">
              {name}
              <span className="block text-sm text-muted">
                {statusWords[status as EstablishmentStatus] ?? status}
                {span(openedOn, closedOn) && `: ${span(openedOn, closedOn)}`}
              </span>
            </span>
            {isCurrent && <span className="text-sm font-semibold text-good">Current</span>}
          </li>
        ))}
      </ol>
      {(['predecessor', 'successor'] as const).map((relation) => {
        const others = related.filter((other) => other.relation === relation);
        if (others.length === 0) return null;
        return (
          <div key={relation} className="mt-4">
            <h3 className="mb-1">{relation === 'predecessor' ? 'Came before' : 'Came after'}</h3>
            <ul className="grid gap-1.5">
              {others.map(({ urn, name, schoolId, linkType, on }) => (
                <li key={urn}>
                  {schoolId ? (
                    <Link to="/schools/$schoolId" params={{ schoolId }}>
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                  <span className="block text-sm text-muted">
                    URN {urn}. {linkType}
                    {on && `, ${longDay(on)}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Card>
  );
}
