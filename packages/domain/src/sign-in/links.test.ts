import { expect, test } from 'vitest';
import { judgeRefresh, refuseLink } from './links.ts';

const now = new Date('2026-11-23T09:00:00Z');
const later = new Date('2026-11-23T09:10:00Z');
const earlier = new Date('2026-11-23T08:59:00Z');
const link = { browserHash: 'mine', expiresAt: later, usedAt: null };

test.each([
  ['a fresh link in its own browser signs in', link, 'mine', null],
  ['a link that nobody made', null, 'mine', 'link-unknown'],
  ['a link used before', { ...link, usedAt: earlier }, 'mine', 'link-used'],
  ['a link past its time', { ...link, expiresAt: now }, 'mine', 'link-expired'],
  ['a link opened elsewhere', link, 'other', 'other-browser'],
  ['a link opened without the cookie', link, null, 'other-browser'],
  ['a printed first link opens anywhere', { ...link, browserHash: null }, null, null],
] as const)('%s', (_, given, browser, refusal) => {
  expect(refuseLink(given, browser, now)).toBe(refusal);
});

const token = { expiresAt: later, usedAt: null, endedAt: null };
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test.each([
  ['an unused token rotates', token, 'rotate'],
  ['a token used ten seconds ago is granted again', { ...token, usedAt: ago(10) }, 'grant'],
  ['a token used eleven seconds ago ends the session', { ...token, usedAt: ago(11) }, 'reuse'],
  ['a token of an ended session is refused', { ...token, endedAt: earlier }, 'refuse'],
  ['a token past its time is refused', { ...token, expiresAt: now }, 'refuse'],
  ['an unknown token is refused', null, 'refuse'],
] as const)('%s', (_, given, outcome) => {
  expect(judgeRefresh(given, now)).toBe(outcome);
});
