import { randomBytes } from 'node:crypto';
import type { Db } from '@lateral/db/client';
import { clausesRead } from '@lateral/domain/agreements/clauses';
import type { Terms } from '@lateral/domain/agreements/terms';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { spanAfterSigning } from '@lateral/domain/memberships/spans';
import {
  referenceOf,
  refuseCoSigning,
  refuseDecision,
  refuseMeeting,
  refuseOpening,
  refuseSigning,
  type SigningRefusal,
} from '@lateral/domain/signings/signings';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { removeLaterMemberships } from '../member-on.ts';
import { badField, refused } from '../problems.ts';
import { lockSchool, readSignature } from '../signature.ts';
import { requireVersion } from '../versions.ts';
import { wakeForCopy } from './copy-queries.ts';
import { findCurrent, readState, type SchoolState } from './describe-signing.ts';
import { findSealed, findVersion, holdIssued } from './queries.ts';
import { tellOfCoSignature, tellOfSignature } from './signing-mails.ts';
import {
  findMembership,
  recordChange,
  recordMembership,
  recordPlace,
  recordSigning,
  type SigningRow,
} from './signing-queries.ts';

type Where = { schoolId: string; publicUrl: string };
/** A pledge that is left out stays as it is. */
type Decision = { metOn: string; minute: string; pledgedPence?: number | null | undefined };
type Signature = { name: string; sha256: string };

/** Keeps where somebody has read to, and begins the signing when nobody has. */
export async function keepReadingPlace(
  db: Db,
  actor: Actor,
  schoolId: string,
  { place, agreementId }: { place: string; agreementId: string },
  now: Date,
) {
  const held = await hold(db, schoolId, now);
  const { signing, inForce } = held;
  stopIf(signing && refuseDecision(signing, inForce));
  if (inForce && inForce.id !== agreementId) throw refused('other-version');
  const agreement = await findVersion(db, agreementId, ['issued']);
  if (agreement && !clausesRead(agreement).some(({ key }) => key === place))
    throw badField('/body/place', 'is not a clause of this version');
  const { id } = signing ?? (await open(db, actor, held, now));
  await recordPlace(db, id, place);
  return readState(db, schoolId, now);
}

/** Puts down what the governing body decided about a version. It can be put right until the headteacher has signed. */
export async function recordDecision(
  db: Db,
  actor: Actor,
  { schoolId, read }: { schoolId: string; read: number },
  { agreementId, ...decision }: Decision & { agreementId: string },
  now: Date,
) {
  const held = await hold(db, schoolId, now);
  const { signing: found, inForce } = held;
  stopIf(found && refuseDecision(found, inForce));
  if (inForce && inForce.id !== agreementId) throw refused('other-version');
  requireVersion(found?.version ?? 0, read);
  const { metOn, minute } = decision;
  const pledgedPence =
    decision.pledgedPence === undefined ? (found?.pledgedPence ?? null) : decision.pledgedPence;
  const signing = found ?? (await open(db, actor, held, now));
  const issuedOn = dayInLondon(inForce?.issuedAt ?? now);
  const fault = refuseMeeting(metOn, { issuedOn, today: dayInLondon(now) });
  if (fault) throw badField('/body/metOn', meetingFaults[fault](issuedOn));
  const prepared = { preparedBy: actor.personId, preparedAt: now };
  await recordChange(db, signing.id, { state: 'agreed', metOn, minute, pledgedPence, ...prepared });
  await tell(db, actor, schoolId, 'governing-body-agreed', { number: inForce?.number, metOn, minute }, now);
  return readState(db, schoolId, now);
}

const meetingFaults = {
  'in-the-future': () => 'is in the future',
  'before-issue': (issuedOn: string) => `is before the version was issued, on ${issuedOn}`,
};

/** The headteacher signs: what they read is what is signed, with how they showed who they are. */
export async function signForSchool(
  db: Db,
  actor: Actor,
  { schoolId, publicUrl, read }: Where & { read: number },
  signature: Signature,
  now: Date,
) {
  const held = await holdToSign(db, schoolId, signature, now);
  const { state, school, signing, inForce, agreement } = held;
  if (signing?.signedBy) stopIf(refuseSigning(signing, inForce));
  if (!inForce) throw refused(signing ? 'version-withdrawn' : 'nothing-to-sign');
  // What they read is what is signed, whatever has come since.
  if (agreement?.id !== inForce.id) throw refused('other-version');
  if (!signing) throw refused('governing-body-first');
  stopIf(refuseSigning(signing, inForce));
  requireVersion(signing.version, read);
  const { name, means } = readSignature(actor, signature.name);
  const { number } = agreement;
  const reference = referenceOf(number, randomBytes(8));
  const proof = { signedBy: actor.personId, signedName: name, signedAt: now, signedMeans: means };
  const signed = { state: 'signed', sha256: signature.sha256, reference, ...proof } as const;
  const { signers } = state;
  const [row] = await Promise.all([
    recordChange(db, signing.id, signed),
    tell(db, actor, schoolId, 'agreement-signed', { number, reference, name }, now),
    tellOfSignature(db, { actor, school, signers, publicUrl, agreement, reference, name }, now),
  ]);
  return { ...withRow(state, row), agreement };
}

/** The chair of governors co-signs: the school is a member from today, when it was not one. */
export async function coSignForSchool(
  db: Db,
  actor: Actor,
  { schoolId, publicUrl, read }: Where & { read: number },
  signature: Signature,
  now: Date,
) {
  const { state, school, agreement } = await holdToSign(db, schoolId, signature, now);
  const ofText = state.all.filter(({ signing: { sha256 } }) => sha256 === signature.sha256);
  const found = ofText.find(({ signing }) => signing.state === 'signed') ?? ofText[0];
  if (!found || !agreement) throw refused('not-signed-yet');
  const { signing, agreementState } = found;
  const isWithdrawn = agreementState === 'withdrawn';
  stopIf(refuseCoSigning(signing, { personId: actor.personId, isWithdrawn }));
  requireVersion(signing.version, read);
  const { name, means } = readSignature(actor, signature.name);
  const { personId: coSignedBy } = actor;
  const proof = { coSignedBy, coSignedName: name, coSignedAt: now, coSignedMeans: means };
  const row = await recordChange(db, signing.id, { state: 'co-signed', ...proof });
  await wakeForCopy(db, actor.partnershipId, signing.id);
  const reference = signing.reference ?? '';
  await tell(db, actor, schoolId, 'agreement-co-signed', { number: agreement.number, reference, name }, now);
  const { from, hasJoined } = await beginMembership(db, actor, schoolId, agreement.terms, now);
  const { signers } = state;
  const what = { actor, school, signers, publicUrl, agreement, reference, name, hasJoined };
  await tellOfCoSignature(db, what, now);
  return { ...withRow(state, row), school: { ...school, memberSince: from }, agreement };
}

/** The school is a member now, for as long as the version says. @returns since when, and whether it was not one before */
async function beginMembership(db: Db, actor: Actor, schoolId: string, terms: Terms, now: Date) {
  const on = dayInLondon(now);
  const current = await findMembership(db, schoolId, on);
  const span = spanAfterSigning(current, terms, on);
  if (!current) await removeLaterMemberships(db, schoolId, on);
  await recordMembership(db, { partnershipId: actor.partnershipId, schoolId, ...span });
  const { to: until } = span;
  if (!current) await tell(db, actor, schoolId, 'membership-began', { on, until }, now);
  else if (until !== current.to) await tell(db, actor, schoolId, 'membership-goes-on', { until }, now);
  return { from: span.from, hasJoined: current === null };
}

/** Holds the school and what has been issued, and finds the signing that the school is at. @throws 404 */
async function hold(db: Db, schoolId: string, now: Date) {
  // Sent together: what is read is read once the school is held.
  const [, state] = await Promise.all([
    lockSchool(db, schoolId).execute(),
    readState(db, schoolId, now, () => holdIssued(db).execute()),
  ]);
  return { state, school: state.school, ...findCurrent(state) };
}

/** The same, for those who sign: with the version whose text they have read. */
async function holdToSign(db: Db, schoolId: string, { sha256 }: Signature, now: Date) {
  const [held, agreement] = await Promise.all([hold(db, schoolId, now), findSealed(db, sha256)]);
  return { ...held, agreement };
}

/** The same with one signing as it is now. */
const withRow = (state: SchoolState, row: SigningRow): SchoolState => ({
  ...state,
  all: state.all.map((one) => (one.signing.id === row.id ? { ...one, signing: row } : one)),
});

/** Begins to sign the version in force. @throws 409 when there is none, or the school is no state school */
async function open(db: Db, actor: Actor, { school, inForce }: Awaited<ReturnType<typeof hold>>, now: Date) {
  stopIf(refuseOpening(school, inForce));
  if (!inForce) throw refused('nothing-to-sign');
  const { partnershipId, personId: openedBy } = actor;
  const { id: schoolId } = school;
  const opened = await recordSigning(db, {
    partnershipId,
    schoolId,
    agreementId: inForce.id,
    openedBy,
    openedAt: now,
  });
  // The school is held, so nobody else can have begun.
  if (!opened) throw new Error('a signing was not begun');
  await tell(db, actor, schoolId, 'signing-opened', { number: inForce.number }, now);
  return opened;
}

const tell = (
  db: Db,
  actor: Actor,
  schoolId: string,
  kind: string,
  detail: Record<string, unknown>,
  now: Date,
) => recordEvents(db, actor, [{ kind, schoolId, detail }], now);

function stopIf(refusal: SigningRefusal | null) {
  if (refusal) throw refused(refusal);
}
