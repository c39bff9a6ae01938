import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { confirmByCode, expectFitForAll, expectQuietConsole, home, settle, signInAs } from './steps.ts';

const phone = { width: 360, height: 740 };

test('a headteacher adds a passkey on a phone and signs in with it', async ({ browser }) => {
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const expectQuiet = expectQuietConsole(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signInAs(page, 'David Rose');
  await page.getByRole('button', { name: /your menu/ }).click();
  await page.getByRole('link', { name: 'Your account' }).click();
  await expect(page.getByText('You have no passkey yet.')).toBeVisible();
  await expectFitForAll(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name', { exact: true }).fill('My phone');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Show that it is you' })).toBeVisible();
  await expectFitForAll(page);
  await confirmByCode(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'My phone' })).toBeVisible();
  await page.getByRole('button', { name: /your menu/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello, David');
  expectQuiet();
  await context.close();
});

/** A tab of its own browser, signed in, on the form of one school. */
async function openDetails(browser: Browser, viewport = { width: 1440, height: 1000 }) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/schools?q=alderbrook`);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Alderbrook/ })
    .first()
    .click();
  await settle(page);
  await page
    .getByRole('region', { name: 'Visiting this school' })
    .getByRole('link', { name: /Add|Change/ })
    .click();
  await expect(page.getByLabel('Phone')).toBeVisible();
  return { context, page };
}
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

test('two people who edit one school at once lose nothing: apart it is brought together, the same they choose', async ({
  browser,
}) => {
  test.slow();
  const [one, two] = [await openDetails(browser), await openDetails(browser, phone)];
  await one.page.getByLabel('Phone').fill('01452 111111');
  await two.page.getByLabel('Who to ask for').fill('Mrs Okafor');
  await save(one.page);
  await expect(one.page.getByText('01452 111111')).toBeVisible();
  await save(two.page);
  await expect(two.page.getByText(/Saved, together with what Ruth Penhallow changed/)).toBeVisible();
  await expect(two.page.getByText('01452 111111')).toBeVisible();
  await expect(two.page.getByText('Mrs Okafor')).toBeVisible();

  for (const { page } of [one, two]) {
    await page.reload();
    await page
      .getByRole('region', { name: 'Visiting this school' })
      .getByRole('link', { name: 'Change' })
      .click();
  }
  await one.page.getByLabel('Phone').fill('01452 222222');
  await two.page.getByLabel('Phone').fill('01452 333333');
  await save(one.page);
  await expect(one.page.getByText('01452 222222')).toBeVisible();
  await save(two.page);
  await expect(
    two.page.getByRole('heading', { name: 'Ruth Penhallow changed this while you were typing' }),
  ).toBeVisible();
  await expectFitForAll(two.page);
  await two.page.getByRole('button', { name: 'Save what I chose' }).click();
  await expect(two.page.getByText('Choose one of the two')).toBeVisible();
  await two.page.getByRole('radio', { name: /Yours/ }).check();
  await two.page.getByRole('button', { name: 'Save what I chose' }).click();
  await expect(two.page.getByText('01452 333333')).toBeVisible();
  await one.context.close();
  await two.context.close();
});

test('a lost network, a closed tab and an ended session lose nothing that was typed', async ({ browser }) => {
  test.slow();
  const { context, page } = await openDetails(browser);
  await page.getByLabel('How to find us and where to park').fill('Gate B, behind the hall');
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await expectFitForAll(page);
  await save(page);
  await expect(page.getByRole('alert').first()).toContainText('We could not reach Lateral');
  await expect(page.getByLabel('How to find us and where to park')).toHaveValue('Gate B, behind the hall');
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
  await page.reload();
  await expect(page.getByText('We kept what you typed here before.')).toBeVisible();
  await expect(page.getByLabel('How to find us and where to park')).toHaveValue('Gate B, behind the hall');

  const other = await (await browser.newContext()).newPage();
  await signInAs(other, 'Ruth Penhallow');
  await other.goto(`${home()}/account`);
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();

  await save(page);
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(again).toBeVisible();
  await expectFitForAll(page);
  await again.getByRole('button', { name: 'Sign in as Ruth Penhallow' }).click();
  await expect(page.getByText('Gate B, behind the hall')).toBeVisible();
  await expect(page).toHaveURL(/\/schools\/[\w-]{36}$/);
  await context.close();
});

test('the history is saved, and a command that knows only the public key finds it whole', async ({
  page,
}) => {
  test.slow();
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/history`);
  await expect(page.getByText(/entries are sealed/)).toBeVisible();
  // The worker chains once a minute.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^\d[\d,]{2,} entries are sealed/)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 100_000 });
  await expectFitForAll(page);
  await page.setViewportSize(phone);
  await expectFitForAll(page);
  await page.setViewportSize({ width: 1440, height: 1000 });
  const key = (await page.locator('p.font-mono').textContent()) ?? '';
  // It comes once they have shown who they are.
  const saved = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Save the whole history' }).click();
  await confirmByCode(page);
  const file = await (await saved).path();
  const main = fileURLToPath(new URL('../packages/audit/src/main.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, file, '--key', key], {
    encoding: 'utf8',
  });
  expect(stdout, stderr).toMatch(/^Whole: \d{3,} entries of Wolds and Vale Schools Partnership/);
  expect(status).toBe(0);
});

test('the broker opens a person, confirms their address and sees who is given a new one', async ({
  page,
}) => {
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/people?q=rose`);
  await page.getByRole('link', { name: 'David Rose' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'David Rose' })).toBeVisible();
  await expectFitForAll(page);
  await page.getByRole('button', { name: 'Take this back' }).click();
  await confirmByCode(page);
  await expect(page.getByText('Not confirmed')).toBeVisible();
  await page.getByRole('button', { name: 'Confirm that it is theirs alone' }).click();
  await expect(page.getByText('Theirs alone', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Give a new address' }).click();
  await page.getByRole('textbox', { name: 'New address' }).fill('david.rose@new.example');
  await page.getByLabel('Why').fill('His school has closed its mail');
  await page.getByRole('button', { name: 'Ask for it' }).click();
  await page.getByRole('link', { name: 'See those under way' }).click();
  await expect(page.getByText('A second person must agree', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /agree/ })).toHaveCount(0);
  await expectFitForAll(page);
  await page.setViewportSize(phone);
  await expectFitForAll(page);
  await page.getByRole('button', { name: 'Stop it' }).click();
  await expect(page.getByText('Stopped', { exact: true }).first()).toBeVisible();
});
