import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { SchoolRole } from '@lateral/domain/people/roles';
import type { Actor } from '../actor.ts';
import { findPartnershipName } from '../all-partnerships.ts';
import { postMail } from '../outbox.ts';
import { listHolders } from '../roles-held.ts';
import { copyOf, coSigned, pleaseCoSign, type Signed } from './compose-mails.ts';
import type { findVersion } from './queries.ts';
import { findSchool } from './signing-queries.ts';

type What = {
  actor: Actor;
  schoolId: string;
  publicUrl: string;
  agreement: NonNullable<Awaited<ReturnType<typeof findVersion>>>;
  reference: string;
  name: string;
  /** Whether the school has become a member by it. */
  hasJoined?: boolean;
};

/** The head has signed: their copy, and a word to whoever is to co-sign. */
export async function tellOfSignature(db: Db, what: What, now: Date) {
  const signed = await readSigned(db, what, now);
  // Whoever has signed does not co-sign.
  const asked = await post(
    db,
    what,
    ['chair-of-governors'],
    (to) => pleaseCoSign(signed, to),
    now,
    what.actor.personId,
  );
  await post(db, what, ['headteacher'], (to) => copyOf(signed, to, asked > 0), now);
}

/** It is co-signed: a copy for both, with what holds from now on. */
export async function tellOfCoSignature(db: Db, what: What, now: Date) {
  const signed = await readSigned(db, what, now);
  await post(db, what, ['headteacher', 'chair-of-governors'], (to) => coSigned(signed, to), now);
}

async function readSigned(
  db: Db,
  { actor, schoolId, publicUrl, agreement, reference, name, hasJoined = false }: What,
  now: Date,
) {
  const { partnershipId } = actor;
  const school = await findSchool(db, schoolId, dayInLondon(now));
  return {
    partnership: await findPartnershipName(db, partnershipId),
    school: school?.name ?? '',
    url: `${publicUrl}/schools/${schoolId}/agreement`,
    number: agreement.number,
    text: agreement.sealedText ?? '',
    sha256: agreement.sha256 ?? '',
    reference,
    name,
    isMember: Boolean(school?.memberSince),
    hasJoined,
  } satisfies Signed;
}

/** In the transaction of the signature: once it is there, so is its mail. @returns how many were told */
async function post(
  db: Db,
  { actor: { partnershipId }, schoolId }: What,
  roles: readonly SchoolRole[],
  compose: (to: string) => { subject: string; text: string },
  now: Date,
  except: string | null = null,
) {
  const holders = await listHolders(db, schoolId, roles, dayInLondon(now));
  const told = holders.filter(({ personId }) => personId !== except);
  const once = new Map(told.map(({ email, name }) => [email, name]));
  for (const [to, name] of once) await postMail(db, { partnershipId, to, ...compose(name) }, now);
  return once.size;
}
