import { retentionRules } from '@lateral/domain/retention/rules';
import { Card } from '../ui/card.tsx';
import { keptWords, lengthInWords, sinceWords } from './words.ts';

/** How long everything is kept. The same rules are what deletes it. */
export function RetentionCard() {
  return (
    <Card title="How long we keep things">
      <p className="mb-3 text-muted">
        Every night Lateral deletes what is older than this. The history of the partnership is kept for as
        long as the partnership, but without the people who have been deleted.
      </p>
      <dl className="divide-y divide-line border-t border-line">
        {retentionRules.map(({ what, days, since }) => (
          <div key={what} className="grid gap-x-6 py-2 sm:grid-cols-[1fr_19rem]">
            <dt>{keptWords[what]}</dt>
            <dd className="text-muted">
              {lengthInWords(days)} {sinceWords[since]}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
