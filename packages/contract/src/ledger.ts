import { capacities, entryKinds } from '@lateral/domain/ledger/entries';
import { phases } from '@lateral/domain/schools/phases';
import { z } from 'zod';
import { day, endpoint, instant, lines, paging, problem, refusals, wholeNumber } from './endpoint.ts';

const tags = ['ledger'];
const params = z.object({ schoolId: z.guid() });
const year = wholeNumber(2000, 2100);

/** How a school stands in one capacity in one year. Everything is in half-days. */
const balance = z
  .object({
    owed: z.int(),
    given: z.int(),
    received: z.int(),
    waived: z.int(),
    /** What an earlier way of counting left over. */
    brought: z.int(),
    /** What all earlier years leave; less than none where the school was ahead. */
    carried: z.int(),
    /** What it is to give in this year in all. */
    due: z.int(),
    /** What it has still to give; less than none when it has given more. */
    left: z.int(),
    /** What published reviews that are still to come will give. */
    booked: z.int(),
  })
  .meta({ id: 'LedgerBalance' });
export type LedgerBalance = z.output<typeof balance>;

const bothCapacities = { head: balance, deputy: balance };

export const ledgerRow = z
  .object({
    id: z.guid(),
    urn: z.int(),
    name: z.string(),
    phases: z.array(z.enum(phases)),
    clusters: z.array(z.string()),
    /** Whether it is a member in this year. */
    isMember: z.boolean(),
    ...bothCapacities,
  })
  .meta({ id: 'LedgerRow' });
export type LedgerRow = z.output<typeof ledgerRow>;

export const ledgerSorts = ['owes', 'name', 'given'] as const;
export const ledgerFilters = {
  /** The school year: 2026 is 2026/27. This one when it is not said. */
  year: year.optional(),
  q: z.string().max(100).optional(),
  cluster: z.union([z.guid(), z.literal('none')]).optional(),
  /** Those that have still something to give alone. */
  left: z.literal('yes').optional(),
  /** `owes` puts first who has the most left to give. */
  sort: z.enum(ledgerSorts).optional(),
};

const ledger = z
  .object({
    year: z.int(),
    /** Years that can be asked for, newest first. */
    years: z.array(z.int()),
    items: z.array(ledgerRow),
    next: z.string().nullable(),
    total: z.int(),
    /** What all schools that match come to. */
    totals: z.object(bothCapacities),
    /** What all members are to give against three days for each, in half-days; `over` below none is short. */
    season: z.object({ members: z.int(), needed: z.int(), due: z.int(), over: z.int() }),
  })
  .meta({ id: 'Ledger' });
export type Ledger = z.output<typeof ledger>;

export const listLedger = endpoint({
  method: 'GET',
  url: '/ledger',
  config: { may: 'ledger.read' },
  schema: {
    tags,
    summary: 'What each school owes, has given and has left to give in a year, in half-days',
    querystring: z.strictObject({ ...ledgerFilters, ...paging }),
    response: { 200: ledger, ...refusals },
  },
});

export const exportLedger = endpoint({
  method: 'GET',
  url: '/ledger/export',
  config: { may: 'ledger.read' },
  schema: {
    tags,
    summary: 'The same as a CSV file in days, with formulas made harmless',
    querystring: z.strictObject(ledgerFilters),
    response: { 200: z.string(), ...refusals },
  },
});

export const getLoad = endpoint({
  method: 'GET',
  url: '/ledger/load',
  config: { may: 'ledger.read' },
  schema: {
    tags,
    summary: 'How many members have given, or are booked for, how many half-days in a year',
    querystring: z.strictObject({ year: year.optional() }),
    response: {
      200: z.object({
        year: z.int(),
        items: z.array(z.object({ halfDays: z.int(), schools: z.int() })),
      }),
      ...refusals,
    },
  },
});

const schoolLedger = z
  .object({
    school: z.object({ id: z.guid(), name: z.string() }),
    /** The school year that it is now. */
    year: z.int(),
    /** How it stands in each year of which anything is known, newest first. */
    years: z.array(z.object({ year: z.int(), ...bothCapacities })),
    /** Everything that was written, newest first. */
    entries: z.array(
      z.object({
        id: z.guid(),
        at: instant,
        year: z.int(),
        capacity: z.enum(capacities),
        kind: z.enum(entryKinds),
        halfDays: z.int(),
        /** Where it comes from, as a sentence. */
        source: z.string(),
        reason: z.string().nullable(),
        /** The day of the review that it comes from. */
        day: day.nullable(),
        /** Who wrote it by hand. */
        writtenBy: z.string().nullable(),
      }),
    ),
    may: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'SchoolLedger' });
export type SchoolLedger = z.output<typeof schoolLedger>;

export const getSchoolLedger = endpoint({
  method: 'GET',
  url: '/schools/:schoolId/ledger',
  config: { may: 'ledger.read' },
  schema: {
    tags,
    summary: 'How one school stands, year by year, and every entry with where it comes from',
    params,
    response: { 200: schoolLedger, ...refusals },
  },
});

export const writeEntry = endpoint({
  method: 'POST',
  url: '/schools/:schoolId/ledger',
  config: { may: 'ledger.write' },
  schema: {
    tags,
    summary: 'Waive days, bring days from before, or put an entry right by its reverse, with a reason',
    params,
    body: z.strictObject({
      capacity: z.enum(capacities),
      year: z.int().min(2000).max(2100),
      kind: z.enum(entryKinds),
      /** Half-days; less than none puts an entry of the kind right. */
      halfDays: z
        .int()
        .min(-60)
        .max(60)
        .refine((n) => n !== 0, 'must not be none'),
      reason: lines(500),
    }),
    response: { 201: schoolLedger, ...refusals, 409: problem },
  },
});
