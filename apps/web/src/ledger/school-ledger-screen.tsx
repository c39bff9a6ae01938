import { capacities } from '@lateral/domain/ledger/entries';
import { leftInWords, yearInWords } from '@lateral/domain/ledger/words';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { BalanceCard } from './balance-card.tsx';
import { EntryList } from './entry-list.tsx';
import { schoolLedgerQuery } from './queries.ts';
import { WriteDialog } from './write-dialog.tsx';

/** One school's ledger: both capacities side by side, year by year, and every entry with its reason. */
export function SchoolLedgerScreen({ schoolId }: { schoolId: string }) {
  const { data: ledger } = useSuspenseQuery(schoolLedgerQuery(schoolId));
  const { hasWholeReach } = useSession();
  const [writing, setWriting] = useState<'waived' | 'brought' | null>(null);
  const { school, years, year, may } = ledger;
  const now = years.find((one) => one.year === year);
  return (
    <>
      <PageHeader
        title="Days given and owed"
        tab={`Ledger of ${school.name}`}
        above={
          <span className="flex flex-wrap gap-x-4">
            <Link to="/schools/$schoolId" params={{ schoolId }} className="max-sm:py-1.5">
              {school.name}
            </Link>
            {hasWholeReach && (
              <Link to="/ledger" className="max-sm:py-1.5">
                All schools’ ledger
              </Link>
            )}
          </span>
        }
        below={
          now && `In ${yearInWords(year)}: head, ${leftInWords(now.head)}; deputy, ${leftInWords(now.deputy)}`
        }
        actions={
          may.write && (
            <>
              <Button onClick={() => setWriting('waived')}>Waive days</Button>
              <Button onClick={() => setWriting('brought')}>Bring from before</Button>
            </>
          )
        }
      />
      <div className="@container grid grid-cols-[minmax(0,1fr)] gap-6">
        {years.map((one) => (
          <section key={one.year} aria-labelledby={`year-${one.year}`}>
            <h2 id={`year-${one.year}`} className="mb-2 text-lead">
              {yearInWords(one.year)}
            </h2>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @xl:grid-cols-2">
              {capacities.map((capacity) => (
                <BalanceCard key={capacity} capacity={capacity} balance={one[capacity]} />
              ))}
            </div>
          </section>
        ))}
        <p className="text-muted">
          Every member gives 1.5 head days and 1.5 deputy days a year. A review takes a whole day, so the half
          day is carried to the next year.
        </p>
        <EntryList ledger={ledger} />
      </div>
      {writing && (
        <WriteDialog
          kind={writing}
          school={school}
          years={years.map((one) => one.year)}
          onClose={() => setWriting(null)}
        />
      )}
    </>
  );
}
