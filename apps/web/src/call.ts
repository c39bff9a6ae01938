import { type Endpoint, problem } from '@lateral/contract/endpoint';
import { refreshSession } from '@lateral/contract/sign-in';
import type { z } from 'zod';

type Part<E extends Endpoint, K extends 'params' | 'querystring' | 'body'> = E['schema'] extends {
  readonly [P in K]: infer S extends z.ZodType;
}
  ? { [P in K]: z.output<S> }
  : unknown;
type Input<E extends Endpoint> = Part<E, 'params'> & Part<E, 'querystring'> & Part<E, 'body'>;
type Answer<R, Status extends number> = R extends { readonly [P in Status]: infer S extends z.ZodType }
  ? z.output<S>
  : never;
type Answers<R> = Answer<R, 200> | Answer<R, 201> | Answer<R, 202>;
type Success<E extends Endpoint> = Answers<E['schema']['response']>;
export type Output<E extends Endpoint> = [Success<E>] extends [never] ? undefined : Success<E>;

type Fault = { pointer: string; detail: string };
type Problem = Partial<z.output<typeof problem>> & { code: string };

/** What the API refused, or `status` 0 when it could not be reached. `code` is stable; words belong to screens. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: readonly Fault[];
  readonly choices: readonly { id: string; name: string }[];

  constructor(status: number, { code, detail, errors = [], choices = [] }: Problem) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.choices = choices;
  }
}

type Loose = { params?: Record<string, unknown>; querystring?: Record<string, unknown>; body?: unknown };

/** The access token lives here alone, never in storage; the refresh cookie brings a new one. */
let accessToken: string | null = null;
let refreshing: Promise<boolean> | null = null;

/** Takes the token of a fresh sign-in; null forgets it. */
export function holdToken(token: string | null) {
  accessToken = token;
}

/** Asks once for a new token, however many calls are waiting for it. */
function refresh(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function renew(): Promise<boolean> {
  const response = await send('/api/sign-in/refresh', { method: 'POST' });
  accessToken = response.ok
    ? refreshSession.schema.response[200].parse(await response.json()).accessToken
    : null;
  if (response.status >= 500) throw await readProblem(response);
  return response.ok;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new ApiError(0, { code: 'network' });
  }
}

/** Makes a request with the token, renewing it once when there is none or it has run out. */
async function sendSignedIn(attempt: (token: string) => Promise<Response>): Promise<Response> {
  if (accessToken === null && !(await refresh())) throw new ApiError(401, { code: 'sign-in' });
  const used = accessToken;
  const response = await attempt(used ?? '');
  if (response.status !== 401) return response;
  const isRenewed = accessToken !== used || (await refresh());
  return isRenewed ? attempt(accessToken ?? '') : response;
}

async function readProblem(response: Response): Promise<ApiError> {
  const body = problem.safeParse(await response.json().catch(() => null));
  if (body.success) return new ApiError(response.status, body.data as Problem);
  return new ApiError(response.status, { code: response.status >= 500 ? 'unavailable' : 'internal' });
}

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

async function request(endpoint: Endpoint, input: Loose): Promise<Response> {
  const body = encodeBody(endpoint, input.body);
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const attempt = (token?: string) =>
    send(addressOf(endpoint, input), {
      method: endpoint.method,
      headers: { ...json, ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body }),
    });
  const response = endpoint.config.may === 'anyone' ? await attempt() : await sendSignedIn(attempt);
  if (!response.ok) throw await readProblem(response);
  return response;
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
