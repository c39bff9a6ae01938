import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { confirmByCode, expectFitForAll, expectQuietConsole, home, signInAs } from './steps.ts';

const phone = { width: 360, height: 740 };

test('a broker lets a program read schools, and takes that back', async ({ page, playwright }) => {
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/settings`);
  await page.getByRole('button', { name: 'Make a token' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a token' });
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose at least one thing that it may do');
  await dialog.getByLabel('Name', { exact: true }).fill('County website');
  await dialog.getByLabel('Read schools', { exact: true }).check();
  await expectFitForAll(page);
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await confirmByCode(page);
  const shown = page.getByRole('dialog', { name: 'The token for County website' });
  const token = await shown.getByLabel('Token', { exact: true }).inputValue();
  await expectFitForAll(page);
  await shown.getByRole('button', { name: 'I have kept it' }).click();

  const program = await playwright.request.newContext({
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const schools = await program.get(`${home()}/api/schools`);
  expect((await schools.json()).total).toBeGreaterThan(200);
  expect(schools.headers().ratelimit).toContain('"token"');
  expect((await program.get(`${home()}/api/people`)).status()).toBe(403);

  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: 'County website' });
  await expect(row).toContainText('last used on');
  await expectFitForAll(page);
  await row.getByRole('button', { name: 'Take back County website' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(row).toBeHidden();
  expect((await program.get(`${home()}/api/schools`)).status()).toBe(401);
  await program.dispose();
  expectQuiet();
});

test('a broker gives a deputy what is kept about them, and erases them, on a phone', async ({ browser }) => {
  const context = await browser.newContext({ viewport: phone, acceptDownloads: true });
  const page = await context.newPage();
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/people?role=deputy`);
  const link = page.getByRole('main').locator('a[href*="/people/"]').last();
  const name = ((await link.textContent()) ?? '').trim();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const address = page.url();
  // It comes once they have shown who they are.
  const saving = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Save for a spreadsheet' }).click();
  await confirmByCode(page);
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file).toContain('person,1,last_name');
  expect(file).toContain('roles,1,role,deputy');

  await page.getByRole('button', { name: `Erase ${name}` }).click();
  const dialog = page.getByRole('dialog', { name: `Erase ${name}?` });
  await expect(dialog).toContainText('This goes for good');
  await expectFitForAll(page);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Tick the box');
  await dialog.getByLabel(`I am sure that ${name} is to be erased`).check();
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page).toHaveURL(/\/people$/);
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('not', { timeout: 2000 });
  }).toPass();
  await context.close();
});
