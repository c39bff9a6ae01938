import type { SchoolLedger } from '@lateral/contract/ledger';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { daysInWords, kindWords, yearInWords } from '@lateral/domain/ledger/words';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { mediumDay } from '../ui/days.ts';
import { PutRightDialog } from './put-right-dialog.tsx';
import { capacityNames } from './words.ts';

type Entry = SchoolLedger['entries'][number];

/** Everything that was written in a school's ledger, newest first, with where it comes from and why. */
export function EntryList({ ledger }: { ledger: SchoolLedger }) {
  const [wrong, setWrong] = useState<Entry | null>(null);
  const { entries, may, school } = ledger;
  return (
    <Card title="Every entry" isPadded={false}>
      {entries.length === 0 ? (
        <p className="px-5 py-4 text-muted">
          Nothing is written yet. What every member owes is written when a review season is started.
        </p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <li
              key={entry.id}
              className="flex flex-wrap items-start gap-x-5 gap-y-1 border-b border-line px-5 py-3 last:border-0"
            >
              <div className="min-w-0 flex-1 basis-60">
                <p>{entry.source}</p>
                {entry.reason && <p className="whitespace-pre-line">“{entry.reason}”</p>}
                <p className="text-sm text-muted">{aboutOf(entry)}</p>
              </div>
              <p className="font-semibold whitespace-nowrap tabular-nums">
                {kindWords[entry.kind]}: {daysInWords(entry.halfDays)}
              </p>
              {may.write && (
                <Button
                  size="small"
                  aria-label={`Put right: ${entry.source}, ${capacityNames[entry.capacity]}`}
                  onClick={() => setWrong(entry)}
                >
                  Put right
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {wrong && <PutRightDialog schoolId={school.id} entry={wrong} onClose={() => setWrong(null)} />}
    </Card>
  );
}

/** "Head days, 2026/27, 20 Nov 2026, written by Ruth Penhallow". */
const aboutOf = ({ capacity, year, day, at, writtenBy }: Entry) =>
  [
    capacityNames[capacity],
    yearInWords(year),
    mediumDay(day ?? dayInLondon(at)),
    writtenBy && `written by ${writtenBy}`,
  ]
    .filter(Boolean)
    .join(', ');
