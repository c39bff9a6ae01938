import { expect, test } from '@playwright/test';
import { confirmByCode, expectFitForAll, expectQuietConsole, home, signInAs } from './steps.ts';

const phone = { width: 360, height: 740 };

test('what was typed and left meets what somebody else has saved since', async ({ browser }) => {
  const [one, two] = [await browser.newPage(), await browser.newPage()];
  for (const page of [one, two]) {
    await signInAs(page, 'Ruth Penhallow');
    await page.goto(`${home()}/agreements`);
    await page.getByRole('link', { name: /^Version 2:/ }).click();
    await page.getByRole('link', { name: 'Change its words' }).click();
  }
  await one.getByLabel('What it says').first().fill('Typed, and left.');
  await one.getByRole('button', { name: 'Cancel' }).click();
  await two.getByLabel('What it says').nth(1).fill('Saved meanwhile.');
  await two.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(two.getByText('Saved meanwhile.')).toBeVisible();
  await one.reload();
  await one.getByRole('link', { name: 'Change its words' }).click();
  await expect(one.getByText('We kept what you typed here before.')).toBeVisible();
  await one.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    one.getByText('Saved, together with what somebody else changed meanwhile').first(),
  ).toBeVisible();
  for (const text of ['Typed, and left.', 'Saved meanwhile.'])
    await expect(one.getByRole('main').getByText(text)).toBeVisible();
  await Promise.all([one.close(), two.close()]);
});

test('the broker writes the next version of the agreement, a board member issues it, and a head reads it', async ({
  page,
  browser,
}) => {
  test.slow();
  const expectQuiet = expectQuietConsole(page);
  await page.setViewportSize({ width: 1440, height: 1000 });

  await test.step('the broker changes the draft; what is missing is named, and what is typed is kept', async () => {
    await signInAs(page, 'Ruth Penhallow');
    await page.getByRole('link', { name: 'Agreement', exact: true }).click();
    await expect(page.getByText('In force', { exact: true })).toBeVisible();
    await expectFitForAll(page);
    await page.getByRole('link', { name: /^Version 2:/ }).click();
    await page.getByRole('link', { name: 'Change its words' }).click();
    await page.getByRole('button', { name: 'Take out Learning hubs' }).press('Enter');
    await expect(page.getByLabel('Heading').nth(10)).toBeFocused();
    await page.getByRole('button', { name: 'Move A review each year up' }).press('Enter');
    await page.getByRole('button', { name: 'Add a clause' }).click();
    await page.keyboard.type('Being open about absence');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('link', { name: 'Say what clause 17 means' })).toBeVisible();
    await expectFitForAll(page);
    await page.reload();
    await expect(page.getByText('We kept what you typed here before.')).toBeVisible();
    await page.getByLabel('What it says').last().fill('We say early when a leader cannot come.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { name: '17. Being open about absence' })).toBeVisible();
  });

  await test.step('what has changed is said in words, and seen', async () => {
    await page.getByRole('link', { name: 'What has changed' }).click();
    await expect(
      page.getByText(
        /2 clauses are new, 1 clause is taken out, 3 clauses say something else, 1 clause has moved/,
      ),
    ).toBeVisible();
    await expect(page.getByRole('deletion').filter({ hasText: 'regularly' })).toBeVisible();
    await expectFitForAll(page);
    await page.setViewportSize(phone);
    await expectFitForAll(page);
  });

  await test.step('offered, the broker cannot issue it', async () => {
    await page.getByRole('button', { name: 'Offer it for issue' }).click();
    await expect(page.getByText('Somebody else must issue it')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Issue it' })).toHaveCount(0);
    await expectFitForAll(page);
  });

  await test.step('a board member issues it on a phone, once they have shown who they are', async () => {
    const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
    const board = await context.newPage();
    await signInAs(board, 'Lena Ashdown');
    await board.goto(`${home()}/agreements`);
    await board.getByRole('link', { name: /^Version 2:/ }).click();
    await expect(board.getByRole('link', { name: 'Change its words' })).toHaveCount(0);
    await board.getByRole('button', { name: 'Issue it' }).click();
    const dialog = board.getByRole('dialog', { name: 'Issue version 2?' });
    await expectFitForAll(board);
    await dialog.getByRole('button', { name: 'Issue it' }).click();
    await confirmByCode(board);
    await expect(board.getByText('In force', { exact: true })).toBeVisible();
    await expect(board.getByRole('region', { name: 'Its seal' })).toContainText(/[0-9a-f]{64}/);
    await expectFitForAll(board);
    await context.close();
  });

  await test.step('a head finds it from their first screen', async () => {
    const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
    const head = await context.newPage();
    await signInAs(head, 'David Rose');
    await head.getByRole('link', { name: 'Membership agreement' }).click();
    await expect(head.getByText('Replaced', { exact: true })).toBeVisible();
    await head.getByRole('link', { name: /^Version 2:/ }).click();
    await expect(head.getByRole('heading', { name: '17. Being open about absence' })).toBeVisible();
    await expect(head.getByRole('button', { name: /Withdraw|Issue|Offer/ })).toHaveCount(0);
    await expectFitForAll(head);
    await context.close();
  });
  expectQuiet();
});
