import { describe, expect, test } from 'vitest';
import { countSentence, memberSentence } from './words.ts';

const school = { standing: 'not-asked', needs: [], membership: null, signed: null } as const;
const since = { from: '2026-09-01', to: null, endsWhy: null } as const;
const until = (endsWhy: 'term' | 'notice' | 'lapsed' | 'broker' | null) => ({
  standing: 'member' as const,
  membership: { from: '2026-09-01', to: '2027-08-31', endsWhy },
});
const signed = { number: 2, at: new Date('2026-11-20T09:00:00Z') };

describe('whether they are a member, in one line', () => {
  test.each([
    [{ standing: 'member', membership: since, signed }, 'Yes, since 1 September 2026, under version 2'],
    [{ standing: 'member', membership: since }, 'Yes, since 1 September 2026; it has signed no version yet'],
    [{ ...until('term'), needs: ['renewal'] }, 'Yes, until 31 August 2027: it has to renew by then'],
    [until('term'), 'Yes, until 31 August 2027, when its year ends'],
    [until('notice'), 'Yes, until 31 August 2027: it has given notice'],
    [
      until('lapsed'),
      'Yes, until 31 August 2027: it lapses then, because the school has another legal record',
    ],
    [until('broker'), 'Yes, until 31 August 2027: the broker has ended it'],
    [until(null), 'Yes, until 31 August 2027: the broker has ended it'],
    [{ standing: 'signed' }, 'Not yet: the headteacher has signed, the chair of governors has not'],
    [{ standing: 'agreed' }, 'Not yet: the governing body has agreed, the headteacher has not signed'],
    [{ standing: 'opened' }, 'Not yet: the agreement has been opened, and nothing is signed'],
    [{ standing: 'asked' }, 'Not yet: it has been invited, and has not opened the agreement'],
    [
      { standing: 'asked', membership: { ...since, from: '2027-01-01' } },
      'Not yet: it joins on 1 January 2027',
    ],
    [{ standing: 'not-asked' }, 'Not yet: it has not been asked'],
    [
      { standing: 'left', membership: { from: '2025-09-01', to: '2026-08-31', endsWhy: null } },
      'No: it was a member until 31 August 2026',
    ],
    [{ standing: 'left' }, 'No: it has signed, but its membership was taken back'],
  ] as const)('%j', (known, sentence) => {
    expect(memberSentence({ ...school, ...known, needs: [...('needs' in known ? known.needs : [])] })).toBe(
      sentence,
    );
  });
});

test.each([
  [{}, '2 schools'],
  [{ q: 'oak' }, '2 schools like “oak”'],
  [{ needs: 'co-signer', phase: 'special' }, '2 schools: waiting for co-signer, special'],
  [{ standing: 'left' }, '2 schools: has left'],
  [{ standing: 'asked,left', cluster: 'none' }, '2 schools: invited or has left, in no cluster'],
] as const)('%j counts as %s', (search, sentence) => {
  expect(countSentence(2, search)).toBe(sentence);
});
