import type { School } from '@lateral/contract/schools';
import type { Establishment } from '@lateral/domain/registers/establishment';
import { longDay } from '../ui/days.ts';
import { factGroups, factWords } from './fact-words.ts';

type Fact = School['facts'][number];
export type FactLine = { field: string; label: string; value: string };

const isKnown = (field: string): field is keyof Establishment => field in factWords;
export const factLabel = (field: string) => (isKnown(field) ? (factWords[field]?.label ?? field) : field);

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());
const withUnit: Record<string, (value: string) => string> = {
  fsmPercent: (value) => `${value}%`,
  lowAge: (value) => `${value} years`,
  highAge: (value) => `${value} years`,
  phase: (value) => capital(value.replaceAll('-', ' ')),
};

/** A fact's value as people read it: "5 January 2027", "Yes", "23.4%". */
export function factValue(field: string, value: string | number | boolean | null): string {
  if (value === null) return 'not given';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return longDay(text);
  if (withUnit[field]) return withUnit[field](text);
  return typeof value === 'number' && (field === 'pupils' || field === 'capacity')
    ? value.toLocaleString('en-GB')
    : text;
}

/** The register's facts under our headings, in our order. */
export function groupFacts(facts: readonly Fact[]): { title: string; lines: FactLine[] }[] {
  const given = new Map(facts.map(({ field, value }) => [field, value]));
  const head = ['headTitle', 'headFirstName', 'headLastName'].flatMap((field) => given.get(field) ?? []);
  if (head.length > 0) given.set('headLastName', head.join(' '));
  const fields = Object.keys(factWords) as (keyof Establishment)[];
  return Object.entries(factGroups).map(([group, title]) => ({
    title,
    lines: fields.flatMap((field) => {
      const value = given.get(field);
      const words = factWords[field];
      return value === undefined || words?.group !== group
        ? []
        : [{ field, label: words.label, value: factValue(field, value) }];
    }),
  }));
}
