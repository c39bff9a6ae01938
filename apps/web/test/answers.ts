import type { Endpoint } from '@lateral/contract/endpoint';
import { vi } from 'vitest';
import type { z } from 'zod';

type Responses<E extends Endpoint> = E['schema']['response'];
type Body<R> = R extends z.ZodType ? z.input<R> : never;
type Answer = { method: string; url: string; status: number; body: unknown };

/** A fake answer that must fit the contract, so that what the test pretends cannot drift from what the API says. */
export const answer = <E extends Endpoint, S extends keyof Responses<E> & number>(
  endpoint: E,
  status: S,
  body: Body<Responses<E>[S]>,
): Answer => ({ method: endpoint.method, url: `/api${endpoint.url}`, status, body });

/** Answers requests from a list; the first that fits is used up, unless it is the last of its kind. */
export function serve(...answers: Answer[]) {
  const asked: { method: string; url: string; token: string | null; body: unknown }[] = [];
  const fits = (one: Answer, method: string, path: string) =>
    one.method === method && new RegExp(`^${one.url.replace(/:\w+/g, '[^/]+')}$`).test(path);
  const respond = async (url: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    const token = new Headers(headers).get('authorization');
    asked.push({ method, url, token, body: body ? JSON.parse(String(body)) : undefined });
    const path = url.split('?')[0] ?? '';
    const left = answers.filter((one) => fits(one, method, path));
    const [next] = left;
    if (!next) throw new Error(`nothing answers ${method} ${url}`);
    if (left.length > 1) answers.splice(answers.indexOf(next), 1);
    return new Response(next.status === 204 ? null : JSON.stringify(next.body), { status: next.status });
  };
  vi.stubGlobal('fetch', respond);
  return asked;
}
