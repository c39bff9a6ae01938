import type { LedgerBalance } from '@lateral/contract/ledger';
import type { Capacity } from '@lateral/domain/ledger/entries';
import { daysInFigures, leftInWords } from '@lateral/domain/ledger/words';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { capacityNames, givenWords } from './words.ts';

const lines = [
  ['Owed', 'owed'],
  ['Carried from before', 'carried'],
  ['Brought from before', 'brought'],
  ['Waived', 'waived'],
  ['To give', 'due'],
  ['Given', 'given'],
  ['Booked', 'booked'],
  ['Received', 'received'],
] as const;
/** Said even when they are none. */
const always: readonly string[] = ['owed', 'due', 'given'];

const beginning = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How a school stands in one capacity in one year. */
export function BalanceCard({ capacity, balance }: { capacity: Capacity; balance: LedgerBalance }) {
  return (
    <div className="min-w-0 rounded-card border border-line bg-surface px-5 py-4">
      <h3 className="text-base text-muted">{capacityNames[capacity]}</h3>
      <p className="mt-0.5 mb-2 text-title font-semibold">{beginning(leftInWords(balance))}</p>
      <ProgressBar
        label={`${capacityNames[capacity]} given`}
        value={balance.given}
        max={balance.due}
        text={givenWords(balance)}
      />
      <dl className="mt-3 text-sm">
        {lines
          .filter(([, key]) => balance[key] !== 0 || always.includes(key))
          .map(([name, key]) => (
            <div
              key={key}
              className={`flex justify-between gap-4 border-t border-line py-1.5 ${key === 'due' ? 'font-semibold' : ''}`}
            >
              <dt className={key === 'due' ? '' : 'text-muted'}>{name}</dt>
              <dd className="tabular-nums">
                {daysInFigures(key === 'waived' ? -balance[key] : balance[key])}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
