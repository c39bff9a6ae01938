/** A plain date as we keep it: `2025-07-11`. Never an instant. */
export type PlainDate = string;

/** What a cell held when it was read: a value, nothing, or something we could not read. */
export type CellReading<T> = { value: T | null } | { unreadable: string };

const meaningless = new Set(['.', '-', '--', 'n/a', 'null', 'not recorded', 'not available']);
const suppressed = new Set(['supp', 'ne', 'na', 'n/a', 'lowcov', 'c', 'x', 'z', '..', '.', '-', 'np']);

/** Trims ordinary and no-break spaces, folds runs of them, and keeps everything else as published. */
export function tidyCell(raw: string): string {
  return raw.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}

/** The text of a cell, or null where the publisher wrote nothing that means anything. */
export function readText(raw: string): string | null {
  const text = tidyCell(raw);
  return text === '' || meaningless.has(text.toLowerCase()) ? null : text;
}

/** A whole number, with or without thousands commas; a suppressed value is nothing, never zero. */
export function readWhole(raw: string): CellReading<number> {
  const text = tidyCell(raw).replaceAll(',', '');
  if (text === '' || suppressed.has(text.toLowerCase())) return { value: null };
  return /^\d{1,9}(\.0+)?$/.test(text) ? { value: Math.trunc(Number(text)) } : { unreadable: text };
}

/** A percentage between 0 and 100, with or without its sign. */
export function readPercent(raw: string): CellReading<number> {
  const text = tidyCell(raw).replace(/ ?%$/, '');
  if (text === '' || suppressed.has(text.toLowerCase())) return { value: null };
  return /^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100
    ? { value: Number(text) }
    : { unreadable: text };
}

/** Reads 31-08-2024, 31/08/2024, 31.8.24 or 2024-08-31. The placeholder 01-01-1900 is nothing. */
export function readDate(raw: string): CellReading<PlainDate> {
  const text = tidyCell(raw).replace(/[T ]0{1,2}:00(:00(\.0+)?)?Z?$/, '');
  if (text === '') return { value: null };
  const british = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const parts = british ? [british[3], british[2], british[1]] : iso?.slice(1);
  const date = parts ? toPlainDate(fullYear(parts[0] ?? ''), Number(parts[1]), Number(parts[2])) : null;
  if (date === null) return { unreadable: text };
  return { value: date === '1900-01-01' ? null : date };
}

/** True when a spreadsheet would run this cell as a formula rather than show it. */
export function isFormula(raw: string): boolean {
  return /^[=+\-@]./.test(raw.trimStart());
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) < 50 ? 2000 + Number(year) : 1900 + Number(year);
}

function toPlainDate(year: number, month: number, day: number): PlainDate | null {
  if (year < 1200 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
