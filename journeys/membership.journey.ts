import { expect, type Page, test } from '@playwright/test';
import { confirmByCode, expectFitForAll, expectQuietConsole, home, signInAs } from './steps.ts';

test.use({ viewport: { width: 1440, height: 1000 } });

const phone = { width: 360, height: 740 };
const csv = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
});

/** Opens a member school that nobody of the demonstration signs in for. @returns its name and URN */
async function openMember(page: Page) {
  await page.goto(`${home()}/schools?member=yes&phase=primary&sort=-name`);
  const link = page
    .getByRole('main')
    .getByRole('link', { name: /Primary School$/ })
    .first();
  const name = (await link.textContent()) ?? '';
  await link.click();
  const said = page.getByText(/^URN \d+/).first();
  const [urn = ''] = /\d{6}/.exec((await said.textContent()) ?? '') ?? [];
  return { name, urn };
}

async function bringRegister(page: Page, ...files: ReturnType<typeof csv>[]) {
  await page.goto(`${home()}/imports/new`);
  await page.getByRole('radio', { name: 'Schools register' }).check({ force: true });
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: 'Check the files' }).click();
  await page.getByRole('button', { name: 'Apply these changes' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Apply/ })
    .click();
  await expect(page.getByRole('heading', { name: /changes have been made/ })).toBeVisible();
}

test('a member becomes an academy in the register, and the broker says that membership follows', async ({
  page,
}) => {
  test.slow();
  const expectQuiet = expectQuietConsole(page);
  await signInAs(page, 'Ruth Penhallow');
  const { name, urn } = await openMember(page);
  const card = page.getByRole('region', { name: 'Membership' });
  await expect(card.getByText(/^Yes, since/)).toBeVisible();
  await expect(card.getByText('has a review each school year')).toBeVisible();
  const address = page.url();

  await test.step('the register has a new record for it', async () => {
    const header =
      'URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),OpenDate,CloseDate,Town';
    const today = new Date().toLocaleDateString('en-GB').replaceAll('/', '-');
    await bringRegister(
      page,
      csv(
        'register.csv',
        header,
        `${urn},999,${name},1,2,2,,${today},Ashford`,
        `999001,999,${name},34,1,2,${today},,Ashford`,
      ),
      csv(
        'links.csv',
        'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate',
        `${urn},999001,${name},Successor,${today}`,
      ),
    );
  });

  await test.step('it is the broker’s to settle, and until then nothing changes', async () => {
    await page.goto(`${home()}/`);
    await expect(page.getByText('1 member has a new record in the register')).toBeVisible();
    await page.goto(address);
    await expect(card.getByText(/new record for this school: URN 999001/)).toBeVisible();
    await expect(card.getByText(/^Yes, since/)).toBeVisible();
    await expectFitForAll(page);
    await page.setViewportSize(phone);
    await expectFitForAll(page);
    await page.setViewportSize({ width: 1440, height: 1000 });
    await card.getByRole('button', { name: 'Carry membership over' }).click();
    await expect(page.getByText(`${name} stays a member under URN 999001`)).toBeVisible();
    await expect(card.getByText(/new record/)).toHaveCount(0);
    await expect(card.getByText(/^Yes, since/)).toBeVisible();
    await expect(page.getByText(`The membership carried over from URN ${urn} to URN 999001`)).toBeVisible();
    await page.goto(`${home()}/`);
    await expect(page.getByText(/has a new record in the register/)).toHaveCount(0);
  });

  await test.step('a school gives notice, and takes it back', async () => {
    await page.goto(address);
    await card.getByRole('button', { name: 'Give notice' }).click();
    const dialog = page.getByRole('dialog', { name: 'Give notice?' });
    await dialog.getByLabel('Why (optional)').fill('They join another partnership.');
    await expectFitForAll(page);
    await dialog.getByRole('button', { name: 'Give notice' }).click();
    await confirmByCode(page);
    await expect(card.getByText(/“They join another partnership.”/)).toBeVisible();
    await expect(card.getByText(/it has given notice/)).toBeVisible();
    await expectFitForAll(page);
    await card.getByRole('button', { name: 'Take the notice back' }).click();
    await expect(card.getByText(/it has given notice/)).toHaveCount(0);
    await expect(page.getByText('The notice was taken back')).toBeVisible();
  });
  expectQuiet();
});
