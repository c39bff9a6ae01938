import { History } from 'lucide-react';
import { eventSentence } from '../event-words.ts';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Today } from './queries.ts';

export function WhatHappened({ recent }: { recent: Today['recent'] }) {
  if (recent.length === 0) {
    return (
      <Card title="What happened" isPadded={false}>
        <EmptyState icon={History} title="Nothing yet">
          Imports, plans and changes to the calendar are listed here.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title="What happened">
      <ol className="grid gap-3">
        {recent.map(({ at, kind, who, detail }) => (
          <li key={`${at}${kind}`} className="flex flex-wrap justify-between gap-x-6">
            <p>{eventSentence(kind, detail)}</p>
            <p className="text-sm text-muted">
              <time dateTime={at}>{momentInWords(new Date(at))}</time>
              {who && `, ${who}`}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
