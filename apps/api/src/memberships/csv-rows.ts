import type { MembershipRow } from '@lateral/contract/memberships';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { endWords, needWords, standingWords } from '@lateral/domain/memberships/words';

const header = [
  'URN',
  'School',
  'Phase',
  'Clusters',
  'How far it is',
  'What it needs',
  'Member since',
  'Member until',
  'Why it ends',
  'Version signed',
  'Signed on',
  'Headteacher',
  'Chair of governors',
  'Pledged a year, in pounds',
  'Last asked on',
];

const dayOf = (instant: Date | null | undefined) => (instant ? dayInLondon(instant) : null);

/** The list of memberships as a table for a spreadsheet, header first. */
export const csvRows = (rows: readonly MembershipRow[]) => [
  header,
  ...rows.map(({ membership, signed, pledgedPence, ...row }) => [
    row.urn,
    row.name,
    row.phases.join(' and '),
    row.clusters.join('; '),
    standingWords[row.standing],
    row.needs.map((need) => needWords[need]).join('; '),
    membership?.from ?? null,
    membership?.to ?? null,
    membership?.endsWhy ? endWords[membership.endsWhy] : null,
    signed?.number ?? null,
    dayOf(signed?.at),
    row.head,
    row.chair,
    pledgedPence === null ? null : (pledgedPence / 100).toFixed(2),
    dayOf(row.remindedAt),
  ]),
];
