/** One fault of an input: where it is (a JSON pointer) and what is wrong, in a sentence. */
export interface Fault {
  path: string;
  fault: string;
}

/** Reads one value at a path. It notes faults and always returns something of its type, so that reading goes on. */
export type Read<T> = (value: unknown, path: string, faults: Fault[]) => T;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'text' : `a ${typeof value}`;
}

function expected(what: string, value: unknown, path: string, faults: Fault[]): void {
  const fault =
    value === undefined ? `is missing: expected ${what}` : `should be ${what}, not ${kindOf(value)}`;
  faults.push({ path: path === '' ? '/' : path, fault });
}

export const readText: Read<string> = (value, path, faults) => {
  if (typeof value === 'string') return value;
  expected('text', value, path, faults);
  return '';
};

export const readId: Read<string> = (value, path, faults) => {
  const id = readText(value, path, faults);
  if (value === '') faults.push({ path, fault: 'should not be empty' });
  return id;
};

export const readFlag: Read<boolean> = (value, path, faults) => {
  if (typeof value !== 'boolean') expected('true or false', value, path, faults);
  return value === true;
};

export function readNumber({ min = -1e9, max = 1e9, whole = true } = {}): Read<number> {
  return (value, path, faults) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) expected('a number', value, path, faults);
    else if (whole && !Number.isInteger(value))
      faults.push({ path, fault: `should be a whole number, not ${value}` });
    else if (value < min || value > max)
      faults.push({ path, fault: `should be between ${min} and ${max}, not ${value}` });
    else return value;
    return Math.max(min, 0);
  };
}

export function readOneOf<const T extends string>(words: readonly T[]): Read<T> {
  return (value, path, faults) => {
    const word = words.find((one) => one === value);
    if (word !== undefined) return word;
    const shown = typeof value === 'string' ? `"${value}"` : kindOf(value);
    faults.push({
      path,
      fault: `should be one of ${words.join(', ')}, not ${value === undefined ? 'missing' : shown}`,
    });
    return words[0] as T;
  };
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export const readDate: Read<string> = (value, path, faults) => {
  if (typeof value === 'string' && isDate(value)) return value;
  if (typeof value === 'string') faults.push({ path, fault: `"${value}" is not a date (YYYY-MM-DD)` });
  else expected('a date (YYYY-MM-DD)', value, path, faults);
  return '2000-01-01';
};

/** A date, a half day (`…:am`, `…:pm`), or `first/last` of at most ten years. */
export const readSpan: Read<string> = (value, path, faults) => {
  const span = readText(value, path, faults);
  if (typeof value !== 'string') return '2000-01-01';
  const [first = '', last, ...more] = span.split('/');
  const single = last === undefined && isDate(first.replace(/:(am|pm)$/, ''));
  const range = last !== undefined && more.length === 0 && isDate(first) && isDate(last);
  if (single) return span;
  if (range && first <= last && Number(last.slice(0, 4)) - Number(first.slice(0, 4)) <= 10) return span;
  const fault = range
    ? 'should run forwards, over ten years at most'
    : 'is not a day, a half day or a span of days';
  faults.push({ path, fault: `"${span}" ${fault}` });
  return '2000-01-01';
};

export function readList<T>(read: Read<T>, atLeast = 0): Read<T[]> {
  return (value, path, faults) => {
    if (!Array.isArray(value)) {
      expected('a list', value, path, faults);
      return [];
    }
    if (value.length < atLeast) faults.push({ path, fault: `should hold at least ${atLeast}` });
    return value.map((one, index) => read(one, `${path}/${index}`, faults));
  };
}

export function readMaybe<T>(read: Read<T>): Read<T | null> {
  return (value, path, faults) => (value === null || value === undefined ? null : read(value, path, faults));
}

/** A value that may be left out: it is then `fallback`. */
export function readOr<T>(read: Read<T>, fallback: T): Read<T> {
  return (value, path, faults) =>
    value === null || value === undefined ? fallback : read(value, path, faults);
}

/** An object by its known keys; unknown keys are ignored. */
export function readObject<T extends object>(keys: { [K in keyof T]: Read<T[K]> }): Read<T> {
  return (value, path, faults) => {
    const given = isObject(value) ? value : {};
    if (given !== value) {
      expected('an object', value, path, faults);
      return readObject(keys)({}, path, []);
    }
    const entries = Object.keys(keys).map((key) => {
      const own = Object.hasOwn(given, key) ? given[key] : undefined;
      return [key, keys[key as keyof T](own, `${path}/${key}`, faults)];
    });
    return Object.fromEntries(entries) as T;
  };
}

/** An object of any keys, all of one kind. */
export function readRecord<T>(read: Read<T>): Read<Record<string, T>> {
  return (value, path, faults) => {
    if (!isObject(value)) {
      expected('an object', value, path, faults);
      return {};
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, read(one, `${path}/${key}`, faults)]),
    );
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
