import type { SchoolDetailFields } from '@lateral/contract/school-details';
import type { schoolShows } from '@lateral/contract/schools';
import type { SchoolDayKind } from '@lateral/domain/calendars/days';
import type { GroupKind } from '@lateral/domain/groups/groups';
import type { EstablishmentStatus } from '@lateral/domain/registers/establishment';
import type { ClusterKind } from '@lateral/domain/schools/clusters';
import type { Settlement } from '@lateral/domain/schools/settlements';
import { plural } from '../ui/plural.ts';
import type { SchoolSearch } from './search.ts';

export const showWords: Record<(typeof schoolShows)[number], string> = {
  counted: 'State schools',
  unsettled: 'To decide',
  'not-counted': 'Left out',
  closed: 'Closed',
  all: 'All',
};

export const emptyWords: Record<(typeof schoolShows)[number], string> = {
  counted: 'No schools yet',
  unsettled: 'No school waits for your word',
  'not-counted': 'No school is left out',
  closed: 'No school has closed',
  all: 'No schools yet',
};

export const clusterKindWords: Record<ClusterKind, string> = {
  'primary-partnership': 'Primary partnerships',
  'similar-secondary': 'Similar secondary schools',
  'special-county': 'Special schools',
};
export const clusterKindHints: Record<ClusterKind, string> = {
  'primary-partnership': 'Primary schools that are neighbours',
  'similar-secondary': 'Secondary schools that are alike, and not next door',
  'special-county': 'Special schools across the county',
};

export const statusWords: Record<EstablishmentStatus, string> = {
  open: 'Open',
  closed: 'Closed',
  'proposed-to-close': 'Due to close',
  'proposed-to-open': 'Due to open',
};

/** How it was settled whether a school counts. */
export const settlementWords: Record<Settlement, string> = {
  'by-type': 'Counts as a state school, by its type',
  'by-group': 'Counts as a state school, by its group of types',
  'by-broker': 'Counts as a state school: decided by the broker',
  'not-counted': 'Does not count as a state school, by its type',
  'not-counted-by-broker': 'Does not count: decided by the broker',
  unsettled: 'The register does not say whether it is a state school',
};

export const dayKindWords: Record<SchoolDayKind, string> = {
  inset: 'INSET day',
  blocked: 'Cannot host',
};

/** Words for what the API may refuse on these screens. */
export const schoolErrorWords: Record<string, string> = {
  'name-taken': 'There is already a cluster with this name. Choose another.',
  'too-late': 'It was too late to undo that.',
  'changed-since': 'That could not be undone: some of the schools have changed since.',
};

/** "214 schools match “church” in primary", as a sentence. */
export function countSentence(total: number, { q, show = 'counted', phase, member, cluster }: SchoolSearch) {
  const kind = phase ? `${phase} ` : '';
  const noun = plural(total, `${kind}school`);
  const state = {
    counted: '',
    unsettled: total === 1 ? ' waits for your word' : ' wait for your word',
    'not-counted': total === 1 ? ' is left out' : ' are left out',
    closed: total === 1 ? ' has closed' : ' have closed',
    all: '',
  }[show];
  const parts = [
    member === 'yes' && 'members',
    member === 'no' && 'not members',
    cluster === 'none' && 'in no cluster',
    cluster && cluster !== 'none' && 'in this cluster',
  ].filter(Boolean);
  const like = q ? ` like “${q}”` : '';
  return `${noun}${like}${state}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** What a school says of itself, in the order in which it is shown. */
export const detailFields = [
  'askFor',
  'phone',
  'email',
  'website',
  'arrival',
  'access',
] as const satisfies readonly (keyof SchoolDetailFields)[];

export const detailWords: Record<keyof SchoolDetailFields, { label: string; hint?: string; fault: string }> =
  {
    askFor: {
      label: 'Who to ask for',
      hint: 'At the door, by name or post',
      fault: 'Enter at most 120 letters',
    },
    phone: { label: 'Phone', fault: 'Enter a phone number of at most 40 letters' },
    email: { label: 'E-mail of the office', fault: 'Enter an e-mail address, such as office@oak.sch.uk' },
    website: { label: 'Website', fault: 'Enter a web address, such as www.oak.sch.uk' },
    arrival: {
      label: 'How to find us and where to park',
      hint: 'Which gate, which car park, the nearest bus',
      fault: 'Enter at most 1,000 letters',
    },
    access: {
      label: 'Getting about the school',
      hint: 'Steps, lifts, quiet rooms and anything else a visitor should know',
      fault: 'Enter at most 1,000 letters',
    },
  };

export const groupKindWords: Record<GroupKind, string> = {
  'multi-academy-trust': 'Multi-academy trust',
  'single-academy-trust': 'Single-academy trust',
  trust: 'Trust',
  federation: 'Federation',
  sponsor: 'Sponsor',
  diocese: 'Diocese',
  other: 'Group',
};
