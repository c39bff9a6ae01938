import { createHash } from 'node:crypto';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { recoveryHours } from '@lateral/domain/recoveries/recoveries';
import { listContacts, lockRecoveryOf, postOnce } from './keeper-queries.ts';

type Which = { partnershipId: string; recoveryId: string };
type Found = NonNullable<Awaited<ReturnType<typeof lockRecoveryOf>>>;

/** What the secret is for that stops a recovery from a mail. */
export const stopPurpose = (recoveryId: string) => `stop recovery ${recoveryId}`;

/** A mail's id from what it is about, so that telling twice sends once. */
function idOf(...about: string[]) {
  const hex = createHash('sha256').update(about.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Tells everybody who knows the person how their recovery stands, at their old address and the new one too. */
export async function tellRecovery(
  db: Db,
  { partnershipId, recoveryId }: Which,
  links: { publicUrl: string; stopToken: string },
  now: Date,
) {
  const recovery = await lockRecoveryOf(db, partnershipId, recoveryId);
  if (!recovery) return;
  const contacts = await listContacts(db, recovery.personId, dayInLondon(now));
  const everybody = [
    ...contacts,
    { partnershipId, email: recovery.oldEmail ?? recovery.person.email },
    { partnershipId, email: recovery.newEmail },
  ];
  const { subject, text } = mailOf(recovery, links);
  for (const { partnershipId: of, email } of everybody) {
    const id = idOf(recoveryId, recovery.state, email.toLowerCase());
    await postOnce(db, { id, partnershipId: of, toAddress: email, subject, text, createdAt: now });
  }
}

function mailOf(recovery: Found, { publicUrl, stopToken }: { publicUrl: string; stopToken: string }) {
  const { state, person, newEmail, partnershipId } = recovery;
  const name = `${person.firstName} ${person.lastName}`;
  const stop = `If this is not right, stop it now. You do not have to sign in:

${publicUrl}/sign-in/stop#${partnershipId}.${stopToken}
`;
  const told: Record<Found['state'], string> = {
    asked: `Somebody has asked that ${name} should sign in to Lateral with a new address, ${newEmail}, because they cannot read their old one. A second person must agree, and then a day must pass.

${stop}`,
    agreed: `Two people have agreed that ${name} should sign in to Lateral with a new address, ${newEmail}. This happens in ${recoveryHours} hours.

${stop}`,
    done: `${name} now signs in to Lateral with ${newEmail}. Their old address no longer works, and they have been signed out everywhere.
`,
    stopped: `${name} keeps the address they had. The new address for them was stopped.
`,
    failed: `${name} could not be given the address ${newEmail}, because somebody else signs in with it.
`,
  };
  return {
    subject: `About ${name}’s address at Lateral`,
    text: `Hello,\n\n${told[state]}\nYou are told this because you know ${name}, or it is about you.\n`,
  };
}
