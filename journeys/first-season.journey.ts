import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { inventPeopleFile } from './people-file.ts';
import { expectFitForAll, expectQuietConsole, firstLink, home, signInByLink } from './steps.ts';

const shared = new URL('../../shared/', import.meta.url);
const isThere = existsSync(shared);
if (!isThere)
  console.info('The real registers are not beside this checkout (../shared): the first season is skipped.');

const registers = [
  ['gias_916_2022-04-07_reconstructed.csv', 'gias_links_916_2023-04-21.csv'],
  ['gias_916_2024-06-17_reconstructed.csv', 'gias_links_916_2025-04-22.csv'],
  ['gias_916_2025-07-11_reconstructed.csv', 'gias_links_916_2025-09.csv'],
] as const;

const file = (name: string) => {
  const path = fileURLToPath(new URL(`registers/${name}`, shared));
  return { name, mimeType: 'text/csv', buffer: readFileSync(path) };
};

type Upload = { name: string; mimeType: string; buffer: Buffer };

/** Brings files, looks at what they would change, and applies it. @returns how many schools the preview said convert */
async function bring(page: Page, kind: 'Schools register' | 'People', files: readonly Upload[]) {
  await page.getByRole('link', { name: 'Imports' }).first().click();
  await page.getByRole('link', { name: 'New import' }).first().click();
  await page.getByRole('radio', { name: kind }).check({ force: true });
  await page.locator('input[type=file]').setInputFiles([...files]);
  await page.getByRole('button', { name: 'Check the files' }).click();
  await page.getByRole('button', { name: 'Apply these changes' }).click({ timeout: 60_000 });
  const [, converted = '0'] =
    /Converted\s*(\d+)/.exec((await page.getByRole('dialog').textContent()) ?? '') ?? [];
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Apply/ })
    .click();
  await expect(page.getByRole('heading', { name: /^Applied|changes have been made/ })).toBeVisible({
    timeout: 60_000,
  });
  return Number(converted);
}

const now = new Date();
/** The school year after this one, by its first half. */
const nextYear = now.getFullYear() + (now.getMonth() >= 8 ? 1 : 0);

/** In Schools: everything that the address matches is chosen, whether it is on the page or not. */
async function chooseAll(page: Page, query: string) {
  await page.goto(`${home()}/schools${query}`);
  await page.getByRole('checkbox', { name: 'Choose every row shown' }).first().check({ force: true });
  const every = page.getByRole('button', { name: /^Choose all/ });
  if (await every.isVisible()) await every.click();
}

test.skip(!isThere, 'needs ../shared');

test('from an empty partnership to a first review season planned', async ({ page }) => {
  test.slow();
  const expectQuiet = expectQuietConsole(page);

  await test.step('the broker signs in with the link that the command printed', async () => {
    await signInByLink(page, firstLink());
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Rosa');
    await expectFitForAll(page);
  });

  await test.step('three registers in order: 34 schools are followed to their successors', async () => {
    let converted = 0;
    for (const [register, links] of registers)
      converted += await bring(page, 'Schools register', [file(register), file(links)]);
    expect(converted).toBe(34);
  });

  await test.step('one school is settled by the broker: 300 count', async () => {
    await page.goto(`${home()}/schools`);
    await expect(page.getByText('299 schools').first()).toBeVisible();
    await page.getByRole('link', { name: /To decide/ }).click();
    await page.getByRole('button', { name: 'Decide about Great Oldbury Primary Academy' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^It counts/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'State schools' }).click();
    await expect(page.getByText('300 schools').first()).toBeVisible();
  });

  await test.step('a name that is misspelt is found all the same', async () => {
    await page.getByRole('button', { name: 'Search or do anything' }).click();
    await page.getByRole('combobox', { name: 'Search or do anything' }).fill('Glostershire');
    await expect(page.getByRole('option', { name: /Gloucestershire Hospital Education/ })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('clusters are made and filled in bulk', async () => {
    await page.getByRole('link', { name: 'Clusters' }).first().click();
    const clusters = [
      ['County primary', /Primary partnerships/, '?phase=primary'],
      ['Similar secondary', /Similar secondary/, '?phase=secondary'],
      ['County special', /Special schools/, '?phase=special'],
    ] as const;
    for (const [name, kind] of clusters) {
      await page.getByRole('button', { name: 'Add a cluster' }).first().click();
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      await page.getByRole('radio', { name: kind }).check({ force: true });
      await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    for (const [name, , query] of clusters) {
      await chooseAll(page, query);
      await page.getByRole('button', { name: 'Put in a cluster' }).click();
      await page.getByRole('dialog').getByLabel('Cluster', { exact: true }).selectOption({ label: name });
      await page.getByRole('dialog').getByRole('button', { name: 'Put in' }).click();
      await expect(page.getByText(new RegExp(`schools put in ${name}`)).first()).toBeVisible();
    }
  });

  await test.step('every state school is marked as a member', async () => {
    await chooseAll(page, '');
    await page.getByRole('button', { name: 'Mark as members' }).click();
    await page.getByLabel('Members from').fill('1 Sep 2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as members' }).click();
    await expect(page.getByText('300 schools are members now').first()).toBeVisible();
  });

  await test.step('a people file brings a head and a trained second leader for each school', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const path = await (await download).path();
    const urns = readFileSync(path, 'utf8')
      .split('\r\n')
      .slice(1)
      .flatMap((row) => /^\d+/.exec(row)?.[0] ?? []);
    expect(urns).toHaveLength(300);
    await bring(page, 'People', [
      { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(inventPeopleFile(urns)) },
    ]);
  });

  await test.step('the year gets its terms', async () => {
    // The next school year, so that the journey is the same on whatever day it is taken.
    await page.getByRole('link', { name: 'Calendar' }).first().click();
    await page.getByRole('link', { name: `${nextYear}–${String(nextYear + 1).slice(2)}` }).click();
    await page.getByRole('button', { name: 'Begin with the usual six terms' }).click();
    await page.getByRole('button', { name: 'Add the bank holidays' }).click();
    await page.getByRole('button', { name: 'Save the calendar' }).click();
    await expect(page.getByText('The calendar is saved').first()).toBeVisible();
  });

  const season = await test.step('the season is planned while the broker looks on', async () => {
    await page.getByRole('link', { name: 'Reviews' }).first().click();
    await page.getByRole('link', { name: 'Start a season' }).click();
    await page.getByLabel('School year', { exact: true }).selectOption(String(nextYear));
    await page.getByRole('button', { name: 'Start the season' }).click();
    const plan = page.getByRole('button', { name: 'Plan the season' }).first();
    const answer = page.waitForResponse((response) => /\/api\/seasons\/[\w-]+\/plan$/.test(response.url()));
    await plan.click();
    const { id } = await (await answer).json();
    await expect(page.getByRole('button', { name: /Stop/ })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Plan again' }).first()).toBeVisible({ timeout: 90_000 });
    return id as string;
  });

  await test.step('at least 95 % of 300 schools are placed, and no hard rule is broken, by the judge', async () => {
    const { check } = await import(new URL('seasons/check.mjs', shared).href);
    const read = (what: string) =>
      page.evaluate(async (path) => {
        const session = await fetch('/api/sign-in/refresh', { method: 'POST' }).then((answer) =>
          answer.json(),
        );
        return fetch(path, { headers: { authorization: `Bearer ${session.accessToken}` } }).then((answer) =>
          answer.json(),
        );
      }, `/api/seasons/${season}/${what}`);
    const verdict = check(await read('instance'), await read('schedule'), { noBound: true });
    expect(verdict.hosts).toBe(300);
    expect(verdict.hardByCode).toEqual({});
    expect(verdict.scheduled).toBeGreaterThanOrEqual(285);
    console.info(
      `      placed ${verdict.scheduled} of ${verdict.hosts}, hard rules broken ${verdict.hard}, soft cost ${verdict.soft.total}`,
    );
    await expect(page.getByText(`${verdict.scheduled} draft`).first()).toBeVisible();
  });

  await expectFitForAll(page);

  await test.step('the season is published, and its wall chart printed for somebody to look at', async () => {
    await page.getByRole('button', { name: /and publish$/ }).click();
    await page.getByRole('button', { name: /^Publish and tell/ }).click();
    await expect(page.getByText(/^Published: \d+ changes/).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('0 draft').first()).toBeVisible();
    await page.setViewportSize({ width: 1587, height: 1123 });
    const chart = await page.pdf({
      path: test.info().outputPath('wall-chart.pdf'),
      ...{ format: 'A3', landscape: true, preferCSSPageSize: true },
    });
    const sheets = chart.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(1);
    expect(sheets).toBeLessThanOrEqual(6);
  });
  expectQuiet();
});
