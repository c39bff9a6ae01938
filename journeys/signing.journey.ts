import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { confirmByCode, expectFitForAll, expectQuietConsole, signInAs } from './steps.ts';

/** Runs `verify-agreement` as somebody does who has the file and nothing else. */
function verifyAgreement(file: string) {
  const main = fileURLToPath(new URL('../packages/seal/src/main.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, file], { encoding: 'utf8', env: {} });
  return { status, said: stdout + stderr };
}

const phone = { width: 360, height: 740 };

test('a school signs on a phone: the governing body first, then the head, then the chair', async ({
  browser,
}, testInfo) => {
  test.slow();
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const expectQuiet = expectQuietConsole(page);

  await test.step('the head reads, and goes on where they stopped', async () => {
    await signInAs(page, 'David Rose');
    const task = page.getByRole('region', { name: 'Sign the membership agreement' });
    await task.getByRole('link', { name: 'Begin' }).click();
    await expect(page.getByText('Step 1 of 4')).toBeVisible();
    await expectFitForAll(page);
    const kept = page.waitForResponse(/\/signing\/place$/);
    await page.getByRole('heading', { name: /A vote for the board/ }).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 400);
    expect((await kept).status()).toBe(200);
    await page.reload();
    await page.getByRole('button', { name: /^Go on from clause \d+/ }).click();
    await page.getByRole('button', { name: 'I have read it: go on' }).click();
  });

  await test.step('the day of the meeting and the minute are asked for, in words', async () => {
    await expect(page.getByText('Step 2 of 4')).toBeVisible();
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(page.getByRole('link', { name: 'Enter the reference of the minute' })).toBeVisible();
    await expectFitForAll(page);
    await page.getByLabel('When did your governing body agree?').fill('1 Jan 2031');
    await page.getByLabel('Reference of the minute').fill('FGB 2026/11, item 4');
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(
      page.getByRole('link', { name: 'The day of the meeting cannot be in the future' }),
    ).toBeVisible();
    await page.getByLabel('When did your governing body agree?').fill(new Date().toLocaleDateString('en-GB'));
    await page.setViewportSize({ width: 740, height: 360 });
    await expect(page.getByLabel('Reference of the minute')).toHaveValue('FGB 2026/11, item 4');
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: 'Save and go on' }).click();
  });

  await test.step('everything is checked on one screen', async () => {
    await expect(page.getByText('Step 3 of 4')).toBeVisible();
    await expect(page.getByText(/minute FGB 2026\/11, item 4/)).toBeVisible();
    await expectFitForAll(page);
    await page.getByRole('button', { name: 'It is right: go on' }).click();
  });

  await test.step('the head types their name and signs; a lost network loses nothing', async () => {
    await expect(page.getByText('Step 4 of 4')).toBeVisible();
    await page.getByRole('button', { name: 'Sign for the school' }).click();
    await expect(page.getByRole('link', { name: 'Type your full name' })).toBeVisible();
    await expectFitForAll(page);
    await page.getByLabel('Your full name').fill('David Rose');
    await page.getByRole('checkbox', { name: /I may sign for the school/ }).check({ force: true });
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Sign for the school' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'We could not reach Lateral' })).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText('You are offline.')).toBeHidden();
    await page.getByRole('button', { name: 'Sign for the school' }).click();
    await confirmByCode(page);
    await expect(
      page.getByRole('heading', { level: 1, name: 'Signed, and waiting to be co-signed' }),
    ).toBeFocused();
    await expect(page.getByText(/^A\d-[2-9A-Z]{4}-[2-9A-Z]{4}$/)).toBeVisible();
    await expectFitForAll(page);
    // The address still works tomorrow, and nothing is asked twice.
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: /^Signed, and waiting/ })).toBeVisible();
  });
  expectQuiet();
  await context.close();

  await test.step('the chair reads what the head signed, and co-signs', async () => {
    const theirs = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
    const chair = await theirs.newPage();
    await signInAs(chair, 'Will Slade');
    await chair.getByRole('link', { name: 'Read and co-sign' }).click();
    await expect(chair.getByRole('heading', { level: 1, name: 'Read what your head signed' })).toBeVisible();
    await expectFitForAll(chair);
    await chair.getByRole('button', { name: 'I have read it: go on' }).click();
    await expect(chair.getByText(/David Rose signed/)).toBeVisible();
    await expectFitForAll(chair);
    await chair.getByRole('button', { name: 'It is right: go on' }).click();
    await chair.getByLabel('Your full name').fill('Will Slade');
    await chair.getByRole('checkbox', { name: /I may co-sign for it/ }).check({ force: true });
    await expectFitForAll(chair);
    await chair.getByRole('button', { name: 'Co-sign for the school' }).click();
    await confirmByCode(chair);
    await expect(chair.getByRole('heading', { level: 1, name: 'Signed and co-signed' })).toBeVisible();
    await expectFitForAll(chair);

    await test.step('the sealed copy is saved, and anybody can verify it; a changed byte shows', async () => {
      const save = chair.getByRole('button', { name: 'Save the sealed copy (PDF)' });
      await expect(save).toBeVisible({ timeout: 20_000 });
      await expectFitForAll(chair);
      const coming = chair.waitForEvent('download');
      await save.click();
      const saved = await coming;
      expect(saved.suggestedFilename()).toMatch(/^agreement-A\d-[2-9A-Z]{4}-[2-9A-Z]{4}\.pdf$/);
      const file = testInfo.outputPath('copy.pdf');
      await saved.saveAs(file);
      const { status, said } = verifyAgreement(file);
      expect(said).toMatch(
        /Whole[\s\S]*Co-signed, and sealed as it then was: Will Slade, chair of governors/,
      );
      expect(status).toBe(0);
      const bytes = await readFile(file);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(file, bytes);
      expect(verifyAgreement(file)).toMatchObject({
        status: 1,
        said: expect.stringContaining('been changed'),
      });
    });
    await theirs.close();
  });
});
