import fc, { type Arbitrary } from 'fast-check';

/** As much of JSON Schema as our documentation uses. */
export type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Schema };

type Described = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  inPath: Parameter[];
  inQuery: Parameter[];
  body: Schema | null;
  isFile: boolean;
};

type Document = { paths: Record<string, Record<string, Described>> };

/** Every operation that the API's own documentation names. */
export const readOperations = (document: Document): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      inPath: parameters.filter((one) => one.in === 'path'),
      inQuery: parameters.filter((one) => one.in === 'query'),
      body: requestBody?.content['application/json']?.schema ?? null,
      isFile: path.endsWith('/files/{name}'),
    })),
  );

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
/** Text that has hurt somebody: NUL, halves of pairs, directions, very long, quotes, paths, formulas, numbers in disguise. */
const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...['', ' ', '\u0000', '\ud800', '\u202e', '%00', "' or 1=1 --", '../../etc/passwd', '=1+1', '__proto__'],
    ...[
      '1e400',
      '-0',
      'NaN',
      'null',
      '9'.repeat(40),
      'a'.repeat(5000),
      '{}',
      '[]',
      '\\',
      '𝒳\u0301'.repeat(50),
    ],
  ),
);

/** Anything at all, of any kind and depth that JSON can say. */
const anything = fc.oneof(
  strange,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(0, -1, 1.5, 2 ** 53, -(2 ** 63), 1e308, true, null, [], {}, [[[[]]]], [null]),
);

/** Ids that exist, by the name of the place that asks for one ("schoolId", "people"). */
export type Ids = (place: string) => Arbitrary<string>;

function textOf(schema: Schema, ids: Ids, place: string): Arbitrary<unknown> {
  if (schema.format === 'uuid') return ids(place);
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (schema.format === 'email') return fc.nat(500).map((n) => `person${n}@school.example`);
  if (schema.format === 'uri') return fc.webUrl();
  if (schema.pattern?.startsWith('^\\d')) return fc.nat(120).map(String);
  if (schema.pattern === '^[\\d\\s]{4,20}$') return fc.constant('123456');
  if (schema.pattern === '^[a-z]{1,20}$') return fc.constantFrom('q', 'phase', 'show', 'cluster', 'sort');
  const least = schema.minLength ?? 0;
  return fc.oneof(words, fc.string({ minLength: least, maxLength: Math.min(schema.maxLength ?? 60, 60) }));
}

function objectOf(schema: Schema, ids: Ids): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const known = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, like(one, ids, name)]),
  );
  const record = fc.record(known, { requiredKeys: required });
  if (typeof additionalProperties !== 'object') return record;
  const names = propertyNames ? (like(propertyNames, ids, 'names') as Arbitrary<string>) : words;
  return fc.dictionary(names, like(additionalProperties, ids, 'values'), { maxKeys: 4 });
}

/** Values that a schema allows, or nearly: what it cannot say in JSON Schema is left to the server. */
export function like(schema: Schema, ids: Ids, place = 'body'): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => like(one, ids, place)));
  const { minimum = -1000, maximum = 1000, minItems = 0, maxItems = 5 } = schema;
  switch (schema.type) {
    case 'string':
      return textOf(schema, ids, place);
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(like(schema.items ?? {}, ids, place), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 5)),
      });
    case 'object':
      return objectOf(schema, ids);
    default:
      return anything;
  }
}

/** A value that a schema allows, with one or more of its places spoilt. */
export function spoilt(schema: Schema, ids: Ids, place = 'body'): Arbitrary<unknown> {
  const spoil = (value: unknown, with_: unknown, where: number): unknown => {
    if (Array.isArray(value) && value.length > 0 && where % 3 > 0)
      return value.with(where % value.length, spoil(value[where % value.length], with_, where >> 2));
    if (typeof value === 'object' && value !== null && where % 5 > 0) {
      const names = [...Object.keys(value), 'more'];
      const name = names[where % names.length] ?? 'more';
      const before = (value as Record<string, unknown>)[name];
      return { ...value, [name]: spoil(before, with_, where >> 2) };
    }
    return with_;
  };
  return fc
    .tuple(like(schema, ids, place), anything, fc.nat(10_000))
    .map(([value, bad, at]) => spoil(value, bad, at));
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** A value as part of an address. Half a surrogate pair cannot be written there, and is left out. */
export const inAddress = (value: unknown) => encodeURIComponent(asText(value).toWellFormed());

export { strange };
