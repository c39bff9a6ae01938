import { expect, test } from '@playwright/test';
import { expectFitForAll, expectQuietConsole, home, signInAs } from './steps.ts';

test('a head sees on a phone what they were told, reads it, and chooses what else', async ({ page }) => {
  const expectQuiet = expectQuietConsole(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await signInAs(page, 'David Rose');
  const bell = page.getByRole('link', { name: /^Notifications, \d+ not read$/ });
  await bell.click();
  const list = page.getByRole('list', { name: 'Notifications' });
  const member = list.getByRole('listitem').filter({ hasText: /became a member/ });
  await expect(member).toContainText('Not read');
  await expectFitForAll(page);

  await member.getByRole('link').click();
  await expect(page).toHaveURL(/\/schools\/[\w-]{36}/);
  await page.goto(`${home()}/notifications`);
  await expect(member).toBeVisible();
  await expect(member).not.toContainText('Not read');

  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Not read' }).click();
  await expect(page.getByText('You have read everything')).toBeVisible();
  await expectFitForAll(page);

  await page.getByRole('link', { name: 'Choose what you are told' }).click();
  const school = page.getByRole('combobox', { name: 'Where you are told: Your school' });
  await school.selectOption('Here only');
  await expect(page.getByText('Saved: Your school')).toBeVisible();
  await page.reload();
  await expect(school).toHaveValue('screen');
  await expect(page.getByText('You are always told, so that nobody')).toBeVisible();
  await expectFitForAll(page);
  expectQuiet();
});

test('the page that stops the daily mail asks first, and says when its address is not whole', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const token = `${crypto.randomUUID()}.${crypto.randomUUID()}.${'x'.repeat(43)}`;
  await page.goto(`${home()}/api/notifications/unsubscribe?token=${token}`);
  await expect(page).toHaveURL(/\/sign-in\/unsubscribe#/);
  await expect(page.getByRole('heading', { name: 'Stop the daily mail?' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop it' }).click();
  await expect(page.getByText('This address is not complete')).toBeVisible();
  await expectFitForAll(page);
});

test('a head puts their days into their own calendar, renews the address and withdraws it', async ({
  page,
}) => {
  const expectQuiet = expectQuietConsole(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await signInAs(page, 'David Rose');
  await page.goto(`${home()}/account`);
  await page.getByRole('button', { name: 'Get an address' }).click();
  const field = page.getByRole('textbox', { name: 'Your private address' });
  await expect(field).toHaveValue(/calendar\.ics\?key=/);
  const address = await field.inputValue();
  const calendar = await page.request.get(address);
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*first day of term/);
  await expectFitForAll(page);

  await page.getByRole('button', { name: 'Get a new address' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Get a new address' }).click();
  await expect(field).not.toHaveValue(address);
  expect((await page.request.get(address)).status()).toBe(404);
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await expectFitForAll(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByRole('button', { name: 'Get an address' })).toBeVisible();
  expectQuiet();
});
