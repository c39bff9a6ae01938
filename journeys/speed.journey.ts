import { expect, type Page, test } from '@playwright/test';
import { expectFitForAll, expectQuietConsole, home, signInAs } from './steps.ts';

const palette = (page: Page) => page.getByRole('combobox', { name: 'Search or do anything' });

/** Opens the palette with its key, once there is somebody to hear it. */
async function openPalette(page: Page) {
  await expect(page.getByRole('button', { name: 'Search or do anything' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeFocused();
}

/** On Schools: everything that the address matches is chosen. */
async function chooseAll(page: Page, query: string) {
  await page.goto(`${home()}/schools${query}`);
  await page.getByRole('checkbox', { name: 'Choose every row shown' }).first().check({ force: true });
}

test.use({ viewport: { width: 1440, height: 1000 } });

test('the palette finds a misspelt school, and does what the broker may do', async ({ page }) => {
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  await openPalette(page);
  await palette(page).fill('brackenrige');
  await expect(page.getByRole('option', { name: /Brackenridge Primary School/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expectFitForAll(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brackenridge Primary School');

  await openPalette(page);
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([
    'Brackenridge Primary School',
  ]);
  await palette(page).fill('imp sch');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/imports\/new\?kind=register/);

  await openPalette(page);
  await palette(page).fill('qqqqqq');
  await expect(page.getByText('Nothing matches “qqqqqq”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  expectQuiet();
});

test('the palette offers a head nothing that they may not do', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signInAs(page, 'David Rose');
  await page.getByRole('button', { name: 'Search or do anything' }).click();
  await expect(page.getByRole('option', { name: 'Sign out' })).toBeVisible();
  for (const name of ['Import schools', 'Plan the season', 'Mark schools as members', 'Imports'])
    await expect(page.getByRole('option', { name, exact: true })).toHaveCount(0);
  await palette(page).fill('alderbrok');
  await expect(page.getByRole('option', { name: /Alderbrook/ })).toBeVisible();
  await palette(page).fill('brackenridge');
  await expect(page.getByText('Nothing matches “brackenridge”')).toBeVisible();
  await expectFitForAll(page);
});

test('a list is worked by keyboard alone, and the keys can be turned off', async ({ page }) => {
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/schools`);
  const rows = page.getByRole('main').getByRole('row');
  await rows.nth(1).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 school chosen')).toBeVisible();
  await expect(rows.nth(3)).toBeFocused();
  await page.keyboard.press('k');
  const name = await rows.nth(2).getByRole('link').first().textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '');

  await page.goto(`${home()}/people`);
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search people' })).toBeFocused();
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.goto(`${home()}/clusters`);
  const clusters = page.getByRole('main').getByRole('listitem');
  await clusters.first().focus();
  await page.keyboard.press('j');
  await expect(clusters.nth(1)).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectFitForAll(page);
  await page.getByRole('checkbox', { name: /pressed alone/ }).uncheck({ force: true });
  await page.keyboard.press('Escape');
  await clusters.first().focus();
  await page.keyboard.press('j');
  await expect(clusters.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(clusters.nth(1)).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expectQuiet();
});

test('a view is saved and shared, and a colleague sees it as far as they may', async ({ page, browser }) => {
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/schools?member=no&phase=primary`);
  await page.getByRole('button', { name: 'Views' }).click();
  await expectFitForAll(page);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Primaries to ask');
  await page.getByRole('checkbox', { name: /Share with the team/ }).check({ force: true });
  await expectFitForAll(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = page.getByRole('navigation', { name: 'Your saved views' });
  await expect(saved.getByRole('link', { name: /Primaries to ask/ })).toBeVisible();
  const shown = (await page.getByRole('main').getByRole('status').first().textContent()) ?? '';

  const theirs = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 1000 } });
  await signInAs(theirs, 'Lena Ashdown');
  const found = theirs.getByRole('navigation', { name: 'Your saved views' });
  await found.getByRole('link', { name: /Primaries to ask/ }).click();
  await expect(theirs).toHaveURL(/\/schools\?(?=.*member=no)(?=.*phase=primary)/);
  await expect(theirs.getByRole('main').getByRole('status').first()).toHaveText(shown);
  await expect(theirs.getByRole('checkbox', { name: 'Choose every row shown' })).toHaveCount(0);
  await theirs.getByRole('button', { name: 'Primaries to ask' }).click();
  await expect(theirs.getByText('From Ruth Penhallow')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await theirs.close();

  await openPalette(page);
  await palette(page).fill('primaries');
  await expect(page.getByRole('option', { name: 'Primaries to ask' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Primaries to ask' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(saved.getByRole('link', { name: /Primaries to ask/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(saved.getByRole('link', { name: /Primaries to ask/ })).toBeVisible();
  expectQuiet();
});

test('a bulk reminder is previewed, sent and undone before anything goes', async ({ page }) => {
  test.slow();
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  await chooseAll(page, '?member=no');
  await page.getByRole('button', { name: 'Invite to join' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite to join' });
  await dialog.getByRole('textbox', { name: 'A line of your own' }).fill('The first reviews begin in May.');
  await expect(dialog.getByRole('region', { name: 'The mail' })).toContainText(
    'The first reviews begin in May.',
  );
  await expectFitForAll(page);
  await dialog.getByRole('button', { name: /^Send \d+ invitations/ }).click();
  await expect(page.getByText(/\d+ invitations go in 10 seconds/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^Undone\. None of the \d+ invitations were sent/)).toBeVisible();

  await test.step('one that is not undone goes after ten seconds, and is on the timeline', async () => {
    await page.goto(`${home()}/schools?member=no&q=ottercroft`);
    await page.getByRole('checkbox', { name: 'Choose Ottercroft Academy' }).check({ force: true });
    await page.getByRole('button', { name: 'Invite to join' }).click();
    await dialog.getByRole('button', { name: 'Send 1 invitation' }).click();
    await expect(page.getByText('1 invitation goes in 10 seconds')).toBeVisible();
    await page.getByRole('link', { name: 'Ottercroft Academy' }).click();
    await expect(page.getByText('What happened', { exact: true })).toBeVisible();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/was written to about joining/)).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    await page.goto(`${home()}/mailbox`);
    await expect(page.getByText('Ottercroft Academy is invited to join').first()).toBeVisible();
    await expect(page.getByText('The first reviews begin in May.')).toHaveCount(0);
  });

  await test.step('and is not sent again the same day', async () => {
    await page.goto(`${home()}/schools?member=no&q=ottercroft`);
    await page.getByRole('checkbox', { name: 'Choose Ottercroft Academy' }).check({ force: true });
    await page.getByRole('button', { name: 'Invite to join' }).click();
    await expect(dialog.getByText('Asked within the last 24 hours')).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Send/ })).toHaveCount(0);
  });
  expectQuiet();
});

test('marking members shows what would change, and is undone', async ({ page }) => {
  await signInAs(page, 'Ruth Penhallow');
  await chooseAll(page, '?q=yarlwell');
  await page.getByRole('button', { name: 'Mark as members' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 school becomes a member')).toBeVisible();
  await expectFitForAll(page);
  await dialog.getByRole('button', { name: 'Mark as members' }).click();
  await expect(page.getByText('1 school is a member now')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone: 1 school is as before')).toBeVisible();
  await expect(page.getByRole('row', { name: /Yarlwell Grammar School/ })).toContainText('Not a member');
});

test('dark is chosen from the palette, and is there from the first paint', async ({ page }) => {
  await signInAs(page, 'Ruth Penhallow');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await openPalette(page);
  await palette(page).fill('dark');
  await page.keyboard.press('Enter');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.reload({ waitUntil: 'commit' });
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: /your menu/ }).click();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expectFitForAll(page);
  await page.getByRole('radio', { name: 'As this device' }).check({ force: true });
  await expect(html).toHaveAttribute('data-theme', 'light');
});

test('on a phone the palette, the views and the reminders fit', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signInAs(page, 'Ruth Penhallow');
  await page.getByRole('button', { name: 'Search or do anything' }).click();
  await palette(page).fill('chruch');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectFitForAll(page);
  await page.keyboard.press('Escape');
  await page.goto(`${home()}/people?role=leaders&trained=no`);
  await page.getByRole('button', { name: 'Views' }).click();
  await expectFitForAll(page);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Choose every row shown' }).first().check({ force: true });
  await page.getByRole('button', { name: 'Remind about training' }).click();
  await expect(page.getByRole('button', { name: /^Send/ })).toBeVisible();
  await expectFitForAll(page);
});
