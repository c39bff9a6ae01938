import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, type Request } from '@playwright/test';
import axe from 'axe-core';

const which = process.env.TEST_PARALLEL_INDEX ?? '0';

/** Where the Lateral of this worker was started. */
export const home = () => process.env[`LATERAL_URL_${which}`] ?? '';

/** The link that made the first broker of its empty partnership. */
export const firstLink = () => process.env[`LATERAL_LINK_${which}`] ?? '';

/** Runs a script of this folder against the Lateral of this worker, outside the browser. @returns what it printed */
export function runBeside(script: string, ...args: string[]): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, DATA_DIR: process.env[`LATERAL_DATA_${which}`], PUBLIC_URL: home() };
  return execFileSync(process.execPath, [`journeys/${script}`, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  }).trim();
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const unreadMs = 500;
const underWay = new WeakMap<Page, Set<Request>>();

/**
 * Takes a page elsewhere: what it has asked is answered before it leaves, and nothing is pressed there before everything
 * is there, for what comes in moves what is below it, and a press may miss.
 */
async function comeToRest<Answer>(page: Page, go: () => Promise<Answer>): Promise<Answer> {
  await settle(page);
  const answer = await go();
  await settle(page);
  return answer;
}

/** Keeps which requests of a page are under way, from here on, and lets it come to rest wherever it goes. */
function watchRequests(page: Page) {
  if (underWay.has(page)) return;
  const { goto, reload } = page;
  page.goto = (...where) => comeToRest(page, () => goto.apply(page, where));
  page.reload = (how) => (how ? reload.call(page, how) : comeToRest(page, () => reload.call(page)));
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => {
    // Of what a page has asked, nothing more is heard once another takes its place.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) requests.clear();
    requests.add(request);
  });
  // An answer that nobody reads to its end is never finished; one that is under way when a journey ends is given up.
  page.on('response', async (response) => {
    const finished = response.finished().catch(() => null);
    await Promise.race([finished, wait(unreadMs)]);
    requests.delete(response.request());
  });
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Long enough for an answer to be drawn, and for what it leads the screen to ask next to be on its way. */
const quietMs = 100;

/** Waits until the page has asked nothing for a moment; a page that was not watched from its sign-in, for half a second. */
export async function settle(page: Page) {
  const requests = underWay.get(page);
  if (!requests) {
    watchRequests(page);
    return page.waitForLoadState('networkidle');
  }
  await page.waitForLoadState('load');
  const deadline = Date.now() + 30_000;
  for (let quietSince = Date.now(); Date.now() - quietSince < quietMs; ) {
    await wait(20);
    if (requests.size > 0) quietSince = Date.now();
    if (Date.now() > deadline)
      throw new Error(`${page.url()} never stops asking: ${[...requests].map((one) => one.url())}`);
  }
}

/** Signs in by a link, such as the one that a command printed. */
export async function signInByLink(page: Page, link: string) {
  watchRequests(page);
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: /your menu/ })).toBeVisible();
  await settle(page);
}

/** Signs in by the link that is mailed to an address, on the way to a page. */
export async function signInByMail(page: Page, email: string, to = '/') {
  watchRequests(page);
  await page.goto(home() + to);
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'E-mail me a link to sign in' }).click();
  await expect(page.getByRole('heading', { name: /mail/i }).first()).toBeVisible();
  const { mails } = (await (await page.request.get(`${home()}/api/mailbox`)).json()) as {
    mails: { to: string; text: string }[];
  };
  const mail = mails.find(({ to, text }) => to === email && text.includes('/sign-in/link#'));
  const [link = ''] = /\S+\/sign-in\/link#\S+/.exec(mail?.text ?? '') ?? [];
  await signInByLink(page, link);
  await expect(page).toHaveURL(home() + to);
}

/** Signs in as a person of the demonstration, by the button that bears their name. */
export async function signInAs(page: Page, name: string) {
  watchRequests(page);
  await page.goto(`${home()}/sign-in`);
  await page.getByRole('button', { name }).first().click();
  await expect(page).not.toHaveURL(/\/sign-in/);
  // The address changes before the screen does.
  await expect(page.getByRole('button', { name: /your menu/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await settle(page);
}

const everyScheme = ['light', 'dark'] as const;
export type Scheme = (typeof everyScheme)[number];

/** What a screen must be for everybody: no violation that axe finds, light and dark, and nothing wider than the screen. */
export async function expectFitForAll(page: Page, schemes: readonly Scheme[] = everyScheme) {
  await settle(page);
  await expect(page).toHaveTitle(/Lateral/);
  for (const [at, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The new colours are there once they have been painted.
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    );
    expect(
      await listViolations(page, at === 0 ? everyRule : coloursAlone),
      `${page.url()} in ${colorScheme}`,
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: innerWidth,
  }));
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(screen);
}

const everyRule = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], least: 5 };
/** The same page in other colours: what does not depend on them has been looked at. */
const coloursAlone = { runOnly: ['color-contrast', 'link-in-text-block'], least: 1 };

/** What axe finds wrong with the page as it stands: the rule, and the first places. */
async function listViolations(page: Page, which: typeof everyRule): Promise<string[]> {
  // Given to the page once, past its content security policy; what passed is not sent back.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async ({ runOnly, least }) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations, passes } = await run(document, {
      runOnly,
      resultTypes: ['violations'],
      preload: false,
    });
    if (passes.length < least) throw new Error(`axe tried only ${passes.length} rules`);
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(', ')}`,
    );
  }, which);
}

/** Fails the journey when the browser's console says that something went wrong. */
export function expectQuietConsole(page: Page) {
  const said: string[] = [];
  page.on('console', (message) => {
    // A 401 before sign-in and a 404 of what is hidden are answers, not faults; the browser lists them all the same.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  return () => expect(said).toEqual([]);
}

/** A picture for the guides, of the screen as it stands; made anew with `UPDATE_PICTURES=yes`, and there at all times. */
export async function picture(page: Page, name: string) {
  const file = fileURLToPath(new URL(`../docs/pictures/${name}.png`, import.meta.url));
  if (process.env.UPDATE_PICTURES === 'yes') {
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: file });
  }
  expect(existsSync(file), `docs/pictures/${name}.png is missing: UPDATE_PICTURES=yes makes it`).toBe(true);
}

/** The newest code in the mailbox of this machine. */
async function newestCode(page: Page): Promise<string> {
  const { mails } = (await (await page.request.get(`${home()}/api/mailbox`)).json()) as {
    mails: { subject: string }[];
  };
  const found = mails.flatMap(({ subject }) => /^(\d{4} \d{4}) is your/.exec(subject)?.[1] ?? []);
  return found[0] ?? '';
}

/** Shows that it is them by the code that is mailed, when a dialog asks for it. */
export async function confirmByCode(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Show that it is you' });
  await expect(dialog).toBeVisible();
  const send = dialog.getByRole('button', { name: 'Send me a code' });
  await expect(send).toBeVisible();
  // Whoever has a passkey chooses the code first.
  if (!(await dialog.getByText('We send a code to').isVisible())) await send.click();
  await send.click();
  // The field is there once the code is on its way.
  await expect(dialog.getByLabel('Code')).toBeVisible();
  await dialog.getByLabel('Code').fill(await newestCode(page));
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toBeHidden();
}
