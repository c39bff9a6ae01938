// @vitest-environment jsdom
import { redeemLink } from '@lateral/contract/sign-in';
import { linkRefusals } from '@lateral/domain/sign-in/links';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, serve } from '../../test/answers.ts';
import '../../test/screen.ts';
import { keepDestination, readDestination } from '../destination.ts';
import { LinkScreen } from './link-screen.tsx';
import { linkWords } from './words.ts';

const token = 'a-token-of-some-thirty-letters';
const partnership = { id: '7b0f0d2c-0000-4000-8000-000000000000', name: 'Wolds' };
const refuse = (code: string, choices?: (typeof partnership)[]) =>
  answer(redeemLink, 409, { type: 'about:blank', title: code, status: 409, code, choices });

/** Where the page was left for, once somebody is in. */
const gone: string[] = [];
vi.mock('../go-to.ts', async (original) => ({
  ...(await original<typeof import('../go-to.ts')>()),
  goTo: (path: string) => gone.push(path),
}));
beforeEach(() => void gone.splice(0));
afterEach(() => localStorage.clear());

async function openLink(hash: string) {
  location.hash = hash;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LinkScreen />
    </QueryClientProvider>,
  );
  return screen.findByRole('heading', { level: 1 });
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('opening a link signs nobody in; pressing the button does', async () => {
  const asked = serve(answer(redeemLink, 200, { accessToken: 'new' }));
  await openLink(token);
  expect(asked).toEqual([]);
  await press('Sign in');
  await waitFor(() => expect(gone).toEqual(['/']));
  expect(asked.map(({ body }) => body)).toEqual([{ token }]);
});

test.each([
  ['where they were on their way to', '/my-reviews?season=1', 14, '/my-reviews?season=1'],
  ['home, when that is long ago', '/my-reviews', 16, '/'],
  ['home, never to another site', '//elsewhere.example', 1, '/'],
  ['home, never to another site by a backslash', '/\\elsewhere.example', 1, '/'],
])('a link leads to %s, once', async (_, to, minutes, there) => {
  vi.useFakeTimers({ now: Date.now() - minutes * 60_000, toFake: ['Date'] });
  keepDestination(to);
  vi.useRealTimers();
  serve(answer(redeemLink, 200, { accessToken: 'new' }));
  await openLink(token);
  await press('Sign in');
  await waitFor(() => expect(gone).toEqual([there]));
  expect(readDestination()).toBe('/');
});

test('whoever needs a new link keeps where they were on their way to', async () => {
  keepDestination('/my-reviews');
  serve(refuse('link-expired'));
  await openLink(token);
  await press('Sign in');
  const again = await screen.findByRole('link', { name: 'Ask for a new link' });
  expect(again.getAttribute('href')).toBe('/sign-in?to=%2Fmy-reviews');
});

test.each(linkRefusals.filter((refusal) => refusal !== 'choose-partnership'))(
  'a link refused as %s says why and what to do next',
  async (refusal) => {
    serve(refuse(refusal));
    await openLink(token);
    await press('Sign in');
    const { title, next } = linkWords[refusal];
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toBe(next);
    expect(screen.getByRole('link').getAttribute('href')).toBe('/sign-in');
  },
);

test('somebody with a role in two partnerships chooses one', async () => {
  const asked = serve(
    refuse('choose-partnership', [partnership]),
    answer(redeemLink, 200, { accessToken: 'new' }),
  );
  await openLink(token);
  await press('Sign in');
  await userEvent.click(await screen.findByRole('button', { name: 'Wolds' }));
  await waitFor(() => expect(gone).toEqual(['/']));
  expect(asked.at(-1)?.body).toEqual({ token, partnershipId: partnership.id });
});

test('a link without its token asks for the whole of it', async () => {
  serve();
  const heading = await openLink('');
  expect(heading.textContent).toBe(linkWords['link-unknown'].title);
});
