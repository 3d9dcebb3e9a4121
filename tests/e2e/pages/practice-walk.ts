import { mkdirSync } from 'node:fs';
import type { Album } from '../support/album.ts';
import { serveTramxa } from '../support/run-tramxa.ts';

/** Two months of readings with an alarm, of the fridge that practice has. */
async function walkFridges(album: Album): Promise<void> {
  await album.open('/cold-chain');
  await album.page.getByTestId('cold-plot').waitFor();
  await album.take('cold-month');
  await album.takeAs('cold-month-dark', { dark: true });
}

/** Cases to be reported and reported, what was counted, who is ill nearby, and the form of a case. */
async function walkCases(album: Album): Promise<void> {
  const { page, words } = album;
  for (const [hash, name, shown] of [['/cases/reported', 'cases-reported', 'cases-reported'], ['/cases/counted', 'cases-counted', 'case-counts'], ['/cases/outbreaks', 'cases-outbreaks', 'outbreaks'], ['/cases', 'cases-due', 'cases-due']] as const) {
    await album.open(hash);
    if (name === 'cases-counted') { await page.getByRole('radio', { name: words.surveillance.counts.month }).focus(); await page.keyboard.press('Space'); }
    await page.getByTestId(shown).or(page.getByText(words.surveillance.outbreaks.empty)).first().waitFor();
    await album.take(name);
    await album.takeAs(`${name}-small`, { small: true });
  }
  await page.getByTestId('cases-due').getByRole('option').first().click();
  await page.getByTestId('case-form').waitFor();
  await album.take('case-form');
  await album.takeAs('case-form-small', { small: true });
  await page.getByTestId('case-form').getByRole('textbox', { name: words.surveillance.field.onsetOn }).fill('31/02/2026');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByTestId('case-form').locator('[aria-invalid=true]').waitFor();
  await album.take('case-form-wrong');
}

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
    await page.getByTestId('practice-strip').getByRole('button', { name: words.practice.stop }).click();
    await walkFridges(album);
    await walkCases(album);
  } finally {
    await served.stop();
  }
}
