import type { PasskeyOptions } from '@lateral/contract/passkeys';
import { ApiError } from '../api-error.ts';

type Browser = typeof import('@simplewebauthn/browser');
const load = () => import('@simplewebauthn/browser');

/** Whether this browser can use passkeys at all. */
export const hasPasskeys = () => typeof window !== 'undefined' && 'PublicKeyCredential' in window;

/** The device did not answer: its owner changed their mind, took too long, or it has no passkey for us. */
const asOurs = (error: unknown): never => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') throw new ApiError(0, { code: 'passkey-here' });
  throw new ApiError(0, { code: 'passkey-silent' });
};

type Answer = Awaited<ReturnType<Browser['startAuthentication']>>;
type Made = Awaited<ReturnType<Browser['startRegistration']>>;

/** Asks this device who is there. @throws ApiError `passkey-silent` when it does not answer */
export async function askDevice(options: PasskeyOptions) {
  const { startAuthentication } = await load();
  const answer: Answer = await startAuthentication({ optionsJSON: options as never }).catch(asOurs);
  const { id, rawId, response } = answer;
  return { id, rawId, type: 'public-key' as const, response };
}

/** Has this device make a passkey. @throws ApiError `passkey-here` when it has one for us already, `passkey-silent` */
export async function makeOnDevice(options: PasskeyOptions) {
  const { startRegistration } = await load();
  const made: Made = await startRegistration({ optionsJSON: options as never }).catch(asOurs);
  const { clientDataJSON, attestationObject, transports = [] } = made.response;
  const { id, rawId } = made;
  return {
    id,
    rawId,
    type: 'public-key' as const,
    response: { clientDataJSON, attestationObject, transports: [...transports] as string[] },
  };
}
