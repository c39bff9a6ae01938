import { expect, test } from 'vitest';
import { buildLeader, buildSeason } from '../test/build-season.ts';
import { supply } from './supply.ts';

test('three reviewer-days are needed for one review, and six are there', () => {
  expect(supply(buildSeason())).toEqual({
    needed: 3,
    available: 6,
    short: 0,
    clusters: [{ clusterId: 'oak', needed: 3, available: 6, short: 0 }],
  });
});

test('untrained leaders give nothing, and a unit gives no more than it owes', () => {
  const season = buildSeason();
  season.leaders[0]!.trainedOn = null;
  season.leaders[1]!.trainedOn = '2026-10-09';
  season.leaders.push(buildLeader('Fir deputy', 'Fir', { role: 'deputy' }));
  expect(supply(season)).toMatchObject({ needed: 3, available: 3, short: 0 });
  season.units.find(({ id }) => id === 'Fir')!.maxDays = 2;
  expect(supply(season)).toMatchObject({ needed: 3, available: 2, short: 1 });
});

test('each main cluster has its own balance', () => {
  const season = buildSeason();
  for (const school of season.schools.slice(1)) school.clusterIds = ['yew', 'oak'];
  expect(supply(season)).toMatchObject({
    short: 0,
    clusters: [
      { clusterId: 'oak', needed: 3, available: 0, short: 3 },
      { clusterId: 'yew', needed: 0, available: 6, short: 0 },
    ],
  });
});
