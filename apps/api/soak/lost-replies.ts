import { askSurely, tokenFor } from './caller.ts';
import { report } from './figures.ts';
import { buildBroker, openPlace } from './place.ts';

/** Cuts replies to COMMIT while clients retry under their keys: nothing is made twice. Without keys it would be. */
export async function loseReplies(writes = 400) {
  const place = await openPlace();
  const broker = await buildBroker(place);
  const token = tokenFor(broker, place.secret);
  const api = await place.startApi();
  place.proxy.cutReplies(0.2);
  let refused = 0;
  await Promise.all(
    Array.from({ length: 8 }, async (_, lane) => {
      for (let n = lane; n < writes; n += 8) {
        // A new import has no name that could clash: made twice, there are two.
        const call = { method: 'POST', path: '/api/imports', body: { kind: 'people' } };
        const { status } = await askSurely(() => api.url, token, call, `lost-reply-${n}`);
        if (status !== 201) refused += 1;
      }
    }),
  );
  const cuts = place.proxy.countCuts();
  place.proxy.cutReplies(0);
  const owner = await place.look();
  const { rows } = await owner.query('select count(*)::int as n from imports');
  await owner.end();
  await place.close();
  const duplicates = rows[0].n - writes;
  const ok = duplicates === 0 && refused === 0 && cuts > writes / 10;
  report({
    name: 'lost-replies: duplicates',
    value: duplicates,
    unit: 'writes',
    bar: '0',
    ok,
    writes,
    cuts,
    refused,
  });
}
