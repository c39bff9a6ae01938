import { expect, test } from 'vitest';
import { compareSeat } from './explanations.ts';

test.each([
  ['a cheaper or equal seat is as good', 0, 0, 'as-good'],
  ['a cheaper seat further away is as good', -20, 50, 'as-good'],
  ['travel that is all of it is told as kilometres', 120, 120, 'further'],
  ['travel that is nearly all of it too', 120, 100, 'further'],
  ['travel that is half of it is not', 100, 50, 'little-worse'],
  ['travel that other gains outweigh is not', 100, 150, 'little-worse'],
  ['a nearer reviewer who costs more for another reason is no kilometres', 90, -90, 'little-worse'],
  ['more than ten kilometres’ worth is worse', 101, 0, 'worse'],
  ['forty kilometres’ worth is still worse', 400, 0, 'worse'],
  ['beyond that it is much worse', 401, 0, 'much-worse'],
] as const)('%s', (_, difference, travel, told) => expect(compareSeat({ difference, travel })).toBe(told));
