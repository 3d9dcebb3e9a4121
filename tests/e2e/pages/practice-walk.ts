import { mkdirSync } from 'node:fs';
import type { Album } from '../support/album.ts';
import { serveTramxa } from '../support/run-tramxa.ts';

/** "Tập thử": the cards, and the steps of one above the page it begins on. */
export async function walkPractice(album: Album, dir: string): Promise<void> {
  const { page, words } = album;
  mkdirSync(dir);
  const served = await serveTramxa(['station', 'serve', '--dir', dir]);
  try {
    await page.goto(served.address);
    await page.getByTestId('first-start').waitFor();
    if (album.language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: new RegExp(`^${words.firstStart.practice}`) }).click();
    await page.getByRole('button', { name: 'Trần Văn Minh' }).click({ timeout: 120_000 });
    await page.locator('input[name="password"]').fill('tap thu');
    await page.keyboard.press('Enter');
    await page.getByTestId('practice-cards').waitFor();
    await album.speak();
    await album.take('practice');
    await page.locator('[data-card="register"]').getByRole('button').click();
    await page.getByTestId('practice-strip').waitFor();
    await page.getByRole('option').first().waitFor();
    await album.take('practice-steps');
    await album.takeAs('practice-steps-small', { small: true });
  } finally {
    await served.stop();
  }
}
