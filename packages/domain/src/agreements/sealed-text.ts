/** A sealed text in its parts, as `canonicalText` wrote it: for setting it on a page, never for writing it anew. */
export type SealedText = {
  title: string;
  /** The lines below the title: of which partnership, and which version. */
  lines: string[];
  /** Each heading with its number and kind, and its paragraphs; the lines of a paragraph stay apart. */
  clauses: { heading: string; paragraphs: string[] }[];
};

/**
 * Reads what was signed. A line that is not set in is a heading: `canonicalText` sets every line of a clause in, so that
 * none can be taken for one. Every letter that was signed is in what is returned.
 */
export function readSealedText(text: string): SealedText {
  const [title = '', lines = '', ...blocks] = text.trimEnd().split(/\n\n+/);
  const clauses: SealedText['clauses'] = [];
  for (const block of blocks) {
    const paragraph = block.replace(/^ {2}/gm, '');
    if (!block.startsWith('  ')) clauses.push({ heading: block, paragraphs: [] });
    else clauses.at(-1)?.paragraphs.push(paragraph);
  }
  return { title, lines: lines.split('\n'), clauses };
}
