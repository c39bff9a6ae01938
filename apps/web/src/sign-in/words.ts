import type { Role } from '@lateral/domain/people/roles';
import type { CodeAddressRefusal } from '@lateral/domain/sign-in/codes';
import type { LinkRefusal } from '@lateral/domain/sign-in/links';
import type { SignInMeans } from '@lateral/domain/sign-in/sessions';

/** What each role may come to see, for those who try the demonstration. */
export const roleHints: Record<Role, string> = {
  broker: 'Runs the partnership: every school, every review, what needs doing today',
  'board-member': 'Sees every school',
  'local-authority-officer': 'Sees the partnership and its calendar',
  observer: 'Sees the partnership and its calendar',
  headteacher: 'Sees their own school and its people, on a phone',
  deputy: 'Sees their own school and its people',
  'senior-leader': 'Sees their own school and its people',
  'chair-of-governors': 'Sees their own school',
  governor: 'Sees their own school',
  'school-administrator': 'Keeps their own school’s details right',
};

/** Why a link did not sign somebody in, and what to do next. `choose-partnership` is a choice, not a fault. */
export const linkWords: Record<LinkRefusal, { title: string; next: string }> = {
  'link-unknown': {
    title: 'This link does not work',
    next: 'Part of it may be missing. Copy the whole link from the e-mail, or ask for a new one.',
  },
  'link-used': {
    title: 'This link has been used',
    next: 'Each link works once. Ask for a new one to sign in again.',
  },
  'link-expired': {
    title: 'This link is too old',
    next: 'Links last 15 minutes, so that nobody else can use them later. Ask for a new one.',
  },
  'other-browser': {
    title: 'Open this link where you asked for it',
    next: 'To keep you safe, a link works only in the browser that asked for it. Open it there, or ask for a new one here.',
  },
  'no-role': {
    title: 'You do not have a role here at the moment',
    next: 'We know your address, but no school or partnership lists you today. Ask the person who runs your partnership to add you.',
  },
  'choose-partnership': {
    title: 'Which partnership do you want to sign in to?',
    next: 'You have a role in more than one.',
  },
};

export const emailFault = 'Enter an e-mail address, such as name@school.sch.uk';

const tooMany = 'There have been too many attempts. Wait a few minutes, then try again.';

/** What may go wrong with a passkey. */
export const passkeyErrorWords: Record<string, string> = {
  'passkey-silent': 'Your device did not answer. Try again, or use another way.',
  'passkey-here': 'This device already has a passkey for you.',
  'passkey-unknown': 'We do not know this passkey. It may have been removed. Use another way.',
  'passkey-refused': 'Your passkey was not accepted. Try again, or use another way.',
  'passkey-known': 'This passkey is already in your list.',
  'too-many-passkeys': 'You have as many passkeys as we can keep. Remove one first.',
  'challenge-unknown': 'That took too long or was used before. Try again.',
  'challenge-expired': 'That took too long. Try again.',
  'no-role': 'No school or partnership lists you today. Ask the person who runs your partnership.',
  'too-many-attempts': tooMany,
};

export const providerErrorWords: Record<string, string> = {
  'provider-away': 'The other site does not answer at the moment. Try again, or use another way.',
  'too-many-attempts': tooMany,
};

/** Why somebody who came back from the provider is not let in, and what to do next. */
export const providerWords = {
  'visit-over': {
    title: 'That took too long',
    next: 'Or you came back in another browser. Go back and try again.',
  },
  'provider-refused': {
    title: 'You were not signed in there',
    next: 'The other site did not say who you are. Go back and try again, or use another way.',
  },
  'nobody-known': {
    title: 'We do not know you by that account',
    next: 'No school or partnership lists the address of that account. Sign in by e-mail, or ask the person who runs your partnership to add you.',
  },
  'another-person': {
    title: 'That was somebody else’s account',
    next: 'You are signed in here as one person and there as another. Go back and use your own account.',
  },
  'not-fresh': {
    title: 'The other site did not ask you again',
    next: 'We need a fresh sign-in from there. Go back and try again, or use another way.',
  },
} as const;
export type ProviderRefusal = keyof typeof providerWords;

export const stopErrorWords: Record<string, string> = {
  'not-found': 'This link does not work. Part of it may be missing.',
  invalid: 'This link does not work. Part of it may be missing.',
  'recovery-ended': 'This has ended already: it was stopped, or it has happened.',
  'too-many-attempts': tooMany,
};

/** Why no code can be mailed. */
export const codeRefusalWords: Record<CodeAddressRefusal, string> = {
  'address-not-confirmed':
    'We cannot mail you a code, because nobody has confirmed yet that your address is yours alone. Ask the person who runs your partnership.',
  'role-mailbox':
    'We cannot mail you a code, because an office reads your address and not you alone. Ask the person who runs your partnership for an address of your own.',
};

/** What may go wrong with a code. */
export const codeErrorWords: Record<string, string> = {
  'code-unknown': 'Ask for a new code. This one was used, or belongs to another device.',
  'code-expired': 'That code is too old. Ask for a new one.',
  'code-wrong': 'That is not the code. Check it and try again.',
  'code-spent': 'That code was tried too often. Ask for a new one.',
  'too-many-attempts': tooMany,
  invalid: 'Type the eight digits of the code.',
  ...codeRefusalWords,
};

/** How a session began, before the moment. */
export const meansWords: Record<SignInMeans, string> = {
  link: 'By e-mail,',
  'first-link': 'By the first link,',
  passkey: 'By passkey,',
  oidc: 'By another site,',
  demonstration: 'As a demonstration,',
};

export const unsubscribeErrorWords: Record<string, string> = {
  'not-found': 'This address is not complete. Open it again from the mail, or choose in Your account.',
  invalid: 'This address is not complete. Open it again from the mail, or choose in Your account.',
};
