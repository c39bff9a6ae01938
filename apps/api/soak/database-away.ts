import { type Answer, ask, tokenFor } from './caller.ts';
import { report, wait } from './figures.ts';
import { buildBroker, openPlace } from './place.ts';

/** Stops PostgreSQL at once under load: requests are told so at once, and go on by themselves when it is back. */
export async function loseDatabase(rounds = 3) {
  const place = await openPlace();
  const broker = await buildBroker(place);
  const token = tokenFor(broker, place.secret);
  const api = await place.startApi();
  let slowest = 0;
  let wrong = 0;
  let told = 0;
  let recovery = 0;

  for (let round = 0; round < rounds; round++) {
    let isAway = false;
    let isOver = false;
    const load = Array.from({ length: 16 }, async () => {
      while (!isOver) {
        const askedWhileAway = isAway;
        const answer = await ask(api.url, token, { path: '/api/schools' });
        if (askedWhileAway && isAway) judge(answer);
        if (answer.status !== 200) await wait(20);
      }
    });
    await wait(2000);
    await place.stopPostgres();
    isAway = true;
    await wait(6000);
    isAway = false;
    await place.startPostgres();
    const back = performance.now();
    while ((await ask(api.url, token, { path: '/api/schools' })).status !== 200) {
      if (performance.now() - back > 60_000) break;
      await wait(50);
    }
    recovery = Math.max(recovery, performance.now() - back);
    isOver = true;
    await Promise.all(load);
  }
  function judge({ status, retryAfter, ms }: Answer) {
    slowest = Math.max(slowest, ms);
    told += 1;
    if (status !== 503 || retryAfter === null) wrong += 1;
  }
  await place.close();
  report({
    name: 'database-away: slowest answer',
    value: Math.round(slowest),
    unit: 'ms',
    bar: '<= 2000',
    ok: slowest <= 2000 && told > 100,
    answers: told,
  });
  report({
    name: 'database-away: not 503 with Retry-After',
    value: wrong,
    unit: 'answers',
    bar: '0',
    ok: wrong === 0 && told > 100,
  });
  report({
    name: 'database-away: recovers unaided',
    value: Math.round(recovery),
    unit: 'ms',
    bar: '<= 10000',
    ok: recovery <= 10_000,
    rounds,
  });
}
