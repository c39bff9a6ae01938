import { createHmac } from 'node:crypto';
import { wait } from './figures.ts';

type Person = { personId: string; partnershipId: string; sessionId: string };

/** An access token as the API itself would sign it, good for an hour. */
export function tokenFor(person: Person, secret: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: person.personId, pid: person.partnershipId, sid: person.sessionId };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, iss: 'lateral', aud: 'lateral', iat: now, exp: now + 3600 })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

type Call = { method?: string; path: string; body?: unknown; headers?: Record<string, string> };
export type Answer = { status: number; body: unknown; retryAfter: string | null; ms: number };

/** One request, as it is; status 0 when nobody answered. */
export async function ask(
  url: string,
  token: string | null,
  { method = 'GET', path, body, headers }: Call,
): Promise<Answer> {
  const began = performance.now();
  const isFile = body instanceof Uint8Array;
  const type =
    body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' };
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...type, ...(token && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && {
        body: isFile ? new Blob([body as Uint8Array<ArrayBuffer>]) : JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') ? JSON.parse(text) : text,
      retryAfter: response.headers.get('retry-after'),
      ms: performance.now() - began,
    };
  } catch {
    return { status: 0, body: null, retryAfter: null, ms: performance.now() - began };
  }
}

/** Sends a change under one key, again and again, until it is acknowledged or refused. As the SPA does, with more patience. */
export async function askSurely(url: () => string, token: string, call: Call, key: string): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await ask(url(), token, { ...call, headers: { ...call.headers, 'idempotency-key': key } });
    const { code } = (answer.body ?? {}) as { code?: string };
    const isLost = answer.status === 0 || answer.status >= 500 || code === 'in-flight';
    if (!isLost || attempt > 600) return answer;
    await wait(50);
  }
}
