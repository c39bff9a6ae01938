import type { Role } from '@lateral/domain/people/roles';
import type { LinkRefusal } from '@lateral/domain/sign-in/links';

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
