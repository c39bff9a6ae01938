const plain = (text: string) => text.toLowerCase().replace(/['’.]/g, '');
const wordsOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How alike two words must be to count as the same one misspelt, from 0 to 1. */
const leastAlike = 0.35;

function piecesOf(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}

/** How many pieces of three letters two words share, of all that they have: as PostgreSQL's pg_trgm reckons. */
function alikeness(a: string, b: string): number {
  const [x, y] = [piecesOf(a), piecesOf(b)];
  const shared = [...x].filter((piece) => y.has(piece)).length;
  return shared / (x.size + y.size - shared);
}

function scoreWord(typed: string, words: readonly string[]): number {
  if (words.some((word) => word.startsWith(typed))) return 1;
  if (typed.length < 4) return 0;
  if (words.some((word) => word.includes(typed))) return 0.9;
  const best = Math.max(0, ...words.map((word) => alikeness(typed, word)));
  return best >= leastAlike ? 0.8 * best : 0;
}

/** How well a text answers what was typed: 1 when every word begins one of its own, 0 when a word is not there at all. */
export function likeness(text: string, q: string): number {
  const words = wordsOf(text);
  const scores = wordsOf(q).map((typed) => scoreWord(typed, words));
  if (scores.length === 0 || scores.includes(0)) return 0;
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
