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
