import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { makeFirstLink } from '../apps/api/src/flows/create-partnership.ts';
import { openInstallation } from '../apps/api/src/installation.ts';
import { openInBrowser } from './browser.ts';
import { type Figure, interleave } from './measure.ts';
import { buildSite } from './season.ts';
import { weighScripts } from './weigh-scripts.ts';

const port = 3986;
const address = `http://localhost:${port}`;
const times = Number(process.env.TIMES ?? 9);
const boardBar = 2;
const viewBar = 100;
const year = 2026;

/** The figures of this file, in the order in which they are measured. */
export const names = ['season-board-interactive', 'season-views'];

/**
 * The season board in a browser: from opening its address to a review open beside it, with 300 reviews against 30. And
 * what each way to see the season fetches besides what was there: the timeline from the first screen, the others from it.
 */
export async function* figures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  await using lateral = await openInBrowser(port);
  const links = await buildBoards(lateral.folder);
  const small = await signIn(lateral.browser, links.small);
  const large = await signIn(lateral.browser, links.large);
  if (isAsked('season-board-interactive')) yield await interact(large, small);
  if (isAsked('season-views')) yield await weighViews(large);
}

/** Two partnerships with a season each, of 30 and of 300 reviews. @returns the links with which their brokers sign in */
async function buildBoards(folder: string) {
  process.env.DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const installation = await openInstallation();
  const owner = new pg.Client({ connectionString: installation.ownerUrl });
  await owner.connect();
  const { database } = installation;
  const linkOf = async (schools: number) => {
    const { broker } = await buildSite({ database, owner }, schools);
    return makeFirstLink(database, broker.personId, address, new Date());
  };
  const links = { small: await linkOf(30), large: await linkOf(300) };
  await owner.end();
  await installation.close();
  return links;
}

async function signIn(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /your menu/ }).waitFor();
  return page;
}

const board = `${address}/reviews?year=${year}&terms=all`;

async function interact(large: Page, small: Page): Promise<Figure> {
  const open = (page: Page) => async () => {
    const began = performance.now();
    await page.goto(board);
    const review = page.locator('[data-review]').first();
    await review.click();
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
    return performance.now() - began;
  };
  await open(large)();
  await open(small)();
  const { ours, theirs } = await interleave(times, open(large), open(small));
  const value = ours / theirs;
  return {
    name: 'season-board-interactive',
    value,
    unit: '× the board of 30',
    bar: boardBar,
    ok: value <= boardBar,
    reviews300: `${Math.round(ours)} ms`,
    reviews30: `${Math.round(theirs)} ms`,
  };
}

async function weighViews(signedIn: Page): Promise<Figure> {
  const weigh = async (from: string, link: string) => {
    const page = await signedIn.context().newPage();
    await page.goto(from);
    await page.waitForLoadState('networkidle');
    const fetched = weighScripts(page);
    await page.getByRole('link', { name: link, exact: true }).first().click();
    await page.waitForURL(/\/reviews/);
    await page.locator('[data-review], main table').first().waitFor({ state: 'attached' });
    const extra = await fetched();
    await page.close();
    return extra;
  };
  const views: Record<string, number> = { Timeline: await weigh(`${address}/`, 'Reviews') };
  for (const view of ['Table', 'Map', 'Reviewers']) views[view] = await weigh(board, view);
  const value = Math.max(...Object.values(views));
  if (value === 0) throw new Error('no view fetched any JavaScript');
  const each = Object.entries(views).map(([view, extra]) => `${view} ${extra.toFixed(1)}`);
  return {
    name: 'season-views',
    value,
    unit: 'KB more, the largest',
    bar: viewBar,
    ok: value <= viewBar,
    each: each.join(', '),
  };
}
