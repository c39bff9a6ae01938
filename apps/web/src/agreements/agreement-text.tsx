import { Card } from '../ui/card.tsx';
import { clauseId } from './clause-id.ts';
import type { Clause } from './wording-fields.ts';
import { clauseKindWords } from './words.ts';

/** The clauses of a version, to be read. */
export const AgreementText = ({ clauses }: { clauses: readonly Clause[] }) => (
  <Card>
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-6 pt-2 wrap-anywhere">
      {clauses.map((clause, at) => (
        <li key={clause.key} id={clauseId(clause.key)} className="scroll-mt-20">
          <h2 tabIndex={-1} className="text-lead">
            {at + 1}. {clause.heading}
          </h2>
          <p className="text-sm text-muted">{clauseKindWords[clause.kind]}</p>
          <p className="mt-1.5 max-w-prose whitespace-pre-line">{clause.text}</p>
        </li>
      ))}
    </ol>
  </Card>
);
