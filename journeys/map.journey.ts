import { expect, type Page, test } from '@playwright/test';
import { expectFitForAll, expectQuietConsole, home, signInAs } from './steps.ts';

const sizes = { 'at 1440 px': { width: 1440, height: 1000 }, 'at 360 px': { width: 360, height: 800 } };

const openSchool = async (page: Page, query: string, name: RegExp) => {
  await page.goto(`${home()}/schools?${query}`);
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await expect(page).toHaveURL(/\/schools\/[\w-]{36}/);
};

for (const [size, viewport] of Object.entries(sizes)) {
  test.describe(size, () => {
    test.use({ viewport });

    test('the county is seen on a map, by pointer and by keyboard, and in a table', async ({ page }) => {
      test.slow();
      const expectQuiet = expectQuietConsole(page);
      await signInAs(page, 'Ruth Penhallow');
      await page.goto(`${home()}/schools`);
      await page.getByRole('link', { name: 'Map', exact: true }).click();
      const map = page.getByRole('application', { name: /Map of 300 schools/ });
      await expect(map).toBeVisible();
      await expect(
        page.getByText('288 of 300 schools have joined. South is furthest behind, at 92%.'),
      ).toBeVisible();
      await expectFitForAll(page);

      await map.focus();
      await page.keyboard.press('n');
      await expect(
        page.getByRole('heading', { name: 'Alderbrook Church of England Primary School' }),
      ).toBeVisible();
      await page.keyboard.press('+');
      await page.keyboard.press('ArrowLeft');
      await expect(page.getByRole('button', { name: 'Zoom out' })).not.toHaveAttribute(
        'aria-disabled',
        'true',
      );
      await expectFitForAll(page);
      await page.getByRole('button', { name: 'Show the whole county' }).click();
      await page.getByRole('link', { name: 'Open the school’s page' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Alderbrook');

      await page.goto(`${home()}/schools/map?kind=similar-secondary&phase=secondary`);
      await expect(page.getByText(/of 39 schools have joined/).first()).toBeVisible();
      await expectFitForAll(page);
      await page.getByRole('link', { name: 'See as table' }).click();
      await expect(page.getByRole('table', { name: 'Schools on the map' })).toBeVisible();
      await expectFitForAll(page);
      expectQuiet();
    });

    test('a secondary school shows those most like it, with what each input adds', async ({ page }) => {
      await signInAs(page, 'Ruth Penhallow');
      await openSchool(page, 'q=grammar', /Grammar School$/);
      const similar = page.getByRole('table', { name: /^Schools similar to/ });
      await expect(similar.getByText('This school', { exact: true })).toBeVisible();
      await expect(similar.getByText(/^adds \d+/).first()).toBeVisible();
      await expectFitForAll(page);
      await openSchool(page, 'q=ashmeadow', /Primary/);
      await expect(page.getByRole('heading', { name: 'Similar schools' })).toHaveCount(0);
    });
  });
}

test('a press near a school on the map chooses it', async ({ page }) => {
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/schools/map?q=Alderbrook`);
  const map = page.getByRole('application');
  const school = page.getByRole('heading', { level: 2, name: /Alderbrook/ });
  await map.press('n');
  const ring = await map.locator('svg circle').first().boundingBox();
  if (!ring) throw new Error('the chosen school has no ring');
  await map.press('Escape');
  await expect(school).toHaveCount(0);
  await page.mouse.click(ring.x + ring.width, ring.y + ring.height / 2);
  await expect(school).toBeVisible();
});

test('a headteacher is shown neither the map nor who is alike', async ({ page }) => {
  await signInAs(page, 'David Rose');
  await page.goto(`${home()}/schools/map`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole('application')).toHaveCount(0);
  await page.goto(`${home()}/clusters/similar`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make these the clusters' })).toHaveCount(0);
});

test('the broker’s day shows the county at a glance', async ({ page }) => {
  await signInAs(page, 'Ruth Penhallow');
  await expect(page.getByRole('img', { name: /by cluster\. .*furthest behind/ })).toBeVisible();
  const card = page.getByRole('region', { name: /by cluster/ });
  await card.getByRole('button', { name: 'See as table' }).click();
  await expect(page.getByRole('dialog').getByRole('rowheader', { name: 'Vale' })).toBeVisible();
});

test('clusters of similar schools are weighed, mended by hand, seen before they are made, and made', async ({
  page,
}) => {
  test.slow();
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  await page.goto(`${home()}/clusters`);
  await page.getByRole('link', { name: 'Propose clusters of similar schools' }).click();
  await expect(page.getByText(/3 clusters of 39 schools/)).toBeVisible();
  await expectFitForAll(page);

  await page.getByRole('slider', { name: 'Size' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByLabel('How many clusters').selectOption('4');
  await page.getByLabel('Keep neighbours apart').selectOption('1');
  await page.getByRole('button', { name: 'Propose again' }).click();
  await expect(page.getByText(/4 clusters of 39 schools/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep these' }).click();
  await expect(page.getByText(/^Kept by Ruth Penhallow/)).toBeVisible();

  const move = page.getByRole('combobox', { name: /^Cluster of / }).first();
  const school = (await move.getAttribute('id')) ?? '';
  await move.selectOption({ index: 3 });
  await expect(page.locator(`[id="${school}"]`)).toHaveValue('3');
  await expect(page.getByRole('button', { name: 'Undo 1 move by hand' })).toBeVisible();
  await page.getByLabel('Name of the cluster').nth(3).fill('Secondary A');
  await page.getByRole('button', { name: 'Make these the clusters' }).click();
  await expect(page.getByRole('alert')).toContainText('Two clusters have this name');
  await page.getByLabel('Name of the cluster').nth(3).fill('Northern secondary');

  await page.getByRole('button', { name: 'Make these the clusters' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/schools change cluster/)).toBeVisible();
  await expectFitForAll(page);
  await dialog.getByRole('button', { name: 'Make these the clusters' }).click();
  await expect(page).toHaveURL(/\/clusters$/);
  await expect(page.getByRole('heading', { name: 'Northern secondary' })).toBeVisible();
  expectQuiet();
});

test.describe('on a phone', () => {
  test.use({ viewport: sizes['at 360 px'] });
  test('clusters of similar schools are proposed there too', async ({ page }) => {
    await signInAs(page, 'Ruth Penhallow');
    await page.goto(`${home()}/clusters/similar`);
    await expect(page.getByText(/clusters of 39 schools/)).toBeVisible();
    await page
      .getByRole('combobox', { name: /^Cluster of / })
      .first()
      .selectOption({ index: 1 });
    await expect(page.getByRole('button', { name: 'Undo 1 move by hand' })).toBeVisible();
    await expectFitForAll(page);
  });
});
