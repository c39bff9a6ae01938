import type { Person } from '@lateral/contract/people';
import { type Role, roles } from '@lateral/domain/people/roles';
import { plural } from '../ui/plural.ts';
import { roleWords } from '../words.ts';
import type { PeopleSearch } from './search.ts';

export const roleOptions = [
  { value: '', label: 'Every role' },
  { value: 'leaders', label: 'Heads, deputies and senior leaders' },
  ...roles.map((role: Role) => ({ value: role, label: roleWords[role] })),
];

export const trainedOptions = [
  { value: '', label: 'Trained or not' },
  { value: 'yes', label: 'Trained to review' },
  { value: 'no', label: 'Not trained yet' },
];

/** "532 people: trained to review, like “fern”" */
export function countPeople(total: number, { q, trained }: PeopleSearch) {
  const parts = [
    trained === 'yes' && 'trained to review',
    trained === 'no' && 'not trained yet',
    q && `like “${q}”`,
  ];
  const said = parts.filter(Boolean).join(', ');
  return `${plural(total, 'person', 'people')}${said && `: ${said}`}`;
}

/** How far an address is known to be a person's own. */
export const addressWords: Record<Person['address'], string> = {
  confirmed: 'Theirs alone',
  unconfirmed: 'Not confirmed',
  'role-mailbox': 'An office’s',
};

export const addressHints: Record<Person['address'], string> = {
  confirmed: 'Nobody else reads it. We may send a code there before something that matters, such as signing.',
  unconfirmed:
    'Ask them whether they alone read it. Once you confirm it, we may send a code there before something that matters.',
  'role-mailbox':
    'It belongs to an office or a post, so we send no codes there. They can use a passkey, or you can give them an address of their own.',
};
