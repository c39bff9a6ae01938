import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectFitForAll, expectQuietConsole, home, signInAs } from './steps.ts';

/** Opens the members and goes to those who have not joined. */
async function openUnsigned(page: Page) {
  await page.goto(`${home()}/members`);
  await expect(page.getByRole('img', { name: /of 300 schools have joined/ })).toBeVisible();
  await page.getByRole('link', { name: /^Not joined/ }).click();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ schools: not joined$/ })).toBeVisible();
}

const choose = (page: Page, school: string) =>
  page.getByRole('checkbox', { name: `Choose ${school}` }).check({ force: true });

test.describe('at 360 px', () => {
  test.use({ viewport: { width: 360, height: 800 } });
  const school = 'Brackenridge Primary School';

  test('those who have not joined are found, invited with a preview, and it is undone; then one goes', async ({
    page,
  }) => {
    test.slow();
    const expectQuiet = expectQuietConsole(page);
    await signInAs(page, 'Ruth Penhallow');
    await openUnsigned(page);
    await expectFitForAll(page);
    const dialog = page.getByRole('dialog', { name: 'Invite to join' });

    await test.step('all of them are previewed, sent and taken back', async () => {
      await page.getByRole('checkbox', { name: 'Choose every row shown' }).check({ force: true });
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await expect(dialog.getByRole('region', { name: 'Who gets a mail' })).toBeVisible();
      await expect(dialog.getByRole('region', { name: 'The mail' })).toContainText(
        'An invitation to join Wolds and Vale Schools Partnership',
      );
      await expectFitForAll(page);
      await dialog.getByRole('button', { name: /^Send \d+ invitations/ }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText(/^Undone\. None of the \d+ invitations were sent/)).toBeVisible();
    });

    await test.step('one is sent, and is in the mailbox with the link that opens the agreement', async () => {
      await choose(page, school);
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await dialog.getByRole('button', { name: 'Send 1 invitation' }).click();
      await expect(page.getByText('1 invitation goes in 10 seconds')).toBeVisible();
      await expect(async () => {
        await page.goto(`${home()}/mailbox`);
        await expect(page.getByText(`${school} is invited to join`).first()).toBeVisible({ timeout: 2000 });
      }).toPass({ timeout: 40_000 });
      await expect(
        page.getByRole('link', { name: /\/schools\/[\w-]{36}\/agreement$/ }).first(),
      ).toBeVisible();
    });

    await test.step('the list says that it has been asked, and it is not asked again the same day', async () => {
      await page.goto(`${home()}/members?standing=asked`);
      await choose(page, school);
      await expect(page.getByText('Not yet: it has been invited').first()).toBeVisible();
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await expect(dialog.getByText('Asked within the last 24 hours')).toBeVisible();
      await expectFitForAll(page);
    });
    expectQuiet();
  });
});

test('chairs are asked only where a head has signed, members to consent, and nobody to renew too early', async ({
  page,
}) => {
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/members?q=ottercroft`);
  await choose(page, 'Ottercroft Academy');
  for (const [action, title, why] of [
    ['Ask to co-sign', 'Ask to co-sign', 'The head has not signed yet'],
    ['Ask to consent', 'Ask to sign the new version', 'Not members'],
    ['Remind to renew', 'Remind to renew', 'Not members'],
  ] as const) {
    await page.getByRole('button', { name: action }).click();
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog.getByText(why)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(dialog).toBeHidden();
  }
});

test('the list is a file, a view and a map too; a row opens its school', async ({ page }) => {
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  await openUnsigned(page);

  await test.step('the file holds what the list shows', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const rows = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n');
    const shown = await page.getByRole('checkbox', { name: /^Choose (?!every)/ }).count();
    expect(rows).toHaveLength(shown + 1);
    expect(rows.at(0)).toContain('Chair of governors');
  });

  await test.step('the filter is kept under a name, with how many it finds', async () => {
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Not joined yet');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('navigation', { name: 'Your saved views' })).toContainText(
      /Not joined yet\s*\d+/,
    );
  });

  await test.step('the map shows who has joined, and leads back to the list', async () => {
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await expect(page).toHaveURL(/\/members\/map/);
    await expect(page.getByRole('application', { name: /Map of 300 schools/ })).toBeVisible();
    await page.getByRole('link', { name: 'List', exact: true }).click();
    await expect(page).toHaveURL(/\/members(\?|$)/);
  });

  await page.getByRole('link', { name: 'Alderbrook Church of England Primary School' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Alderbrook');
  expectQuiet();
});

test('the board sees the members and asks nobody; a headteacher is told that it is not theirs', async ({
  page,
}) => {
  await signInAs(page, 'Lena Ashdown');
  await page.goto(`${home()}/members`);
  await expect(page.getByText(/of 300 schools have joined/).first()).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expectFitForAll(page);
  await signInAs(page, 'David Rose');
  await page.goto(`${home()}/members`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('do not have permission');
});
