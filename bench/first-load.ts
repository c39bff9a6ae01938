import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { openInBrowser } from './browser.ts';
import type { Figure } from './measure.ts';
import { weighScripts } from './weigh-scripts.ts';

const port = 3987;
const address = `http://localhost:${port}`;
const pages = [
  { name: 'first-load-sign-in', path: '/sign-in', bar: 130 },
  { name: 'first-load-schools', path: '/schools', bar: 220 },
];
const lighthouseVersion = '13.5.0';

/** The figures of this file, in the order in which they are measured. */
export const names = [...pages.map(({ name }) => name), 'lighthouse-performance', 'lighthouse-accessibility'];

/**
 * JavaScript that a browser with an empty cache fetches for a page, each file as gzip makes it (level 9), in KB of
 * 1,000 bytes; the schools list is opened signed in, by its address. Lighthouse looks at the page before sign-in as on
 * a slow phone: reported, without a bar of its own; it is fetched when it is asked for, and left out where that fails.
 */
export async function* figures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  await using lateral = await openInBrowser(port);
  for (const page of pages) {
    if (!isAsked(page.name)) continue;
    const value = await weigh(lateral.browser, page.path);
    yield { name: page.name, value, unit: 'KB', bar: page.bar, ok: value <= page.bar };
  }
  if (isAsked('lighthouse-performance') || isAsked('lighthouse-accessibility'))
    yield* lighthouse(path.join(lateral.folder, 'lighthouse.json'), lateral.executablePath);
}

async function weigh(browser: Browser, where: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (where !== '/sign-in') {
    await page.goto(`${address}/sign-in`);
    await page.getByRole('button', { name: /Ruth Penhallow/ }).click();
    await page.waitForURL(`${address}/`);
    await page.waitForLoadState('networkidle');
  }
  const fresh = await context.newPage();
  await page.close();
  const fetched = weighScripts(fresh);
  await fresh.goto(`${address}${where}`);
  await fresh.getByRole('heading', { level: 1 }).waitFor();
  await fresh.waitForLoadState('networkidle');
  const total = await fetched();
  await context.close();
  if (total === 0) throw new Error(`${where} fetched no JavaScript`);
  return total;
}

function* lighthouse(report: string, chrome: string | undefined): Generator<Figure> {
  const args = [
    '-y',
    `lighthouse@${lighthouseVersion}`,
    `${address}/sign-in`,
    '--output=json',
    `--output-path=${report}`,
  ];
  const flags = [
    '--only-categories=performance,accessibility',
    '--quiet',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ];
  const env = { ...process.env, ...(chrome && { CHROME_PATH: chrome }) };
  const { status } = spawnSync('npx', [...args, ...flags], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) {
    console.error('  Lighthouse could not be fetched or run; its figures are left out.');
    return;
  }
  const { categories } = JSON.parse(readFileSync(report, 'utf8')) as {
    categories: Record<'performance' | 'accessibility', { score: number }>;
  };
  for (const kind of ['performance', 'accessibility'] as const)
    yield {
      name: `lighthouse-${kind}`,
      value: categories[kind].score * 100,
      unit: 'points of 100, mobile',
      bar: 0,
      ok: true,
    };
}
