import { createHash } from 'node:crypto';
import type { Db } from '@lateral/db/client';
import { canonicalText } from '@lateral/domain/agreements/canonical';
import {
  type Clause,
  type ClauseFault,
  findClauseFault,
  namedConsents,
} from '@lateral/domain/agreements/clauses';
import {
  type AgreementRefusal,
  findInForce,
  refuseChange,
  refuseIssue,
  refuseOffer,
  refuseWithdrawal,
  saysTheSame,
} from '@lateral/domain/agreements/states';
import { templateFor } from '@lateral/domain/agreements/template';
import type { Terms } from '@lateral/domain/agreements/terms';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { Actor } from '../actor.ts';
import { findPartnershipName } from '../all-partnerships.ts';
import { recordEvents } from '../events.ts';
import { badField, notFound, refused } from '../problems.ts';
import { requireVersion } from '../versions.ts';
import { seenStates } from './describe.ts';
import {
  listWordings,
  lockIssued,
  lockVersion,
  recordChange,
  recordDraft,
  removeVersion,
} from './queries.ts';

type Wording = { title: string; clauses: Clause[]; terms?: Terms | undefined };
type Rewording = Wording & { consentBy?: string | null | undefined };
/** A version to change: its id, and the change of it that the caller has read. */
type Read = { id: string; version: number };

const nothingOffered = { offeredBy: null, offeredAt: null } as const;

/** Begins the next version with the words of the newest, or of the template. @returns its id @throws 409 `draft-exists` */
export async function beginDraft(db: Db, actor: Actor, now: Date): Promise<string> {
  const versions = await listWordings(db);
  if (versions.some(({ state }) => refuseChange(state) === null)) throw refused('draft-exists');
  const newest = versions[0];
  const { title, clauses, terms } = newest ?? templateFor(await findPartnershipName(db, actor.partnershipId));
  const number = (newest?.number ?? 0) + 1;
  const { partnershipId } = actor;
  const words = { title, clauses: [...clauses], terms };
  const id = await recordDraft(db, { partnershipId, number, ...words, changedAt: now });
  if (!id) throw refused('draft-exists');
  await recordEvents(db, actor, [{ kind: 'agreement-begun', detail: { number } }], now);
  return id;
}

/** Changes the words of a draft. One that was offered is a draft again: nobody issues what they have not read. */
export async function rewordDraft(db: Db, actor: Actor, read: Read, rewording: Rewording, now: Date) {
  const found = await lockSeen(db, actor, read.id);
  stopIf(refuseChange(found.state));
  requireVersion(found.version, read.version);
  const plain = plainWording(rewording);
  const { terms = found.terms, consentBy = found.consentBy } = rewording;
  if (consentBy !== null && consentBy !== found.consentBy && consentBy <= dayInLondon(now))
    throw badField('/body/consentBy', 'must be later than today');
  const wording = { ...plain, terms };
  // What changes nothing takes no offer back.
  if (saysTheSame(found, wording) && consentBy === found.consentBy) return;
  const change = { ...wording, consentBy, state: 'draft', changedAt: now, ...nothingOffered } as const;
  await recordChange(db, found.id, change);
  const { number } = found;
  await recordEvents(db, actor, [{ kind: 'agreement-reworded', detail: { number } }], now);
}

/** Throws a draft away. */
export async function dropDraft(db: Db, actor: Actor, id: string, now: Date) {
  const found = await lockSeen(db, actor, id);
  stopIf(refuseChange(found.state));
  await removeVersion(db, id);
  const { number } = found;
  await recordEvents(db, actor, [{ kind: 'agreement-dropped', detail: { number } }], now);
}

/** Asks a second person to issue a draft as it stands. */
export async function offerDraft(db: Db, actor: Actor, read: Read, now: Date) {
  const found = await lockSeen(db, actor, read.id);
  const inForce = findInForce(await listWordings(db));
  stopIf(refuseOffer(found.state, found, inForce));
  requireVersion(found.version, read.version);
  await recordChange(db, found.id, { state: 'offered', offeredBy: actor.personId, offeredAt: now });
  const { number } = found;
  await recordEvents(db, actor, [{ kind: 'agreement-offered', detail: { number } }], now);
}

/** Issues what somebody else has offered: its text is sealed with its hash, and stands from now on. */
export async function issueVersion(db: Db, actor: Actor, read: Read, now: Date) {
  // Nobody is signing the version before while another takes its place.
  await lockIssued(db);
  const found = await lockSeen(db, actor, read.id);
  stopIf(refuseIssue(found, actor.personId, dayInLondon(now)));
  requireVersion(found.version, read.version);
  const { id, number } = found;
  const sealedText = canonicalText(await findPartnershipName(db, actor.partnershipId), number, found);
  const sha256 = createHash('sha256').update(sealedText, 'utf8').digest('hex');
  await recordChange(db, id, {
    state: 'issued',
    issuedBy: actor.personId,
    issuedAt: now,
    sealedText,
    sha256,
  });
  await recordEvents(
    db,
    actor,
    [{ kind: 'agreement-issued', detail: { number, sha256, consentBy: found.consentBy } }],
    now,
  );
}

/** Withdraws what was issued: nobody signs it any more. Those who have signed it stay bound by it. */
export async function withdrawVersion(db: Db, actor: Actor, id: string, why: string, now: Date) {
  const found = await lockSeen(db, actor, id);
  stopIf(refuseWithdrawal(found.state));
  const withdrawn = { withdrawnBy: actor.personId, withdrawnAt: now, withdrawnWhy: why };
  await recordChange(db, id, { state: 'withdrawn', ...withdrawn });
  const { number } = found;
  await recordEvents(db, actor, [{ kind: 'agreement-withdrawn', detail: { number, why } }], now);
}

async function lockSeen(db: Db, actor: Actor, id: string) {
  const found = await lockVersion(db, id);
  if (!found || !seenStates(actor).includes(found.state)) throw notFound();
  return found;
}

function stopIf(refusal: AgreementRefusal | null) {
  if (refusal) throw refused(refusal);
}

const details: Record<ClauseFault['fault'], string> = {
  'same-key': 'is the key of an earlier clause',
  'no-letters': 'must have letters in it',
  'same-heading': 'is the heading of an earlier clause',
  'consent-kind': 'must be consent for this clause',
  'terms-key': 'is the key of the terms',
  'terms-heading': 'is the heading of the terms',
  'consent-missing': `must hold the clauses ${namedConsents.join(' and ')}`,
};

/** The words as they are kept: one kind of line end. @throws 400 naming the clause at fault */
function plainWording({ title, clauses }: Wording) {
  const found = findClauseFault(clauses);
  if (found) {
    const place = found.at === null ? '' : `/${found.at}/${found.part}`;
    throw badField(`/body/clauses${place}`, details[found.fault]);
  }
  return {
    title,
    clauses: clauses.map((clause) => ({ ...clause, text: clause.text.replace(/\r\n/g, '\n') })),
  };
}
