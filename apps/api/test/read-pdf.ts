import { getDocumentProxy } from 'unpdf';

/** A piece of text on a page as a screen reader has it: what kind of thing it is, and its words. */
type Read = { tag: string; text: string };

/** Reads a PDF with a parser that is not ours (pdf.js): what somebody who hears it gets, and what is around it. */
export async function readPdf(bytes: Uint8Array) {
  const doc = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: Read[][] = [];
  for (let i = 1; i <= doc.numPages; i++) {
    const page = await doc.getPage(i);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const tree = await page.getStructTree();
    pages.push(readItems(content.items as Item[], rolesOf(tree as Node)));
  }
  const { info } = await doc.getMetadata();
  return {
    pages,
    text: pages.flatMap((page) => page.map(({ text }) => text)).join('\n'),
    isMarked: Boolean((await doc.getMarkInfo())?.Marked),
    info: info as { Title: string; Language: string; CreationDate: string },
    outline: (await doc.getOutline()) ?? [],
  };
}

type Item = { type?: string; tag?: string; id?: string; str?: string; hasEOL?: boolean };
type Node = { role?: string; type?: string; id?: string; alt?: string; children?: Node[] } | null;

/** Which element of the structure each piece of content belongs to. */
function rolesOf(node: Node, role = '', found = new Map<string, string>()) {
  if (node?.type === 'content' && node.id) found.set(node.id, role);
  for (const child of node?.children ?? []) rolesOf(child, node?.role ?? role, found);
  return found;
}

const begin = ({ tag, id }: Item, roles: ReadonlyMap<string, string>): Read => ({
  tag: tag === 'Artifact' ? 'artifact' : (roles.get(id ?? '') ?? 'none'),
  text: '',
});

/** Content that belongs to no element is told as `none`, and what is no content as `artifact`. */
function readItems(items: readonly Item[], roles: ReadonlyMap<string, string>): Read[] {
  const read: Read[] = [];
  let current: Read | null = null;
  for (const item of items) {
    const { type, str = '', hasEOL } = item;
    if (type === 'endMarkedContent') current = null;
    else if (type) {
      current = begin(item, roles);
      read.push(current);
    } else if (current) current.text += `${str}${hasEOL ? ' ' : ''}`;
    else if (str.trim()) read.push({ tag: 'none', text: str });
  }
  return read.map(({ tag, text }) => ({ tag, text: text.replace(/\s+/g, ' ').trim() }));
}
