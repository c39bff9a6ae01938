import { connect, type Socket } from 'node:net';
import { ask, tokenFor } from './caller.ts';
import { report, say, wait } from './figures.ts';
import { buildBroker, openPlace } from './place.ts';

/** The time limit of a body that is no file (strict-input.ts), and a little more for the clock. */
const limitSeconds = 60;
const graceSeconds = 5;

/** Sends bodies a letter at a time: none is held past the time limit, and everybody else is served meanwhile. */
export async function sendSlowly(count = 300) {
  const place = await openPlace();
  const token = tokenFor(await buildBroker(place), place.secret);
  const api = await place.startApi();
  const open = new Set<Socket>();
  for (let i = 0; i < count; i++) {
    const socket = connect(api.port, '127.0.0.1');
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
    const to = i % 2 ? '/api/clusters' : '/api/sign-in/links';
    socket.write(
      `POST ${to} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`,
    );
  }
  const drip = setInterval(() => {
    for (const socket of open) if (!socket.destroyed) socket.write(' ');
  }, 1000);
  await wait(5000);
  const heldAtFirst = open.size;
  let slowest = 0;
  for (const end = Date.now() + (limitSeconds + graceSeconds - 5) * 1000; Date.now() < end; await wait(500)) {
    const { status, ms } = await ask(api.url, token, { path: '/api/schools' });
    slowest = Math.max(slowest, status === 200 ? ms : 20_000);
  }
  clearInterval(drip);
  const held = open.size;
  say(`${heldAtFirst} were open after five seconds`);
  for (const socket of open) socket.destroy();
  await place.close();
  report({
    name: 'slow-posts: held past the time limit',
    value: held,
    unit: 'requests',
    bar: '0',
    ok: held === 0 && heldAtFirst >= count * 0.9,
    count,
  });
  report({
    name: 'slow-posts: slowest answer to everybody else',
    value: Math.round(slowest),
    unit: 'ms',
    bar: '<= 2000',
    ok: slowest <= 2000,
  });
}
