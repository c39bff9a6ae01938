/** A cell that a spreadsheet would take for a formula is given a leading apostrophe; quotes are doubled. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = String(value);
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A CSV file that Excel opens as it is: UTF-8 with a byte order mark, CRLF. */
export const writeCsv = (rows: readonly (readonly (string | number | boolean | null)[])[]) =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
