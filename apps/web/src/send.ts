import { refreshSession } from '@lateral/contract/sign-in';
import { ApiError, readProblem } from './api-error.ts';
import { interrupt } from './interruptions.ts';

/** The access token lives here alone, never in storage; the refresh cookie brings a new one. */
let accessToken: string | null = null;
let refreshing: Promise<boolean> | null = null;
/** Whether somebody is at work here: then a session that has ended is begun again over what they are doing. */
let isAtWork = false;

/** Takes the token of a fresh sign-in; null forgets it, and whoever was here. */
export function holdToken(token: string | null) {
  accessToken = token;
  isAtWork = token !== null;
}

/** Asks once for a new token, however many calls are waiting for it. False when somebody must sign in. */
export function renewSession(): Promise<boolean> {
  refreshing ??= renew().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function renew(): Promise<boolean> {
  // A lost answer may have brought a new cookie that never came: the old one is good for ten seconds more.
  const response = await sendSurely(() => send('/api/sign-in/refresh', { method: 'POST' }));
  accessToken = response.ok
    ? refreshSession.schema.response[200].parse(await response.json()).accessToken
    : null;
  if (response.ok) isAtWork = true;
  if (response.status >= 500) throw await readProblem(response);
  return response.ok;
}

export async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new ApiError(0, { code: 'network' });
  }
}

const signInAgain = async () => isAtWork && (await interrupt('sign-in'));
const signedOut = () => new ApiError(401, { code: 'sign-in' });

/** Makes a request with the token, renewing it once when there is none or it has run out; at worst signs in again. */
export async function sendSignedIn(attempt: (token: string) => Promise<Response>): Promise<Response> {
  if (accessToken === null && !(await renewSession()) && !(await signInAgain())) throw signedOut();
  const used = accessToken;
  const response = await attempt(used ?? '');
  if (response.status !== 401) return response;
  const isRenewed = accessToken !== used || (await renewSession()) || (await signInAgain());
  return isRenewed ? attempt(accessToken ?? '') : response;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** How long to wait before each further attempt, in milliseconds. */
const pauses = [500, 2000];

/**
 * Sends a change until its fate is known, under one key that keeps it from being made twice: again after a lost answer,
 * while an earlier copy is at work, and when the database was away.
 */
export async function sendSurely(attempt: () => Promise<Response>): Promise<Response> {
  for (const pause of pauses) {
    const response = await attempt().catch((error: unknown) => {
      const isLost = error instanceof ApiError && error.status === 0 && navigator.onLine;
      if (!isLost) throw error;
      return null;
    });
    if (response && !(await isWorthAnother(response))) return response;
    await wait(pause);
  }
  return attempt();
}

async function isWorthAnother(response: Response): Promise<boolean> {
  if (response.status === 503) return true;
  return response.status === 409 && (await readProblem(response.clone())).code === 'in-flight';
}
