import type { Role } from '@lateral/domain/people/roles';
import { ApiError } from './api-error.ts';

export const roleWords: Record<Role, string> = {
  broker: 'Broker',
  'board-member': 'Board member',
  'local-authority-officer': 'Local authority officer',
  observer: 'Observer',
  headteacher: 'Headteacher',
  deputy: 'Deputy head',
  'senior-leader': 'Senior leader',
  'chair-of-governors': 'Chair of governors',
  governor: 'Governor',
  'school-administrator': 'School administrator',
};

/** A role in words; one that a newer API sends is shown as it is. */
export const roleName = (role: string) => (role in roleWords ? roleWords[role as Role] : role);

/** Errors that any screen may meet. */
const errorWords: Record<string, string> = {
  network: 'We could not reach Lateral. Check your connection and try again.',
  'sign-in': 'You have been signed out. Sign in again, then try once more.',
  forbidden: 'You do not have permission to do this.',
  'not-found': 'We could not find that. It may have been moved or taken away.',
  invalid: 'Something you entered is not right. Check it and try again.',
  'invalid-text': 'Some of the letters could not be read. Type it again and try once more.',
  'too-large': 'That file is too large. A file may be at most 250 MB.',
  'not-confirmed': 'This was not done, because you did not show that it is you.',
  'in-flight': 'This is still being done. Wait a moment, then look again.',
  changed: 'Somebody else has changed this since you opened it.',
  'too-many-attempts': 'There have been too many attempts. Wait a few minutes, then try again.',
  unavailable: 'Lateral is not available at the moment. Try again in a minute.',
  busy: 'This is already being worked on. Wait until it is done.',
  stopped: 'You stopped this before it was finished.',
};

/** Our words for an error: the screen's own first, then the general ones, then a plain apology. */
export function explain(error: Error, words: Record<string, string> = {}): string {
  const code = error instanceof ApiError ? error.code : '';
  return words[code] ?? errorWords[code] ?? 'Sorry, that did not work. Please try again.';
}

/** The faults that the API found, as lines for an error summary: `fieldWords` are keyed by the field's name. */
export function faultsOf(error: Error | null, fieldWords: Record<string, string> = {}) {
  if (!error) return [];
  const faults = error instanceof ApiError ? error.errors : [];
  if (faults.length === 0) return [{ field: null, text: explain(error, fieldWords) }];
  return faults.map(({ pointer, detail }) => {
    const field = pointer.split('/')[2] ?? '';
    return { field, text: fieldWords[field] ?? `This ${detail}` };
  });
}
