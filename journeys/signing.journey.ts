import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { confirmByCode, expectFitForAll, expectQuietConsole, home, picture, signInAs } from './steps.ts';

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
    await picture(page, 'signing-home');
    await task.getByRole('link', { name: 'Begin' }).click();
    await expect(page.getByText('Step 1 of 4')).toBeVisible();
    await expectFitForAll(page);
    await picture(page, 'signing-read');
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
    await picture(page, 'signing-governing-body');
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
    const pledge = page.getByLabel(/willing to give a year/);
    await pledge.fill('about 200');
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(
      page.getByRole('link', { name: 'Write the sum in pounds, such as 250 or 1,250.50' }),
    ).toBeVisible();
    await pledge.fill('250');
    await page.setViewportSize({ width: 740, height: 360 });
    await expect(page.getByLabel('Reference of the minute')).toHaveValue('FGB 2026/11, item 4');
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: 'Save and go on' }).click();
  });

  await test.step('everything is checked on one screen', async () => {
    await expect(page.getByText('Step 3 of 4')).toBeVisible();
    await expect(page.getByText(/minute FGB 2026\/11, item 4/)).toBeVisible();
    await expect(page.getByText('£250')).toBeVisible();
    await expectFitForAll(page);
    await picture(page, 'signing-check');
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
    await picture(page, 'signing-signed');
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

/** The head or the chair goes through their screens, with what each asks for. */
async function signOnPhone(browser: Browser, name: string, begin: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await signInAs(page, name);
  await begin(page);
  await page.getByRole('button', { name: 'It is right: go on' }).click();
  await page.getByLabel('Your full name').fill(name);
  await page.getByRole('checkbox', { name: /I may (co-)?sign for/ }).check({ force: true });
  await page.getByRole('button', { name: /^(Co-sign|Sign) for the school$/ }).click();
  await confirmByCode(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Signed/ })).toBeVisible();
  await context.close();
}

test('another version is issued, and the school consents to what has changed', async ({ page, browser }) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 1000 });

  await test.step('the broker changes a clause, and asks members to sign by a day', async () => {
    await signInAs(page, 'Ruth Penhallow');
    await page.goto(`${home()}/agreements`);
    const begin = page.getByRole('button', { name: 'Begin the next version' });
    const draft = page.getByText('Draft', { exact: true });
    await expect(begin.or(draft)).toBeVisible();
    if (await begin.isVisible()) await begin.click();
    else {
      await page
        .getByRole('link', { name: /^Version \d+:/ })
        .first()
        .click();
      await page.getByRole('link', { name: 'Change its words' }).click();
    }
    const first = page.getByLabel('What it says').first();
    await first.fill(`${await first.inputValue()} Every one is heard.`);
    await page.getByRole('radio', { name: /^For a school year at a time/ }).check({ force: true });
    const inTwoMonths = new Date(Date.now() + 60 * 86_400_000).toLocaleDateString('en-GB');
    await page.getByLabel(/^Ask members to sign this version by/).fill(inTwoMonths);
    await expectFitForAll(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/Members are asked to sign by/)).toBeVisible();
    await expect(page.getByText(/lasts until the end of the school year/)).toBeVisible();
    await page.getByRole('button', { name: 'Offer it for issue' }).click();
    await expect(page.getByText('Somebody else must issue it')).toBeVisible();
  });

  await test.step('a board member issues it', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const board = await context.newPage();
    await signInAs(board, 'Lena Ashdown');
    await board.goto(page.url());
    await board.getByRole('button', { name: 'Issue it' }).click();
    await board.getByRole('dialog').getByRole('button', { name: 'Issue it' }).click();
    await confirmByCode(board);
    await expect(board.getByText('In force', { exact: true })).toBeVisible();
    await context.close();
  });

  await test.step('the head sees what has changed, and signs', () =>
    signOnPhone(browser, 'David Rose', async (head) => {
      const task = head.getByRole('region', { name: 'Sign the new version of the agreement' });
      await expect(task.getByText(/Please sign by/)).toBeVisible();
      await task.getByRole('link', { name: 'Begin' }).click();
      const changed = head.getByRole('region', { name: /^What has changed since version \d/ });
      await expect(changed.getByRole('insertion').filter({ hasText: 'Every one is heard' })).toBeVisible();
      await expectFitForAll(head);
      await picture(head, 'signing-what-has-changed');
      await head.getByRole('button', { name: 'I have read it: go on' }).click();
      const today = new Date().toLocaleDateString('en-GB');
      await head.getByLabel('When did your governing body agree?').fill(today);
      await head.getByLabel('Reference of the minute').fill('FGB 2026/12, item 2');
      await head.getByRole('button', { name: 'Save and go on' }).click();
    }));

  await test.step('the chair co-signs, and the school is a member for the year', async () => {
    await signOnPhone(browser, 'Will Slade', async (chair) => {
      await chair.getByRole('link', { name: 'Read and co-sign' }).click();
      await expect(chair.getByRole('region', { name: /^What has changed/ })).toBeVisible();
      await chair.getByRole('button', { name: 'I have read it: go on' }).click();
    });
    await page.goto(`${home()}/members?q=Alderbrook`);
    await page
      .getByRole('link', { name: /^Alderbrook/ })
      .first()
      .click();
    const card = page.getByRole('region', { name: 'Membership' });
    await expect(card.getByText(/^Yes, until 31 August \d{4}/)).toBeVisible();
    await expect(card.getByText('shares what its reviews find with the partnership')).toBeVisible();
    await expectFitForAll(page);
  });
});
