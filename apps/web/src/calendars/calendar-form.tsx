import { CalendarPlus, Plus, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '../api-error.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { faultsOf } from '../words.ts';
import { CalendarClash } from './calendar-clash.tsx';
import { ClosureRow, TermRow } from './calendar-rows.tsx';
import type { Calendar, Closure, Term } from './queries.ts';
import { useCalendarSave } from './use-calendar-save.ts';
import { bankHolidays, usualTerms } from './usual-year.ts';
import { calendarFaults } from './words.ts';

/** A row being edited; `key` keeps its boxes apart when rows come and go. A day that cannot be read yet is ''. */
type Editing<T> = T & { key: number };
let nextKey = 1;
const editing = <T,>(rows: readonly T[]) => rows.map((row) => ({ ...row, key: nextKey++ }));

/** What is not filled in, before anything is sent. */
function findGaps(terms: readonly Term[], closures: readonly Closure[]): Fault[] {
  return [
    ...terms.flatMap(({ name, start, end }, i) => [
      ...(name.trim() ? [] : [{ field: `terms-${i}-name`, text: 'Give the term a name' }]),
      ...(start ? [] : [{ field: `terms-${i}-start`, text: 'Enter the day the term starts' }]),
      ...(end ? [] : [{ field: `terms-${i}-end`, text: 'Enter the day the term ends' }]),
    ]),
    ...closures.flatMap(({ day, name }, i) => [
      ...(day ? [] : [{ field: `closures-${i}-day`, text: 'Enter the day when schools are closed' }]),
      ...(name.trim() ? [] : [{ field: `closures-${i}-name`, text: 'Say why schools are closed' }]),
    ]),
  ];
}

/** Sets the terms and closed days of a year. Nothing is saved until it is sent; what was typed stays when it is refused. */
export function CalendarForm({ calendar }: { calendar: Calendar }) {
  const [terms, setTerms] = useState<Editing<Term>[]>(() => editing(calendar.terms));
  const [closures, setClosures] = useState<Editing<Closure>[]>(() => editing(calendar.closures));
  const [gaps, setGaps] = useState<Fault[]>([]);
  const refill = (saved: Calendar) => {
    setTerms(editing(saved.terms));
    setClosures(editing(saved.closures));
  };
  const { set, clash, save, settle, dropClash } = useCalendarSave(calendar, refill);
  const { error } = set;
  const isClash = error instanceof ApiError && error.status === 412;
  const isRefused = error instanceof ApiError && error.errors.length > 0;
  const refusals = isRefused ? calendarFaults(error) : faultsOf(error);
  const faults = gaps.length > 0 ? gaps : isClash ? [] : refusals;
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;

  const send = () => {
    const found = findGaps(terms, closures);
    setGaps(found);
    if (found.length > 0) return;
    const body = {
      terms: terms.map(({ key: _, ...term }) => term),
      closures: closures.map(({ key: _, ...closure }) => closure),
    };
    void save(body).catch(() => false);
  };
  const changeTerm = (key: number, part: Partial<Term>) =>
    setTerms(terms.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const changeClosure = (key: number, part: Partial<Closure>) =>
    setClosures(closures.map((row) => (row.key === key ? { ...row, ...part } : row)));

  if (clash) {
    const takeTheirs = () => {
      refill(clash.theirs);
      dropClash();
    };
    return <CalendarClash clash={clash} isPending={set.isPending} onSave={settle} onLeave={takeTheirs} />;
  }
  return (
    <Card
      title="Change the year"
      footer={
        <Button variant="primary" isPending={set.isPending} onClick={send}>
          Save the calendar
        </Button>
      }
    >
      <ErrorSummary faults={faults} />
      <fieldset className="mb-6">
        <legend className="mb-2 font-semibold">Terms</legend>
        {terms.map((term, i) => (
          <TermRow
            key={term.key}
            term={term}
            place={i}
            faultOf={faultOf}
            onChange={(part) => changeTerm(term.key, part)}
            onRemove={() => setTerms(terms.filter(({ key }) => key !== term.key))}
          />
        ))}
        <div className="mt-3 flex flex-wrap gap-2">
          <Button
            icon={Plus}
            onClick={() => setTerms([...terms, ...editing([{ name: '', start: '', end: '' }])])}
          >
            Add a term
          </Button>
          {terms.length === 0 && (
            <Button icon={Sparkles} onClick={() => setTerms(editing(usualTerms(calendar.year)))}>
              Begin with the usual six terms
            </Button>
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-semibold">Days when every school is closed</legend>
        {closures.map((closure, i) => (
          <ClosureRow
            key={closure.key}
            closure={closure}
            place={i}
            faultOf={faultOf}
            onChange={(part) => changeClosure(closure.key, part)}
            onRemove={() => setClosures(closures.filter(({ key }) => key !== closure.key))}
          />
        ))}
        <div className="mt-3 flex flex-wrap gap-2">
          <Button icon={Plus} onClick={() => setClosures([...closures, ...editing([{ day: '', name: '' }])])}>
            Add a day
          </Button>
          {closures.length === 0 && (
            <Button icon={CalendarPlus} onClick={() => setClosures(editing(bankHolidays(calendar.year)))}>
              Add the bank holidays
            </Button>
          )}
        </div>
      </fieldset>
    </Card>
  );
}
