/** A code of eight digits, good for ten minutes and five tries: one guess in twenty million. */
export const confirmCodeDigits = 8;
export const confirmCodeMinutes = 10;
export const confirmCodeTries = 5;

/** Why a code does not prove who somebody is. */
export const codeRefusals = ['code-unknown', 'code-expired', 'code-wrong', 'code-spent'] as const;
export type CodeRefusal = (typeof codeRefusals)[number];

type Code = { codeHash: string; expiresAt: Date; triesLeft: number };

/** One code, in time, within its tries. */
export function refuseCode(code: Code | null, givenHash: string, now: Date): CodeRefusal | null {
  if (!code) return 'code-unknown';
  if (code.expiresAt <= now) return 'code-expired';
  if (code.triesLeft <= 0) return 'code-spent';
  return code.codeHash === givenHash ? null : 'code-wrong';
}

/** Words for an office, wherever they stand before the @. */
const offices =
  'admin administration admissions accounts attendance bursar clerk deputyhead enquiries enquiry finance headteacher headoffice info office reception safeguarding schooloffice senco'.split(
    ' ',
  );
/** Words for a post that are also names of people (Anthony Head): an office only when nothing else stands there. */
const posts =
  'business contact deputy exec executive executivehead frontdesk governor governors head headmaster headmistress heads hello help information mail manager officemanager pa post postbox principal school secretary support team trust'.split(
    ' ',
  );

/**
 * Whether an address is a role mailbox, such as head@ or office@: whoever reads it is not proved to be anybody, so a
 * code is never sent there (security.md §5).
 */
export function isRoleMailbox(email: string): boolean {
  const local = email.split('@')[0]?.toLowerCase() ?? '';
  const words = local.split(/[.\-_+\d]+/).filter(Boolean);
  const all = [...offices, ...posts];
  return (
    words.some((word) => offices.includes(word)) ||
    words.every((word) => all.includes(word)) ||
    all.includes(words.join(''))
  );
}

/** Why a code cannot be sent at all. */
export const codeAddressRefusals = ['address-not-confirmed', 'role-mailbox'] as const;
export type CodeAddressRefusal = (typeof codeAddressRefusals)[number];

/** A code goes to a person's own address, which the broker has confirmed to be theirs alone. */
export function refuseCodeAddress(person: {
  email: string;
  addressConfirmedAt: Date | null;
}): CodeAddressRefusal | null {
  if (isRoleMailbox(person.email)) return 'role-mailbox';
  return person.addressConfirmedAt ? null : 'address-not-confirmed';
}
