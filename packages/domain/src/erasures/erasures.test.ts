import { expect, test } from 'vitest';
import { erasedPerson, refuseErasure } from './erasures.ts';

const asked = { personId: 'head', askedBy: 'broker', isBroker: false, brokers: 1 };

test.each([
  ['a head, by the broker', {}, null],
  ['a head, by the clock', { askedBy: null }, null],
  ['oneself', { askedBy: 'head' }, 'erase-yourself'],
  ['one broker of two', { isBroker: true, brokers: 2 }, null],
  ['the only broker', { isBroker: true }, 'last-broker'],
  ['the only broker, by a command', { isBroker: true, askedBy: null }, 'last-broker'],
] as const)('erasing %s', (_, change, refusal) => {
  expect(refuseErasure({ ...asked, ...change })).toBe(refusal);
});

test('nothing of a person is left in what stands in their place but the id', () => {
  expect(Object.values(erasedPerson('7f')).join(' ')).toBe(' Erased person erased-7f@erased.invalid');
});
