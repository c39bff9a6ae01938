import { tidyCell } from './cells.ts';

/** The head as published, over three cells that schools fill in as they please. */
export interface PublishedHead {
  headTitle: string | null;
  headFirstName: string | null;
  headLastName: string | null;
  headJobTitle: string | null;
}

/** A name fit to show, one entry per person, and any note that was tucked into the name. */
export interface HeadDisplay {
  names: string[];
  note: string | null;
}

const titles = new Set(
  'mr mrs miss ms mx dr rev reverend revd fr father sr sister br brother canon sir dame lady lord prof professor'.split(
    ' ',
  ),
);

/** Reads the head's name for display. What was published is kept beside it, untouched. */
export function displayHead(head: PublishedHead): HeadDisplay {
  const joined = tidyCell(`${head.headFirstName ?? ''} ${head.headLastName ?? ''}`);
  if (joined === '') return { names: [], note: null };
  const { name, note } = cutNote(joined);
  const shared = name
    .split(/ ?[/&+] ?| and /i)
    .map(tidyCell)
    .filter(Boolean);
  if (shared.length > 1) return { names: shareSurname(shared), note };
  const pair = splitPair(head, note);
  if (pair) return { names: pair, note };
  const title =
    head.headTitle && titles.has(head.headTitle.toLowerCase().replace('.', '')) ? head.headTitle : '';
  return { names: [tidyCell(`${title} ${name}`)], note };
}

/** "Pugh (maternity cover)", "Cooper - Executive Headteacher": the note leaves the name. */
function cutNote(name: string): { name: string; note: string | null } {
  const found = /^(.*?) ?(?:\((.*?)\)?| [-–—] ?(.*)| ?, ?((?:acting|interim|executive|maternity).*))$/i.exec(
    name,
  );
  const kept = tidyCell(found?.[1] ?? '');
  if (!found || kept === '') return { name, note: null };
  return { name: kept, note: tidyCell(found[2] ?? found[3] ?? found[4] ?? '') || null };
}

/** Two full names, one in each cell, where the title or the post says that the headship is shared. */
function splitPair(head: PublishedHead, note: string | null): string[] | null {
  const first = tidyCell(head.headFirstName ?? '');
  const last = cutNote(tidyCell(head.headLastName ?? '')).name;
  const saysShared = /\bco[- ]?head|joint|job[- ]?share/i.test(
    `${head.headTitle ?? ''} ${head.headJobTitle ?? ''} ${note ?? ''}`,
  );
  return saysShared && first.includes(' ') && last.includes(' ') ? [first, last] : null;
}

/** "Ann and Bo Field": a name without a surname takes the last one's, unless it carries its own. */
function shareSurname(names: string[]): string[] {
  const surname = names.at(-1)?.split(' ').at(-1) ?? '';
  return names.map((name) => (name.includes(' ') ? name : `${name} ${surname}`));
}
