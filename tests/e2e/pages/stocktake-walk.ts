import type { Album } from '../support/album.ts';
import { expect } from '../support/test.ts';

/** A count of the store room: the list, its beginning, the sheet, the look over it, and what was booked. */
export async function walkStocktake(album: Album): Promise<void> {
  const { page, words } = album;
  const { stocktake } = words;
  const { keyboard } = page;
  await album.open('/store/counts');
  await page.getByRole('button', { name: stocktake.start }).first().waitFor();
  await album.take('stocktakes-none');
  await page.getByRole('button', { name: stocktake.start }).first().click();
  await page.getByTestId('start-count').waitFor();
  await album.take('stocktake-start');
  await page.getByTestId('start-count').getByRole('button', { name: stocktake.start }).click();
  const lines = page.getByTestId('count-line');
  const fields = lines.getByRole('textbox');
  await expect(fields.first()).toBeFocused();
  for (let n = 0; n < 6; n += 1) {
    const booked = Number(((await lines.nth(n).innerText()).match(/^[\d.,]+$/m)?.[0] ?? '0').replace(/[.,]/g, ''));
    await keyboard.type(String(n === 1 ? booked - 12 : n === 3 ? booked + 20 : booked));
    await keyboard.press('Enter');
  }
  await keyboard.type('12a');
  await keyboard.press('Enter');
  await expect(page.getByRole('img', { name: stocktake.kept })).toHaveCount(6);
  await album.take('stocktake-sheet');
  await album.takeAs('stocktake-sheet-dark', { dark: true });
  await album.takeAs('stocktake-sheet-small', { small: true });
  await keyboard.press('Escape');
  await page.getByRole('button', { name: stocktake.found }).click();
  await page.getByTestId('found-lot').getByRole('combobox').fill('para');
  await page.getByRole('option').first().click();
  await album.take('stocktake-found');
  await page.getByTestId('found-lot').getByRole('button', { name: words.common.cancel }).click();
  await page.getByRole('button', { name: stocktake.look }).click();
  const reasons = page.getByTestId('differences').getByRole('combobox');
  await reasons.first().click();
  await page.getByRole('option', { name: stocktake.reasons.issueNotRecorded }).click();
  await album.take('stocktake-look');
  await album.takeAs('stocktake-look-small', { small: true });
  await reasons.nth(1).click();
  await page.getByRole('option', { name: stocktake.reasons.bookError }).click();
  await page.getByRole('button', { name: stocktake.finish }).click();
  await page.getByTestId('stocktake-rows').waitFor();
  await album.take('stocktake');
  await page.getByRole('button', { name: words.common.back }).click();
  await page.getByTestId('stocktakes').waitFor();
  await album.take('stocktakes');
}
