import type { Browser } from '@playwright/test';
import { URI } from 'otpauth';
import { walkAccountPages, walkCataloguePages, walkManagerPages } from '../pages/console-pages-walk.ts';
import { Album } from '../support/album.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { expect, test } from '../support/test.ts';
import { tierWithHandovers } from '../support/tier-with-handovers.ts';
import { words } from '../support/words.ts';
import { reviewer, type Hub } from '../support/world.ts';

const { hub: hubWords, review, session } = words;
const languages = ['vi', 'en'] as const;

/** Signed in with the authenticator, in Vietnamese. */
async function signIn(browser: Browser, hub: Hub, account: string, otpauth: string) {
  const page = await (await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } })).newPage();
  await page.goto(`${hub.url}/console/`);
  await page.getByRole('textbox', { name: session.account }).fill(account);
  await page.getByLabel(session.password, { exact: true }).fill(reviewer.password);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: review.code }).fill(URI.parse(otpauth).generate());
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: hubWords.stations }).waitFor();
  return page;
}

test('[E2E45] every page of the console, of each role, in both languages: nothing cut off, no key or code, axe finds nothing serious', async ({ world, browser }) => {
  test.setTimeout(600_000);
  const { province, district, ...files } = await tierWithHandovers(world);
  const manager = await signIn(browser, district, 'lan', await district.addUser('lan', 'manager', 'BS. Trần Thị Lan'));
  await district.addReviewer();
  const administrator = await signIn(browser, district, 'tuan', await district.addUser('tuan', 'administrator', 'Nguyễn Anh Tuấn'));
  const publisher = await signIn(browser, province, 'minh', await province.addUser('minh', 'manager', 'DS. Lê Minh'));
  await manager.getByRole('link', { name: hubWords.records }).click();
  await manager.getByRole('button', { name: review.purpose.go }).click();
  await manager.getByTestId('submitted').locator('tbody tr').first().waitFor({ timeout: 60_000 });
  await new Album(manager, 'vi').open('/handovers');
  await manager.locator('tr[data-state="atBoth"]').waitFor({ timeout: 60_000 });
  for (const language of languages) {
    for (const page of [manager, administrator, publisher]) if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await walkManagerPages(new Album(manager, language));
    await walkAccountPages(new Album(administrator, language));
    await walkCataloguePages(new Album(publisher, language), files);
  }
  for (const [page, hashes] of [[manager, ['stations', 'handovers', 'access']], [administrator, ['accounts']], [publisher, ['catalogues']]] as const) {
    for (const hash of hashes) {
      await new Album(page, 'en').open(`/${hash}`);
      await expect(page.locator('table').first()).toBeVisible();
      expect(await findAxeProblems(page), hash).toEqual([]);
    }
  }
});
