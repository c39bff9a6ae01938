import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectFitForAll, expectQuietConsole, home, signInAs } from './steps.ts';

type Upload = string | { name: string; mimeType: string; buffer: Buffer };

async function send(page: Page, kind: 'Schools register' | 'People', file: Upload) {
  await page.goto(`${home()}/imports/new`);
  await page.getByRole('radio', { name: kind }).check({ force: true });
  await page.locator('input[type=file]').setInputFiles(file as never);
  await page.getByRole('button', { name: 'Check the files' }).click();
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function onPhone(page: Page, look: () => Promise<void>) {
  await page.setViewportSize({ width: 360, height: 800 });
  await look();
  await page.setViewportSize({ width: 1440, height: 1000 });
}

test.use({ viewport: { width: 1440, height: 1000 } });

test('a broker stops a check, and puts a file right that comes back with its errors marked', async ({
  page,
}, info) => {
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');

  await test.step('a check of a large file is stopped, and its files can be changed', async () => {
    const header =
      'URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),More';
    const rows = Array.from({ length: 60_000 }, (_, i) => `${500_000 + i},803,A,1,1,${'x'.repeat(700)}\r\n`);
    const path = info.outputPath('large.csv');
    writeFileSync(path, `${header}\r\n${rows.join('')}`);
    await send(page, 'Schools register', path);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('heading', { name: 'The check was stopped' })).toBeVisible();
    await onPhone(page, () => expectFitForAll(page, ['light']));
    await page.getByRole('button', { name: 'Take away large.csv' }).click();
    await expect(page.getByText('There is no file in this import yet.')).toBeVisible();
  });

  await test.step('rows with errors come back in the broker’s own file, are put right, and go in', async () => {
    await page.goto(`${home()}/schools`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /Primary School$/ })
      .first()
      .click();
    const said = page.getByText(/URN:? \d+/).first();
    const [urn] = /\d{6}/.exec((await said.textContent()) ?? '') ?? [];
    const people = [
      'URN,Role,First name,Last name,Email,Note',
      `${urn},Governor,Ines,Marker,ines.marker@school.example,=1+1`,
      `${urn},King,Olaf,Marker,olaf.marker@school.example,`,
    ];
    await send(page, 'People', csv('governors.csv', people.join('\r\n')));
    await expect(page.getByText('“King”')).toBeVisible();
    await onPhone(page, () => expectFitForAll(page, ['dark']));
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save all rows of governors.csv' }).click();
    const marked = readFileSync(await (await saving).path(), 'utf8');
    expect(marked).toContain("'=1+1,2,");
    expect(marked).toMatch(/King,Olaf,.*,3,"?The cell “Role” says “King”/);
    await send(page, 'People', csv('governors.csv', marked.replace('King', 'Governor')));
    await page.getByRole('button', { name: 'Apply these changes' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Apply/ })
      .click();
    await expect(page.getByRole('heading', { name: /changes have been made/ })).toBeVisible();
  });

  await test.step('and is undone again, after what that would do has been looked at', async () => {
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect(page.getByText('Olaf Marker')).toBeVisible();
    await onPhone(page, () => expectFitForAll(page, ['light']));
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByRole('heading', { name: /^Undone/ })).toBeVisible();
    await page.goto(`${home()}/people?q=Marker`);
    await expect(page.getByText('Olaf Marker')).toHaveCount(0);
  });

  await test.step('the schools of a trust are listed, and a school says what it belongs to', async () => {
    await page.goto(`${home()}/schools`);
    const groups = page.getByLabel('Group', { exact: true });
    const trust = await groups.locator('option').nth(1).textContent();
    await groups.selectOption({ index: 1 });
    const [schools] = /\d+(?=\)$)/.exec(trust ?? '') ?? [];
    await expect(page.getByText(`${schools} schools`).first()).toBeVisible();
    await onPhone(page, () => expectFitForAll(page, ['dark']));
    await page
      .getByRole('main')
      .getByRole('link', { name: /(Academy|Primary School|High School)$/ })
      .first()
      .click();
    await expect(page.getByText(/Since 1 September 2019/).first()).toBeVisible();
    await expectFitForAll(page, ['light']);
  });
  expectQuiet();
});
