import { type CellReading, readText, tidyCell } from './cells.ts';

/** A web address with its scheme: the register often leaves it off. */
export function readWebsite(raw: string): CellReading<string> {
  const text = readText(raw);
  if (text === null) return { value: null };
  const mended = text.replace(/^(https?):?\/{1,2}/i, (_, scheme: string) => `${scheme.toLowerCase()}://`);
  const address =
    /^[a-z][a-z0-9+.-]*:/i.test(mended) && !/^[^/]+\.[^/]+:\d/.test(mended) ? mended : `https://${mended}`;
  return /^https?:\/\/[^\s/@.<>"]+(\.[^\s/@.<>"]+)+([/?#][^\s<>"]*)?$/i.test(address)
    ? { value: address }
    : { unreadable: text };
}

/** A postcode in capitals with one space before its last three characters. */
export function readPostcode(raw: string): CellReading<string> {
  const text = tidyCell(raw).toUpperCase().replaceAll(' ', '');
  if (readText(raw) === null) return { value: null };
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(text)
    ? { value: `${text.slice(0, -3)} ${text.slice(-3)}` }
    : { unreadable: tidyCell(raw) };
}

/** A telephone number in figures, the first of several; a spreadsheet's lost leading 0 is put back. */
export function readTelephone(raw: string): CellReading<string> {
  const text = readText(raw);
  if (text === null) return { value: null };
  const first = text.split(/\/| or /)[0] ?? '';
  const figures = first.replace(/[\s().-]/g, '').replace(/^\+?44\(?0?\)?/, '0');
  if (/^0\d{9,10}$/.test(figures)) return { value: figures };
  return /^[1-9]\d{8,9}$/.test(figures) ? { value: `0${figures}` } : { unreadable: text };
}

/** Metres of the national grid, inside Great Britain. */
export function readGrid(raw: string): CellReading<number> {
  const text = tidyCell(raw);
  if (text === '' || text === '0') return { value: null };
  return /^\d{1,7}(\.\d+)?$/.test(text) && Number(text) <= 1_300_000
    ? { value: Math.round(Number(text)) }
    : { unreadable: text };
}
