import type { SchoolSigning } from '@lateral/contract/signings';
import type { ConfirmMeans } from '@lateral/domain/sign-in/sessions';
import type { SigningRefusal, SigningStep } from '@lateral/domain/signings/signings';
import { longDay } from '../ui/days.ts';

export const stepWords: Record<SigningStep, string> = {
  read: 'Read the agreement',
  'governing-body': 'Your governing body',
  check: 'Check',
  sign: 'Sign',
};

export const meansWords: Record<ConfirmMeans, string> = {
  passkey: 'with a passkey',
  oidc: 'by signing in again',
  code: 'with a code sent to their own address',
};

export const signingErrorWords: Record<SigningRefusal, string> = {
  'nothing-to-sign': 'There is no version to sign at the moment. We show it here when there is.',
  'other-version': 'Another version has come into force since you read this one. Please read that one first.',
  'not-a-state-school': 'This school does not count as a state school, so it cannot join.',
  'governing-body-first': 'Your governing body agrees first. Put down when it met.',
  'signed-already': 'This has been signed already. Nothing was done twice.',
  'not-signed-yet': 'Your headteacher signs first.',
  'same-person-twice': 'You signed as headteacher, so somebody else must co-sign as chair of governors.',
  'version-withdrawn': 'This version has been withdrawn, so it cannot be signed any more.',
};

export const copyErrorWords = {
  'copy-not-ready': 'The sealed copy is still being made. Try again in a minute.',
};

/** "Ada Fern", "Ada Fern or Bo Rook"; or a plain word for nobody. */
export const anyOf = (names: readonly string[], otherwise: string) =>
  names.length > 0 ? names.join(' or ') : otherwise;

/** What somebody of a school is asked to do next with the agreement; null when there is nothing to do for anybody. */
export function taskOf(data: SchoolSigning) {
  const { agreement, signing, may, chairs, heads, school } = data;
  if (!agreement || agreement.state === 'withdrawn' || !school.counted) return null;
  if (signing?.state === 'co-signed') return null;
  if (signing?.state === 'signed') {
    return may.coSign
      ? {
          title: 'Co-sign the membership agreement',
          text: `Your head has signed it.`,
          action: 'Read and co-sign',
        }
      : {
          title: 'Waiting to be co-signed',
          text:
            chairs.length > 0
              ? `${anyOf(chairs, '')} can co-sign it now.`
              : 'We know nobody who could co-sign it as chair of governors. Tell the broker who it is.',
          action: null,
        };
  }
  if (!may.prepare) {
    return {
      title: 'The membership agreement is not signed',
      text: `${anyOf(heads, 'Your headteacher')} signs first.`,
      action: null,
    };
  }
  return { ...unsignedWords(data), action: signing ? 'Go on' : 'Begin' };
}

/** What is said of a version that is not signed, to whoever signs or prepares it. */
function unsignedWords({ agreement, signing, complete, may, heads }: SchoolSigning) {
  const what = complete ? 'the new version of the agreement' : 'the membership agreement';
  const title = may.sign ? `Sign ${what}` : `Prepare ${what}`;
  const by = agreement?.consentBy ? ` Please sign by ${longDay(agreement.consentBy)}.` : '';
  if (!signing?.governingBody) {
    const first = complete ? 'You see what has changed.' : 'It takes less than five minutes.';
    return { title, text: `${first} Your governing body agrees first.${by}` };
  }
  const ready = may.sign
    ? 'Your governing body has agreed. Now you can sign.'
    : `It is ready for ${anyOf(heads, 'your headteacher')} to sign.`;
  return { title, text: `${ready}${by}` };
}
