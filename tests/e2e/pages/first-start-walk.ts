import { readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Album } from '../support/album.ts';
import { serveTramxa } from '../support/run-tramxa.ts';
import { person } from '../support/world.ts';

/** A PC without a station, to its first sign-in; then a data file that was damaged, and the offer of the newest copy. */
export async function walkFirstStart(album: Album, dir: string): Promise<void> {
  const { page, words } = album;
  mkdirSync(dir);
  const served = await serveTramxa(['station', 'serve', '--dir', dir]);
  try {
    await page.goto(served.address);
    await page.getByTestId('first-start').waitFor();
    if (album.language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await album.take('first-start-way');
    await page.getByRole('button', { name: new RegExp(`^${words.firstStart.real}`) }).click();
    await page.getByRole('combobox', { name: words.firstStart.pickUnit }).fill('ba dinh');
    await page.getByRole('option').first().waitFor();
    await album.take('first-start-station');
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: words.firstStart.next }).click();
    await page.getByLabel(words.accounts.field.displayName).fill(person.displayName);
    for (const place of [0, 1]) await page.locator('input[name="new-password"]').nth(place).fill(person.password);
    await album.take('first-start-account');
    await page.getByRole('button', { name: words.firstStart.make }).click();
    await page.getByTestId('recovery-code').waitFor();
    await album.take('first-start-code');
    const groups = await page.getByTestId('recovery-code').locator('code').allInnerTexts();
    await page.getByLabel(words.accounts.typeBackLetter.replace('{{number}}', '1')).click();
    await page.keyboard.type(groups[5] ?? '');
    await page.getByRole('button', { name: words.firstStart.begin }).click();
    const password = page.locator('input[name="password"]');
    await password.waitFor();
    await album.take('sign-in');
    await page.getByRole('button', { name: words.session.forgotten }).click();
    await page.getByRole('dialog').waitFor();
    await album.take('forgotten-password');
    await page.keyboard.press('Escape');
    await password.fill(person.password);
    await page.keyboard.press('Enter');
    await page.getByTestId('truth-line').waitFor();
    await album.take('today-empty');
    await album.open('/closing');
    await page.getByRole('button', { name: words.closing.backupNow }).click();
    await page.getByText(words.closing.backupAt.split('{{')[0] ?? '').first().waitFor();
  } finally {
    await served.stop();
  }
  for (const name of readdirSync(dir).filter((one) => /\.(db|sqlite)/.test(one))) writeFileSync(join(dir, name), 'not a book any more'.repeat(500));
  const again = await serveTramxa(['station', 'serve', '--dir', dir]);
  try {
    await page.goto(again.address);
    await page.locator('input[name="password"]').fill(person.password);
    await page.keyboard.press('Enter');
    await page.getByTestId('restore-offer').waitFor();
    await album.take('restore-offer');
  } finally {
    await again.stop();
  }
}
