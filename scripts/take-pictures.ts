import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startHub } from '../src-hub/main.ts';
import { serveStation } from '../src-main/station/server/serve-station.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { buildPages } from './starting/build-when-stale.ts';
import { createPractice } from './starting/create-practice.ts';
import { practice } from './starting/practice.ts';

/** Draws the pictures of the README anew, from a practice station of its own: all people in them are invented. */
const pictures = join(import.meta.dirname, '../docs/pictures');
const data = mkdtempSync(join(tmpdir(), 'tramxa-pictures-'));
await buildPages(console.log);
const place = await createPractice(data, console.log);
const hub = await startHub({ dir: place.hub });
const station = await serveStation({ dir: place.station, port: 0, now: Date.now });
const browser = await chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const picture = (name: string): Promise<unknown> => page.screenshot({ path: join(pictures, `${name}.png`) });
  await page.goto(`${station.address}/#token=${station.mintToken()}`);
  await page.locator('input[name="password"]').fill(practice.station.password);
  await page.keyboard.press('Enter');
  await page.getByTestId('truth-line').getByText(/đã nhận đủ/).waitFor({ timeout: 60_000 });
  await page.goto(`${station.address}/#/people`);
  await page.getByRole('combobox').fill('nguyen thi');
  await page.getByRole('option').nth(3).waitFor();
  await page.waitForTimeout(500);
  await picture('people');
  await page.getByRole('option').nth(1).click();
  await page.getByTestId('record-ticks').first().waitFor();
  await page.waitForTimeout(300);
  await picture('person');
  await page.goto(`${station.address}/#/sync`);
  await page.waitForTimeout(500);
  await picture('sync');
  await page.goto(`${station.address}/#/store`);
  await page.getByTestId('medicine-list').getByRole('link').first().click();
  await page.getByTestId('lots').waitFor();
  await page.waitForTimeout(500);
  await picture('store');
  await page.goto(`${hub.url}/console/`);
  await page.locator('input[name="account"]').fill(practice.hub.reviewer);
  await page.locator('input[name="password"]').fill(practice.hub.reviewerPassword);
  await page.keyboard.press('Enter');
  await page.getByTestId('stations').waitFor();
  await page.goto(`${hub.url}/console/#/records`);
  await page.getByTestId('submitted').waitFor();
  await picture('console');
} finally {
  await browser.close();
  await station.close();
  await hub.close();
  rmSync(data, { recursive: true, force: true });
}
