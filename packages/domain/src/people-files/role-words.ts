import type { SchoolRole } from '../people/roles.ts';

/** The words that schools write for each role; all that matters are their letters. */
const words: Record<SchoolRole, readonly string[]> = {
  headteacher: [
    'headteacher',
    'head teacher',
    'head',
    'principal',
    'executive headteacher',
    'executive head',
    'executive principal',
    'co-head',
    'co-headteacher',
    'acting headteacher',
    'acting head',
    'interim headteacher',
    'interim head',
    'interim executive headteacher',
    'head of school',
  ],
  deputy: [
    'deputy',
    'deputy head',
    'deputy headteacher',
    'deputy principal',
    'vice principal',
    'acting deputy headteacher',
  ],
  'senior-leader': [
    'senior leader',
    'second leader',
    'assistant head',
    'assistant headteacher',
    'assistant principal',
    'assistant vice principal',
    'senior teacher',
  ],
  'chair-of-governors': [
    'chair of governors',
    'chair of governing body',
    'chair of the governing body',
    'chair of local governing body',
    'chair',
    'co-chair of governors',
    'acting chair of governors',
  ],
  governor: [
    'governor',
    'vice chair of governors',
    'co-opted governor',
    'parent governor',
    'staff governor',
    'foundation governor',
  ],
  'school-administrator': [
    'school administrator',
    'administrator',
    'school business manager',
    'business manager',
    'school secretary',
    'secretary',
    'office manager',
    'bursar',
    "head's pa",
  ],
};

const roleByWord = new Map(
  (Object.keys(words) as SchoolRole[]).flatMap((role) =>
    words[role].map((word) => [letters(word), role] as const),
  ),
);

/** Finds the role behind the words in a people file, or null: an unknown role is refused, not guessed. */
export function findRole(text: string): SchoolRole | null {
  return roleByWord.get(letters(text)) ?? null;
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/s$/, '');
}
