import type { Db } from '@lateral/db/client';
import type { SchoolRole } from '@lateral/domain/people/roles';
import type { Actor } from '../actor.ts';
import { postMails } from '../outbox.ts';
import { lettersTo } from '../school-letters.ts';
import { copyOf, coSigned, pleaseCoSign, type Signed } from './compose-mails.ts';
import type { findVersion } from './queries.ts';
import type { findSchool, listSigners } from './signing-queries.ts';

type What = {
  actor: Actor;
  school: NonNullable<Awaited<ReturnType<typeof findSchool>>>;
  /** Those who sign for it today. */
  signers: Awaited<ReturnType<typeof listSigners>>;
  publicUrl: string;
  agreement: NonNullable<Awaited<ReturnType<typeof findVersion>>>;
  reference: string;
  name: string;
  /** Whether the school has become a member by it. */
  hasJoined?: boolean;
};

/** The head has signed: their copy, and a word to whoever is to co-sign. */
export async function tellOfSignature(db: Db, what: What, now: Date) {
  const signed = readSigned(what);
  const { heads, chairs } = byRole(what);
  // Whoever has signed does not co-sign.
  const asked = chairs.filter(({ personId }) => personId !== what.actor.personId);
  const mails = [
    ...lettersTo(asked, (to) => pleaseCoSign(signed, to)),
    ...lettersTo(heads, (to) => copyOf(signed, to, asked.length > 0)),
  ];
  await post(db, what, mails, now);
}

/** It is co-signed: a copy for both, with what holds from now on. */
export async function tellOfCoSignature(db: Db, what: What, now: Date) {
  const signed = readSigned(what);
  const { heads, chairs } = byRole(what);
  const mails = lettersTo([...heads, ...chairs], (to) => coSigned(signed, to));
  await post(db, what, mails, now);
}

function readSigned({ school, publicUrl, agreement, reference, name, hasJoined = false }: What) {
  return {
    partnership: school.partnership,
    school: school.name,
    url: `${publicUrl}/schools/${school.id}/agreement`,
    number: agreement.number,
    text: agreement.sealedText ?? '',
    sha256: agreement.sha256 ?? '',
    reference,
    name,
    isMember: school.memberSince !== null || hasJoined,
    hasJoined,
  } satisfies Signed;
}

function byRole({ signers }: What) {
  const ofRole = (wanted: SchoolRole) => signers.filter(({ role }) => role === wanted);
  return { heads: ofRole('headteacher'), chairs: ofRole('chair-of-governors') };
}

/** In the transaction of the signature: once it is there, so is its mail. */
const post = (db: Db, { actor: { partnershipId } }: What, letters: ReturnType<typeof lettersTo>, now: Date) =>
  postMails(
    db,
    letters.map((letter) => ({ partnershipId, ...letter })),
    now,
  );
