import { expect, test } from 'vitest';
import { percentAbove } from './nearness.ts';

test.each([
  ['a plan at the bound is the best possible', 1000, 1000, 0],
  ['twelve in a thousand are 1.2 per cent exactly', 1012, 1000, 1.2],
  ['a hair over 1.2 per cent is told as 1.3', 10_121, 10_000, 1.3],
  ['the least above the bound is never told as nothing', 1_000_001, 1_000_000, 0.1],
  ['nothing is best where no plan costs anything', 0, 0, 0],
  ['nothing is proven without a bound', 500, 0, null],
  ['a cost of fewer reviews than the bound is about is not compared', 900, 1000, null],
])('%s', (_, cost, bound, percent) => expect(percentAbove(cost, bound)).toBe(percent));
