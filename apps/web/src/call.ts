import type { Endpoint } from '@lateral/contract/endpoint';
import type { z } from 'zod';
import { ApiError, readProblem } from './api-error.ts';
import { interrupt } from './interruptions.ts';
import { send, sendSignedIn, sendSurely } from './send.ts';

type Part<E extends Endpoint, K extends 'params' | 'querystring' | 'body'> = E['schema'] extends {
  readonly [P in K]: infer S extends z.ZodType;
}
  ? { [P in K]: z.output<S> }
  : unknown;
/** A change of something that has a version says which version it was made from. */
type Version<E extends Endpoint> = E['config'] extends { readonly versioned: true }
  ? { version: number }
  : unknown;
type Input<E extends Endpoint> = Part<E, 'params'> & Part<E, 'querystring'> & Part<E, 'body'> & Version<E>;
type Answer<R, Status extends number> = R extends { readonly [P in Status]: infer S extends z.ZodType }
  ? z.output<S>
  : never;
type Answers<R> = Answer<R, 200> | Answer<R, 201> | Answer<R, 202>;
type Success<E extends Endpoint> = Answers<E['schema']['response']>;
export type Output<E extends Endpoint> = [Success<E>] extends [never] ? undefined : Success<E>;

type Loose = {
  params?: Record<string, unknown>;
  querystring?: Record<string, unknown>;
  body?: unknown;
  version?: number;
};

function addressOf(endpoint: Endpoint, { params = {}, querystring = {} }: Loose): string {
  const path = endpoint.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const given = Object.entries(querystring).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `/api${path}${query && `?${query}`}`;
}

/** The body as it travels. What the contract refuses is answered here as the API would answer it. */
function encodeBody(endpoint: Endpoint, body: unknown): string | undefined {
  if (!endpoint.schema.body) return undefined;
  const encoded = endpoint.schema.body.safeEncode(body);
  if (encoded.success) return JSON.stringify(encoded.data);
  const errors = encoded.error.issues.map(({ path, message }) => ({
    pointer: `/body${path.map((step) => `/${String(step)}`).join('')}`,
    detail: message,
  }));
  throw new ApiError(400, { code: 'invalid', errors });
}

/** Makes a change once, however often it has to be sent. */
async function request(endpoint: Endpoint, input: Loose): Promise<Response> {
  const body = encodeBody(endpoint, input.body);
  const isChange = endpoint.method !== 'GET';
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(input.version !== undefined && { 'if-match': `"${input.version}"` }),
    ...(isChange && endpoint.config.may !== 'anyone' && { 'idempotency-key': crypto.randomUUID() }),
  };
  const attempt = (token?: string) =>
    send(addressOf(endpoint, input), {
      method: endpoint.method,
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body }),
    });
  const whole = () => (endpoint.config.may === 'anyone' ? attempt() : sendSignedIn(attempt));
  const surely = () => (isChange && endpoint.config.may !== 'anyone' ? sendSurely(whole) : whole());
  const response = await confirmWhenAsked(surely);
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** What needs a fresh proof of who one is asks for it, and goes on. */
async function confirmWhenAsked(attempt: () => Promise<Response>): Promise<Response> {
  const response = await attempt();
  if (response.status !== 403 || (await readProblem(response.clone())).code !== 'confirm-identity')
    return response;
  if (!(await interrupt('confirm'))) throw new ApiError(0, { code: 'not-confirmed' });
  return attempt();
}

/** Calls one endpoint of the contract and decodes its answer. */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Output<E>> {
  const response = await request(endpoint, input as Loose);
  if (response.status === 204) return undefined as Output<E>;
  return endpoint.schema.response[response.status]?.parse(await response.json()) as Output<E>;
}

/** Fetches a file with the token and hands it to the browser to save. */
export async function download<E extends Endpoint>(endpoint: E, input: Input<E>, fileName: string) {
  const response = await request(endpoint, input as Loose);
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

type Upload<E extends Endpoint> = Part<E, 'params'> & {
  file: Blob;
  /** From 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
};

/** Sends a file as it is, saying how far it has got. */
export async function upload<E extends Endpoint>(endpoint: E, input: Upload<E>): Promise<Output<E>> {
  const { file, onProgress, signal, params } = input as Upload<Endpoint> & Loose;
  const url = addressOf(endpoint, params ? { params } : {});
  const response = await sendSignedIn((token) =>
    sendFile(endpoint.method, url, token, file, onProgress, signal),
  );
  if (!response.ok) throw await readProblem(response);
  return endpoint.schema.response[response.status]?.parse(await response.json()) as Output<E>;
}

/** `fetch` cannot say how much of a body has gone; XMLHttpRequest can. */
function sendFile(
  method: string,
  url: string,
  token: string,
  file: Blob,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.setRequestHeader('authorization', `Bearer ${token}`);
    xhr.setRequestHeader('content-type', 'application/octet-stream');
    xhr.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 1 : loaded / total);
    xhr.onload = () => resolve(new Response(xhr.responseText || null, { status: xhr.status }));
    xhr.onerror = () => reject(new ApiError(0, { code: 'network' }));
    xhr.onabort = () => reject(new ApiError(0, { code: 'stopped' }));
    signal?.addEventListener('abort', () => xhr.abort());
    xhr.send(file);
  });
}
