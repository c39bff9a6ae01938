import type { PlainDate } from './cells.ts';
import type { Header, LinkColumn } from './columns.ts';
import type { RefusedCell } from './refusals.ts';
import { openRow, refuseCell, takeDate, takeName, takeText } from './row-cells.ts';
import { takeUrn } from './take-urn.ts';

/** One row of a links file: `linkType` says what `linkUrn` is to `urn`. */
export interface Link {
  urn: number;
  linkUrn: number;
  linkName: string | null;
  linkType: string;
  linkDate: PlainDate | null;
}

/** How to read a link type; some of the seventeen are free text, so by the words within it. */
export type LinkMeaning = 'successor' | 'predecessor' | 'undirected' | 'unrelated';

/** Reads one row of a links file, or the first reason why not. */
export function readLink(
  header: Header<LinkColumn>,
  cells: readonly string[],
): { link: Link } | { refused: RefusedCell } {
  const row = openRow(header, cells);
  if (row.refused) return { refused: row.refused };
  const linkType = takeText(row, 'linkType');
  if (linkType === null) refuseCell(row, 'linkType', 'link-type-missing');
  const link: Link = {
    urn: takeUrn(row, 'urn'),
    linkUrn: takeUrn(row, 'linkUrn'),
    linkName: takeName(row, 'linkName'),
    linkType: linkType ?? '',
    linkDate: takeDate(row, 'linkDate'),
  };
  if (link.urn === link.linkUrn) refuseCell(row, 'linkUrn', 'link-to-itself', { urn: link.urn });
  return row.refused ? { refused: row.refused } : { link };
}

/** A merger or split named without "successor" or "predecessor" takes its direction from who closed. */
export function meaningOf(linkType: string): LinkMeaning {
  const words = linkType.toLowerCase();
  if (words.includes('successor')) return 'successor';
  if (words.includes('predecessor')) return 'predecessor';
  return isJoining(linkType) || isSplitting(linkType) ? 'undirected' : 'unrelated';
}

/** The words say that several schools became one. */
export function isJoining(linkType: string): boolean {
  return /merg|amalgam/i.test(linkType);
}

/** The words say that one school became several. */
export function isSplitting(linkType: string): boolean {
  return /split/i.test(linkType);
}
