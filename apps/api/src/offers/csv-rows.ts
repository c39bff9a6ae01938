import type { OfferRow } from '@lateral/contract/offers';
import { dayInLondon } from '@lateral/domain/calendars/london';

const header = ['URN', 'School', 'Sent on', 'Sent by', 'Head days', 'Deputy days', 'Last reminded on'];
const dayOf = (instant: Date | null | undefined) => (instant ? dayInLondon(instant) : null);

/** The list of offers as a table for a spreadsheet, header first. */
export const csvRows = (rows: readonly OfferRow[]) => [
  header,
  ...rows.map(({ urn, name, sent, headHalfDays, deputyHalfDays, remindedAt }) => [
    urn,
    name,
    dayOf(sent?.at),
    sent?.by ?? null,
    sent && headHalfDays / 2,
    sent && deputyHalfDays / 2,
    dayOf(remindedAt),
  ]),
];
