import { expect, test } from 'vitest';
import { loadCheck } from '../judge.ts';
import { judgeIsHere, pathOf, readSeason } from '../seasons.ts';
import { planByFlow } from './flow.ts';
import { planGreedily } from './greedy.ts';
import { addArc, createNetwork, flowOf, sendFlow } from './min-cost-flow.ts';
import { planByProgram } from './mip.ts';

const note = judgeIsHere ? '' : ' (skipped: no judge at ../shared/seasons)';
const baselines = { 'a greedy plan': planGreedily, 'a flow plan': planByFlow };

for (const [name, plan] of Object.entries(baselines))
  test.skipIf(!judgeIsHere)(
    `${name} of twelve special schools breaks no rule and places eleven${note}`,
    async () => {
      const season = await readSeason(pathOf('pub-01', 'instance'));
      const check = await loadCheck();
      const { hardByCode, unscheduled } = check(season, plan(season));
      expect(hardByCode).toEqual({});
      expect(unscheduled).toBeLessThanOrEqual(1);
    },
  );

test.skipIf(!judgeIsHere)(
  `a program for twelve special schools finds the best plan known${note}`,
  async () => {
    const season = await readSeason(pathOf('pub-01', 'instance'));
    const check = await loadCheck();
    const { hardByCode, unscheduled, soft } = check(season, await planByProgram(season, 120));
    expect(hardByCode).toEqual({});
    expect({ unscheduled, soft: soft.total }).toEqual({ unscheduled: 0, soft: 2709 });
  },
);

test('flow takes the cheap way while it is open, and turns back what it sent where that is cheaper in all', () => {
  const network = createNetwork(4);
  const [cheap, dear] = [addArc(network, 0, 1, 1, 1), addArc(network, 0, 2, 1, 4)];
  const across = addArc(network, 1, 2, 1, 0);
  const [left, right] = [addArc(network, 1, 3, 1, 5), addArc(network, 2, 3, 1, 1)];
  sendFlow(network, 0, 3);
  expect([cheap, dear, across, left, right].map((arc) => flowOf(network, arc))).toEqual([1, 1, 0, 1, 1]);
});
