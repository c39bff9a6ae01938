import type { Db } from '@lateral/db/client';
import { schoolWords } from '@lateral/db/schema';
import { readSearchWords, swapsOf } from '@lateral/domain/schools/search-words';
import { and, desc, gt, inArray, type SQL, sql } from 'drizzle-orm';

/** How alike two words must be to count as the same one misspelt, from 0 to 1; and how many it may be taken for. */
const likeness = 0.33;
const mostAlike = 12;
/** How alike a word is with two of its letters changed over. */
const swapped = 0.8;
/** A shorter word is a beginning, not a slip: it counts only where a word begins with it. */
const shortest = 4;

/** A word that was typed, those that mean the same, and words of schools that it may be a slip for. */
export type SearchWord = { same: string[]; alike: { word: string; score: number }[] };

/**
 * Reads what was typed, with the words of this partnership's schools that each of its words may be a slip for.
 * Compares words, not schools: row-level security keeps a trigram index out of use (docs/decisions/011).
 */
export function readSearch(db: Db, q: string | undefined): Promise<SearchWord[]> {
  const read = async (same: string[]) => ({ same, alike: await listWordsLike(db, same[0] ?? '') });
  return Promise.all(readSearchWords(q ?? '').map(read));
}

async function listWordsLike(db: Db, typed: string): Promise<SearchWord['alike']> {
  if (typed.length < shortest || /\d/.test(typed)) return [];
  const isSwapped = inArray(schoolWords.word, swapsOf(typed));
  const score = sql<number>`case when ${isSwapped} then ${swapped}::real else similarity(${typed}, ${schoolWords.word}) end`;
  return db
    .select({ word: schoolWords.word, score })
    .from(schoolWords)
    .where(gt(score, sql`${likeness}::real`))
    .orderBy(desc(score), schoolWords.word)
    .limit(mostAlike);
}

const begins = (words: readonly string[], text: SQL) =>
  sql.join(
    words.map((word) => sql`position(${` ${word}`} in ' ' || ${text}) > 0`),
    sql` or `,
  );

/** How well one word is found in a text: 1 where a word begins with it, 0.9 inside one, less when it is misspelt. */
function scoreOf({ same, alike }: SearchWord, text: SQL): SQL {
  const [typed = ''] = same;
  const inside = typed.length < shortest ? sql`` : sql`when position(${typed} in ${text}) > 0 then 0.9`;
  const slips = alike.map(({ word, score }) => sql`when ${begins([word], text)} then ${0.8 * score}::real`);
  return sql`case when ${begins(same, text)} then 1 ${inside} ${sql.join(slips, sql` `)} else 0 end`;
}

/**
 * Forgiving search in a text that is already in small letters without apostrophes and dots.
 * @returns `isFound` every word is there or nearly so; `score` how well, 0 to 1; null when nothing was typed
 */
export function searchIn(text: SQL, words: readonly SearchWord[]): { isFound: SQL; score: SQL } | null {
  if (words.length === 0) return null;
  const scores = words.map((word) => scoreOf(word, text));
  const isFound = and(...scores.map((score) => sql`${score} > 0`)) ?? sql`true`;
  return { isFound, score: sql`(${sql.join(scores, sql` + `)}) / ${sql.raw(String(scores.length))}` };
}
