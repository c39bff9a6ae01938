import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeFields } from './merge.ts';

const base = { phone: '1', website: 'a', arrival: null as string | null };

test.each([
  ['nobody changed anything', {}, {}, {}, [], []],
  ['I alone changed it', { phone: '2' }, {}, { phone: '2' }, [], []],
  ['they alone changed it', {}, { phone: '3' }, { phone: '3' }, [], ['phone']],
  [
    'each changed another field',
    { phone: '2' },
    { website: 'b' },
    { phone: '2', website: 'b' },
    [],
    ['website'],
  ],
  ['both changed it alike', { phone: '2' }, { phone: '2' }, { phone: '2' }, [], []],
  ['both changed it otherwise', { phone: '2' }, { phone: '3' }, { phone: '2' }, ['phone'], []],
  [
    'they emptied what I changed',
    { arrival: 'Gate B' },
    { arrival: '' },
    { arrival: 'Gate B' },
    ['arrival'],
    [],
  ],
] as const)('when %s', (_, mine, theirs, value, conflicts, taken) => {
  expect(mergeFields(base, { ...base, ...mine }, { ...base, ...theirs })).toEqual({
    value: { ...base, ...value },
    conflicts,
    taken,
  });
});

test('nothing that either side changed is lost without a word', () => {
  const thing = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) });
  fc.assert(
    fc.property(thing, thing, thing, (from, mine, theirs) => {
      const { value, conflicts } = mergeFields(from, mine, theirs);
      for (const field of ['a', 'b', 'c'] as const) {
        if (mine[field] !== from[field]) expect(value[field]).toBe(mine[field]);
        else expect(value[field]).toBe(theirs[field]);
        const isConflict =
          mine[field] !== from[field] && theirs[field] !== from[field] && mine[field] !== theirs[field];
        expect(conflicts.includes(field)).toBe(isConflict);
      }
    }),
  );
});
