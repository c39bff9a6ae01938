/**
 * Columns of whole numbers. Every table of the engine is an `Int32Array`, always of that one type, so that `at` and
 * `add` stay monomorphic and cost nothing. Indices come from the compiled model and are never out of range.
 */
export function at(column: Int32Array, index: number): number {
  return column[index] as number;
}

/** Adds to one cell. */
export function add(column: Int32Array, index: number, amount: number): void {
  column[index] = (column[index] as number) + amount;
}

/** Puts a day into a set of days, or takes it out. A set is a row of 32-bit words that starts at `start`. */
export function setDay(sets: Int32Array, start: number, day: number, present: boolean): void {
  const word = start + (day >> 5);
  const bit = 1 << (day & 31);
  sets[word] = present ? at(sets, word) | bit : at(sets, word) & ~bit;
}

/** Whether the set of days that starts at `start` holds `day`. */
export function hasDay(sets: Int32Array, start: number, day: number): boolean {
  return ((at(sets, start + (day >> 5)) >>> (day & 31)) & 1) === 1;
}

/** How many bits of one word are set. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
