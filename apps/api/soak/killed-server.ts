import { ask, askSurely, tokenFor } from './caller.ts';
import { between, report, say, wait } from './figures.ts';
import { buildBroker, openPlace } from './place.ts';

/** Kills the API and the worker in the middle of imports and writes: what was acknowledged stands, and nothing stands by half. */
export async function killServer(times = 50) {
  const place = await openPlace();
  const broker = await buildBroker(place);
  const token = tokenFor(broker, place.secret);
  let api = await place.startApi();
  let worker = place.startWorker();
  const url = () => api.url;
  let isOver = false;
  const acknowledged: string[] = [];
  const imports: { id: string; first: number; rows: number }[] = [];

  async function write(writer: number) {
    for (let n = 0; !isOver; n++) {
      const name = `Cluster ${writer}-${n}`;
      const body = { name, kind: 'primary-partnership' };
      const { status } = await askSurely(
        url,
        token,
        { method: 'POST', path: '/api/clusters', body },
        `key-of-writer-${writer}-${n}`,
      );
      if (status === 201) acknowledged.push(name);
      else throw new Error(`a write was answered ${status}`);
    }
  }
  async function bring() {
    for (let n = 0; !isOver; n++) {
      const [first, rows] = [200_000 + n * 2000, 1500];
      const lines = Array.from({ length: rows }, (_, i) => `${first + i},916,School ${first + i},1,1`);
      const csv = Buffer.from(
        `URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code)\n${lines.join('\n')}\n`,
      );
      const started = await askSurely(
        url,
        token,
        { method: 'POST', path: '/api/imports', body: { kind: 'register' } },
        `import-${n}`,
      );
      const { id } = started.body as { id: string };
      const sure = (method: string, path: string, body?: unknown) =>
        askSurely(url, token, { method, path: `/api/imports/${id}${path}`, body }, `import-${n}-${path}`);
      await sure('PUT', '/files/a.csv', new Uint8Array(csv));
      await sure('POST', '/check');
      if (!(await reaches(id, 'ready'))) continue;
      const { status } = await sure('POST', '/apply');
      if (status === 202) imports.push({ id, first, rows });
      await reaches(id, 'applied');
    }
  }
  async function reaches(id: string, state: string) {
    for (const end = Date.now() + 120_000; Date.now() < end; await wait(100)) {
      const { body } = await ask(url(), token, { path: `/api/imports/${id}` });
      const now = (body as { state?: string } | null)?.state;
      if (now === state || now === 'applied') return true;
      if (now === 'failed') return false;
    }
    return false;
  }

  const owner = await place.look();
  const countOf = async (first: number, rows: number) =>
    (
      await owner.query('select count(*)::int as n from schools where urn >= $1 and urn < $2', [
        first,
        first + rows,
      ])
    ).rows[0].n as number;
  let half = 0;
  const lookForHalves = async () => {
    for (const { first, rows } of imports) {
      const n = await countOf(first, rows);
      if (n !== 0 && n !== rows) half += 1;
    }
  };

  const work = [write(1), write(2), write(3), bring()];
  for (let i = 1; i <= times; i++) {
    await wait(between(150, 1500));
    if (i % 3 === 0) {
      await worker.kill('SIGKILL');
      worker = place.startWorker();
    } else {
      await api.kill('SIGKILL');
      api = await place.startApi(api.port);
    }
    await lookForHalves();
    if (i % 10 === 0)
      say(`${i} kills, ${acknowledged.length} writes acknowledged, ${imports.length} imports`);
  }
  isOver = true;
  await Promise.all(work);
  await lookForHalves();

  const { rows } = await owner.query<{ name: string; n: number }>(
    'select name, count(*)::int as n from clusters group by name',
  );
  const held = new Map(rows.map(({ name, n }) => [name, n]));
  const lost = acknowledged.filter((name) => !held.has(name)).length;
  const doubled = rows.filter(({ n }) => n > 1).length;
  let unfinished = 0;
  for (const { first, rows: all } of imports) if ((await countOf(first, all)) !== all) unfinished += 1;
  await owner.end();
  await place.close();
  const more = { kills: times, writes: acknowledged.length, imports: imports.length };
  const enough = acknowledged.length >= times * 2 && imports.length >= 3;
  report({
    name: 'server-killed: acknowledged and lost',
    value: lost + unfinished,
    unit: 'writes',
    bar: '0',
    ok: lost + unfinished === 0 && enough,
    ...more,
  });
  report({ name: 'server-killed: done twice', value: doubled, unit: 'writes', bar: '0', ok: doubled === 0 });
  report({ name: 'server-killed: half applied', value: half, unit: 'imports', bar: '0', ok: half === 0 });
}
