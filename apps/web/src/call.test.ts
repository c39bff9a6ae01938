import { listClusters } from '@lateral/contract/clusters';
import * as signIn from '@lateral/contract/sign-in';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, serve } from '../test/answers.ts';
import { call } from './call.ts';
import { holdToken } from './send.ts';

const problem = (status: number, code: string) => ({ type: 'about:blank', title: code, status, code });
const refused = answer(listClusters, 401, problem(401, 'sign-in'));
const clusters = answer(listClusters, 200, { items: [], unassigned: 3 });
const renewed = answer(signIn.refreshSession, 200, { accessToken: 'new' });

beforeEach(() => holdToken('old'));
afterEach(() => vi.unstubAllGlobals());

test('a token that has run out is renewed once, and the call is made again', async () => {
  const asked = serve(refused, renewed, clusters);
  expect(await call(listClusters, {})).toEqual({ items: [], unassigned: 3 });
  expect(asked.map(({ url, token }) => [url, token])).toEqual([
    ['/api/clusters', 'Bearer old'],
    ['/api/sign-in/refresh', null],
    ['/api/clusters', 'Bearer new'],
  ]);
});

test('calls that are refused together share one renewal', async () => {
  const asked = serve(refused, refused, renewed, clusters);
  await Promise.all([call(listClusters, {}), call(listClusters, {})]);
  expect(asked.filter(({ url }) => url.endsWith('/refresh'))).toHaveLength(1);
});

test('without a session the call is refused, and is not made', async () => {
  holdToken(null);
  const asked = serve(answer(signIn.refreshSession, 401, problem(401, 'sign-in')), clusters);
  await expect(call(listClusters, {})).rejects.toMatchObject({ status: 401, code: 'sign-in' });
  expect(asked).toHaveLength(1);
});

test('what the contract refuses is said as the API would say it, and is not sent', async () => {
  const asked = serve();
  await expect(call(signIn.askForLink, { body: { email: 'nobody' } })).rejects.toMatchObject({
    status: 400,
    errors: [{ pointer: '/body/email', detail: 'must be an e-mail address' }],
  });
  expect(asked).toHaveLength(0);
});

test('a network that is away is an error of its own', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  await expect(call(listClusters, {})).rejects.toMatchObject({ status: 0, code: 'network' });
});

test('a renewal whose answer was lost is asked for again', async () => {
  const asked = serve(refused, renewed, clusters);
  const { fetch: respond } = globalThis;
  let lost = 0;
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (!url.endsWith('/refresh') || lost === 1) return respond(url, init);
    lost += 1;
    throw new TypeError('failed');
  });
  expect(await call(listClusters, {})).toEqual({ items: [], unassigned: 3 });
  expect([lost, asked.at(-1)?.token]).toEqual([1, 'Bearer new']);
});
