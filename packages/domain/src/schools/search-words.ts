/** Short forms that people type for words of a school's name, and the other way round. */
const sameAs: readonly (readonly string[])[] = [
  ['ce', 'cofe', 'coe', 'c of e', 'church of england'],
  ['rc', 'catholic'],
  ['st', 'saint'],
  ['jnr', 'junior'],
  ['sec', 'secondary'],
  ['prim', 'primary'],
  ['acad', 'academy'],
];
/** Words that tell nothing when there are others. */
const fillers = new Set(['a', 'an', 'and', 'at', 'for', 'in', 'of', 'the']);
const mostWords = 8;

/** Small letters, without the marks that people leave out: as the `searched` column of schools is written. */
export const plainText = (text: string) => text.toLowerCase().replace(/['’.]/g, '');

/**
 * What somebody typed into search, word by word, at most eight; each word with the others that mean the same.
 * A name holds them all when it holds one of each.
 */
export function readSearchWords(q: string): string[][] {
  const words = plainText(q)
    .replace(/\bc of e\b/g, 'ce')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !fillers.has(word));
  return (telling.length > 0 ? telling : words).slice(0, mostWords).map((word) => {
    const others = sameAs.find((same) => same.includes(word)) ?? [];
    return [word, ...others.filter((other) => other !== word)];
  });
}

/** A word with each two neighbouring letters changed over: the commonest slip of quick typing, which shares few pieces with the word meant. */
export const swapsOf = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  );
