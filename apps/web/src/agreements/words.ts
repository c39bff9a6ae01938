import type { AgreementSummary } from '@lateral/contract/agreements';
import type { ClauseKind } from '@lateral/domain/agreements/clauses';
import type { AgreementRefusal, AgreementState } from '@lateral/domain/agreements/states';
import type { ApiError } from '../api-error.ts';
import { momentInWords } from '../ui/days.ts';
import type { Fault } from '../ui/error-summary.tsx';
import type { Status } from '../ui/status-tag.tsx';
import type { Wording } from './wording-fields.ts';

export const clauseKindWords: Record<ClauseKind, string> = {
  right: 'Right',
  benefit: 'Benefit',
  responsibility: 'Responsibility',
  'way-of-working': 'Way of working',
  consent: 'Consent',
};

const stateWords: Record<AgreementState, { status: Status; text: string }> = {
  draft: { status: 'not-started', text: 'Draft' },
  offered: { status: 'waiting', text: 'Waiting for a second person' },
  issued: { status: 'done', text: 'Replaced' },
  withdrawn: { status: 'problem', text: 'Withdrawn' },
};

/** How a version stands: the one that schools sign is in force, and others that were issued have been replaced. */
export const standing = ({ state, isInForce }: AgreementSummary) =>
  isInForce ? { status: 'done' as const, text: 'In force' } : stateWords[state];

/** Who did what last, and when. */
export function lastStep({ withdrawn, issued, offered, changedAt }: AgreementSummary): string {
  if (withdrawn) return `Withdrawn by ${withdrawn.by}, ${momentInWords(withdrawn.at)}`;
  if (issued)
    return `Offered by ${offered?.by ?? 'somebody'} and issued by ${issued.by}, ${momentInWords(issued.at)}`;
  if (offered) return `Offered for issue by ${offered.by}, ${momentInWords(offered.at)}`;
  return `Last changed ${momentInWords(changedAt)}`;
}

export const agreementErrorWords: Record<AgreementRefusal, string> = {
  'draft-exists': 'There is a draft already. Change that one, or throw it away first.',
  'words-stand': 'This version has been issued, so its words stand. Begin the next version instead.',
  'nothing-changed': 'This says the same as the version in force. Change its words first.',
  'offered-already': 'This is waiting for a second person already.',
  'not-offered': 'This has been changed, and must be offered again first.',
  'same-person-twice': 'You offered this, so somebody else must issue it.',
  'consent-day-past':
    'The day by which members are asked to consent is past. Change it, and offer the version again.',
  'not-issued': 'Only a version that has been issued can be withdrawn, and only once.',
};

const partWords: Record<string, string> = {
  heading: 'heading',
  text: 'text',
  kind: 'kind',
};

/** The faults of words that were sent, each linked to the box of its clause. */
export function wordingFaults({ errors }: ApiError, sent: Wording): Fault[] {
  return errors.map(({ pointer, detail }) => {
    const [, , list = '', row, part = ''] = pointer.split('/');
    if (list === 'consentBy') return { field: 'consentBy', text: `The day ${detail}` };
    if (list === 'title') return { field: 'title', text: `The title ${detail}` };
    if (row === undefined) return { field: null, text: `An agreement ${detail}` };
    const key = sent.clauses[Number(row)]?.key ?? '';
    const what = `The ${partWords[part] ?? part} of clause ${Number(row) + 1}`;
    return { field: `clauses-${key}-${part}`, text: `${what} ${detail}` };
  });
}
