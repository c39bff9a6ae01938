import { expect, test } from '@playwright/test';
import { expectQuietConsole, home, picture, signInAs } from './steps.ts';

test.use({ viewport: { width: 1440, height: 1000 } });

/**
 * The pictures of docs/guide-season.md that need a whole county. Other journeys meet the same demonstration and its draft,
 * so nothing is published here: what needs people to have been told is pictured in the journey of a season of 24 schools.
 */
test('a broker sees the whole season, and who would be told what, before anybody is told', async ({
  page,
}) => {
  test.slow();
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  const again = page.getByRole('button', { name: 'Plan again' }).first();
  await page.goto(`${home()}/reviews`);
  await expect(again).toBeVisible({ timeout: 90_000 });
  // The first plan is made while two Laterals start, so it is worse than what a broker gets.
  if (process.env.UPDATE_PICTURES === 'yes') {
    await again.click();
    await expect(again).toBeHidden();
    await expect(again).toBeVisible({ timeout: 90_000 });
    await page.goto(`${home()}/reviews`);
  }
  await expect(page.getByRole('link', { name: /draft/i }).first()).toBeVisible();
  await picture(page, 'season-board');

  await test.step('the dialog names each change and each person, and closes without telling anybody', async () => {
    await page.getByRole('button', { name: /and publish$/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Publish \d+ changes$/ });
    await expect(dialog.getByRole('button', { name: /^Publish and tell \d+ people$/ })).toBeVisible();
    await expect(dialog.getByText('is asked to lead').first()).toBeVisible();
    await picture(page, 'season-publish');
    await dialog.getByRole('button', { name: 'Not yet' }).click();
    await expect(page.getByText(/changes are not published\./)).toBeVisible();
  });
  expectQuiet();
});
