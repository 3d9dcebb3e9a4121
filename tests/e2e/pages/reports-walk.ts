import { addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { Album } from '../support/album.ts';

const month = addMonths(`${todayInUnitZone(Date.now()).slice(0, 7)}-01`, -1).slice(0, 7);

/** A month as it is counted, what a number counts, the population, the lock and the month when it is locked. */
export async function walkReports(album: Album): Promise<void> {
  const { page, words } = album;
  const { reports, common } = words;
  const dialog = page.getByRole('dialog');
  await album.open(`/reports?month=${month}`);
  await page.getByTestId('report-stock').waitFor();
  await album.take('reports-open');
  await album.takeAs('reports-open-small', { small: true });
  await page.getByRole('heading', { name: reports.forms.diseases }).scrollIntoViewIfNeeded();
  await album.take('reports-diseases');
  await page.getByTestId('population').getByRole('button').click();
  await dialog.getByRole('textbox').fill('6.240');
  await album.take('reports-population');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await album.open(`/reports?month=${month}&line=people.updated`);
  await page.getByTestId('report-records').waitFor();
  await album.take('reports-records');
  await album.open(`/reports?month=${month}`);
  await page.getByRole('button', { name: reports.lock, exact: true }).click();
  await page.getByTestId('lock-report').waitFor();
  await album.take('reports-lock');
  await dialog.getByRole('button', { name: common.cancel }).click();
  await page.getByRole('button', { name: reports.lock, exact: true }).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByTestId('report-standing').getByText(reports.states.locked, { exact: true }).waitFor();
  await album.take('reports-locked');
  await album.takeAs('reports-locked-dark', { dark: true });
}
