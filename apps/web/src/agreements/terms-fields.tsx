import { type ConversionRule, type Terms, termsHeading } from '@lateral/domain/agreements/terms';
import { Card } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { plural } from '../ui/plural.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import type { Wording } from './wording-fields.ts';

type Part = Pick<Wording, 'terms' | 'consentBy'>;
type Props = {
  value: Part;
  /** Whether there are members who have signed an earlier version. */
  asksAgain: boolean;
  error: string | undefined;
  onChange: (part: Partial<Part>) => void;
};

const usualWeeks = [0, 4, 8, 13, 26, 52];

/** How long membership under a version holds: said as its last clause, and what Lateral goes by. */
export function TermsFields({ value: { terms, consentBy }, asksAgain, error, onChange }: Props) {
  const set = (part: Partial<Terms>) => onChange({ terms: { ...terms, ...part } });
  const weeks = [...new Set([...usualWeeks, terms.noticeWeeks])].toSorted((a, b) => a - b);
  return (
    <Card title={termsHeading}>
      <p className="mb-4 text-muted">
        We write this as the last clause, in plain words, and go by it. You see it when you have saved.
      </p>
      <div className="grid gap-5">
        <RadioGroup
          name="renewal"
          legend="Membership lasts"
          value={terms.renewal}
          onChange={(renewal) => set({ renewal: renewal as Terms['renewal'] })}
          options={[
            { value: 'none', label: 'Until the school gives notice' },
            {
              value: 'yearly',
              label: 'For a school year at a time',
              hint: 'Each school renews it every year',
            },
          ]}
        />
        <Select
          name="noticeWeeks"
          label="When a school gives notice, it leaves"
          className="max-w-60"
          value={String(terms.noticeWeeks)}
          onChange={(count) => set({ noticeWeeks: Number(count) })}
          options={weeks.map((count) => ({
            value: String(count),
            label: count === 0 ? 'At once' : `After ${plural(count, 'week')}`,
          }))}
        />
        <RadioGroup
          name="conversion"
          legend="When a school becomes an academy, or another takes its place"
          value={terms.conversion}
          onChange={(conversion) => set({ conversion: conversion as ConversionRule })}
          options={[
            { value: 'carries', label: 'Membership carries over', hint: 'You confirm it for each school' },
            { value: 'lapses', label: 'Membership ends', hint: 'The new school is asked to join' },
          ]}
        />
        {asksAgain && (
          <DateField
            name="consentBy"
            label="Ask members to sign this version by (optional)"
            hint="They see what has changed. We remind those who have not signed."
            defaultDay={consentBy}
            onDay={(day) => onChange({ consentBy: day })}
            error={error}
            className="max-w-80"
          />
        )}
      </div>
    </Card>
  );
}
