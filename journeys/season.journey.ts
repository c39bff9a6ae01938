import { expect, type Page, test } from '@playwright/test';
import {
  expectFitForAll,
  expectQuietConsole,
  home,
  picture,
  runBeside,
  signInByLink,
  signInByMail,
} from './steps.ts';

type Told = {
  schoolId: string;
  name: string;
  day: string;
  state: string;
  team: { email: string; state: string }[];
  asked: string[] | null;
};

const now = new Date();
/** The school year after this one, by its first half, so that the journey is the same on whatever day it is taken. */
const year = now.getFullYear() + (now.getMonth() >= 8 ? 1 : 0);
const beside = (what: string, ...words: string[]) => runBeside('season-of-24.ts', what, ...words);
const reviews = () => JSON.parse(beside('tell')) as Told[];
const board = (school?: string) => `${home()}/reviews?year=${year}${school ? `&school=${school}` : ''}`;
const phone = { width: 360, height: 740 };

/** A phone as it stands when the answer is within reach of a thumb. */
async function pictureOfAnswer(page: Page, name: string, button: RegExp) {
  const yes = page.getByRole('button', { name: button }).first();
  await yes.evaluate((one) => one.scrollIntoView({ block: 'end' }));
  await page.evaluate(() => scrollBy(0, 110));
  await picture(page, name);
}

async function publish(page: Page, changes: number) {
  await page.goto(board());
  await page.getByRole('button', { name: /and publish$/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByRole('heading', { name: changes === 1 ? 'Publish 1 change' : `Publish ${changes} changes` }),
  ).toBeVisible();
  await expectFitForAll(page);
  await dialog.getByRole('button', { name: /^Publish and tell/ }).click();
  await expect(page.getByText(/^Published: /).first()).toBeVisible();
}

async function plan(page: Page, name: 'Plan the season' | 'Plan again') {
  await page.goto(board());
  await page.getByRole('button', { name }).click();
  await expect(page.getByText(/^The season is planned: /).first()).toBeAttached({ timeout: 90_000 });
}

test('a season of 24 schools, from the first offer on a phone to the ledger', async ({ browser }) => {
  test.setTimeout(300_000);
  const link = beside('build', String(year));
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
  const expectQuiet = expectQuietConsole(page);
  /** Somebody of a school, on their phone, signed in. */
  const onPhone = async (email: string, to = '/') => {
    const other = await (await browser.newContext({ viewport: phone })).newPage();
    await signInByMail(other, email, to);
    return other;
  };

  await test.step('the broker starts the season and asks schools for their days', async () => {
    await signInByLink(page, link);
    await page.goto(`${home()}/reviews/new`);
    await page.getByLabel('School year', { exact: true }).selectOption(String(year));
    await page.getByLabel('First day for reviews').fill(`21 Sep ${year}`);
    await page.getByLabel('Last day for reviews').fill(`9 Jul ${year + 1}`);
    await page.getByRole('button', { name: 'Start the season' }).click();
    await expect(page).toHaveURL(/\/reviews/);
    await page.goto(`${home()}/reviews/offers`);
    await page.getByRole('button', { name: 'Ask schools for their days' }).first().click();
    await page.getByLabel('By when should they answer?').fill(`30 Sep ${year}`);
    await expectFitForAll(page);
    await page.getByRole('dialog').getByRole('button', { name: /^Ask/ }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText(/0 of 24/).first()).toBeVisible();
  });

  await test.step('a head offers days on a phone', async () => {
    const head = await onPhone('head@alder.example');
    await head.getByRole('link', { name: 'Offer days' }).first().click();
    await expect(head.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFitForAll(head);
    await head.getByRole('link', { name: 'Go on' }).click();
    await head
      .getByRole('button', { name: /September: free/ })
      .first()
      .click();
    await expectFitForAll(head);
    await picture(head, 'offer-weeks');
    await head.getByRole('link', { name: 'Go on' }).click();
    await head.getByRole('button', { name: 'Go on' }).click();
    await head.getByRole('button', { name: /^Send/ }).click();
    await expect(head.getByText(/Sent/).first()).toBeVisible();
    await expectFitForAll(head);
    await head.context().close();
    beside('offer');
    await page.goto(`${home()}/reviews/offers`);
    await expect(page.getByText(/24 of 24/).first()).toBeVisible();
  });

  await test.step('the season is planned: every school has its day and three leaders, from exactly what is owed', async () => {
    await plan(page, 'Plan the season');
    await expect(page.getByText('24', { exact: true }).first()).toBeVisible();
    await publish(page, 24);
    const told = reviews();
    expect(told).toHaveLength(24);
    for (const { team } of told) expect(team).toHaveLength(3);
  });

  // A review well within the season, and one who is to say no.
  const chosen = reviews()[4] as Told;
  const leaver = chosen.team[2]?.email ?? '';
  const sure = chosen.team[1]?.email ?? '';

  await test.step('reviewers answer on their phones: one says yes, one says no', async () => {
    const yes = await onPhone(sure, '/my-reviews');
    await expectFitForAll(yes);
    await pictureOfAnswer(yes, 'my-reviews', new RegExp(`^Say yes: ${chosen.name}`));
    await yes.getByRole('button', { name: new RegExp(`^Say yes: ${chosen.name}`) }).click();
    await expect(yes.getByText(/^Thank you\. You are on/).first()).toBeVisible();
    await yes.context().close();

    const no = await onPhone(leaver, '/my-reviews');
    await no.getByRole('button', { name: new RegExp(`^I cannot come: ${chosen.name}`) }).click();
    await no.getByRole('button', { name: 'Say no' }).click();
    await expect(no.getByRole('alert')).toContainText('Say why, in a few words');
    await no.getByLabel('Why can you not come?').fill('A hospital day');
    await expectFitForAll(no);
    await no.getByRole('dialog').getByRole('button', { name: 'Say no' }).click();
    await expect(no.getByText(/^Thank you for saying so/).first()).toBeVisible();
    await no.context().close();
  });

  await test.step('the broker reminds those who have not answered, and takes it back', async () => {
    await page.goto(`${home()}/reviews?view=reviewers`);
    await page.getByRole('link', { name: /^Show the \d+ who have not answered$/ }).click();
    await expect(page.getByRole('status').getByText(/people who have not answered/)).toBeVisible();
    await expectFitForAll(page);
    await page.getByRole('button', { name: /^Remind \d+/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Remind to say yes or no' });
    await expect(dialog.getByText('Opening this page answers nothing:', { exact: false })).toBeVisible();
    await expectFitForAll(page);
    await dialog.getByRole('button', { name: /^Send \d+ reminders$/ }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(/^Undone\. None of the \d+ reminders were sent\.$/)).toBeVisible();
    beside('accept', leaver);
  });

  await test.step('the broker asks who fits best; they say yes on a phone, and the seat is filled', async () => {
    await page.goto(board(chosen.schoolId));
    const panel = page.getByRole('complementary', { name: chosen.name });
    await expect(panel.getByText('Needs one reviewer')).toBeVisible();
    await expect(panel.getByText('A hospital day')).toBeVisible();
    await expect(panel.getByRole('button', { name: /^Ask / }).first()).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 1250 });
    await picture(page, 'season-empty-seat');
    await page.setViewportSize({ width: 1440, height: 1000 });
    await panel.getByRole('button', { name: /^Ask / }).first().click();
    await expect(panel.getByText(/is asked, until/)).toBeVisible();
    await expectFitForAll(page);
    const asked = reviews().find(({ schoolId }) => schoolId === chosen.schoolId)?.asked ?? [];
    expect(asked).toHaveLength(1);
    const substitute = await onPhone(asked[0] ?? '', '/my-reviews');
    await expectFitForAll(substitute);
    await pictureOfAnswer(substitute, 'review-ask', /^Say yes/);
    await substitute
      .getByRole('button', { name: new RegExp(`^Say yes: ${chosen.name}`) })
      .first()
      .click();
    await expect(substitute.getByText(/^Thank you\. You are on/).first()).toBeVisible();
    await substitute.context().close();
    await page.reload();
    await expect(panel.getByText('Booked, all have said yes')).toBeVisible();
  });

  await test.step('a day becomes an INSET day: planning again moves that review and no other', async () => {
    // Whoever said no there may be on another team too: what all have agreed stays, the rest only as far as may be.
    beside('accept');
    const before = reviews();
    const moved = before[9] as Told;
    await page.goto(`${home()}/schools/${moved.schoolId}`);
    await page.getByLabel('Another day').fill(moved.day.split('-').reverse().join('/'));
    await page.getByLabel('Why').selectOption('inset');
    await page.getByRole('button', { name: 'Add the day' }).click();
    await expect(page.getByRole('list', { name: 'Days' })).toContainText(/INSET/i);
    await page.goto(board(moved.schoolId));
    await expect(page.getByText('It has become an INSET day of the school.')).toBeVisible();
    await plan(page, 'Plan again');
    await publish(page, 1);
    const after = new Map(reviews().map((one) => [one.schoolId, one]));
    expect(after.get(moved.schoolId)?.day).not.toBe(moved.day);
    for (const { schoolId, day } of before)
      if (schoolId !== moved.schoolId) expect(after.get(schoolId)?.day).toBe(day);
    beside('accept');
  });

  await test.step('once the days are past, the ledger says what each has given', async () => {
    beside('pass', String(year));
    expect(reviews().every(({ state }) => state === 'done')).toBe(true);
    const sums = JSON.parse(beside('ledger')) as { kind: string; halfDays: number }[];
    const sum = (kind: string) =>
      sums.filter((one) => one.kind === kind).reduce((all, { halfDays }) => all + halfDays, 0);
    // 24 reviews by three leaders, a day each: what all owe is what all have given and received.
    expect([sum('owed'), sum('given'), sum('received')]).toEqual([144, 144, 144]);
    await page.goto(`${home()}/ledger?year=${year}`);
    await expectFitForAll(page);
    await picture(page, 'ledger');
    await page.goto(`${home()}/schools/${chosen.schoolId}/ledger`);
    await expect(page.getByText(/Received/).first()).toBeVisible();
    await expectFitForAll(page);
  });
  expectQuiet();
});
