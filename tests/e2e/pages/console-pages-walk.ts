import type { Album } from '../support/album.ts';

const heading = async (album: Album, name: string) => { await album.page.getByRole('heading', { level: 1, name }).waitFor(); };

/** Stations with what they fill in, handovers, months, conflicts and the access log, as a manager of a tier sees them. */
export async function walkManagerPages(album: Album): Promise<void> {
  const { page, words } = album;
  await album.open('/stations');
  await page.getByTestId('completeness-by-group').waitFor();
  await album.take('console-stations');
  await album.open('/resources');
  await page.getByTestId('resources').locator('tbody tr[data-unit]').first().waitFor();
  await album.take('console-resources');
  await album.open('/reports');
  await page.getByTestId('report-stations').waitFor();
  await album.take('console-reports');
  await album.open('/handovers');
  await page.getByTestId('handovers').waitFor();
  await album.take('console-handovers');
  await album.open('/months');
  await heading(album, words.review.months.title);
  await album.take('console-months-open');
  await album.open('/conflicts');
  await heading(album, words.sync.conflictsTitle);
  await album.take('console-conflicts');
  await album.open('/access');
  await page.getByTestId('access-log').waitFor();
  await page.getByRole('button', { name: words.review.access.checkWhole }).click();
  await page.getByText((words.review.access.wholeAt.split('{{')[0] ?? '').trim()).waitFor();
  await album.take('console-access');
}

/** Catalogues where they are published: what is in force, an entry, what a file says and why one is not taken, the last question, notices, units. */
export async function walkCataloguePages(album: Album, files: { oldLetters: string; medicines: string }): Promise<void> {
  const { page, words } = album;
  const { reference, common } = words;
  const choose = async (name: keyof typeof reference.names) => { await page.getByText(reference.names[name], { exact: true }).first().click(); };
  await album.open('/catalogues');
  await choose('medicines');
  await page.getByRole('button', { name: reference.import }).waitFor();
  await page.locator('table tbody tr').first().waitFor();
  await album.take('console-catalogues');
  await page.getByRole('button', { name: reference.import }).click();
  const dialog = page.getByTestId('import-entries');
  await page.locator('input[type=file]').setInputFiles(files.oldLetters);
  await dialog.getByRole('alert').waitFor();
  await album.take('console-catalogues-old-letters');
  await page.locator('input[type=file]').setInputFiles(files.medicines);
  await dialog.getByText(reference.importRead_other.replace('{{count, number}}', '5')).waitFor();
  await album.take('console-catalogues-import');
  await page.getByRole('button', { name: common.cancel }).click();
  await page.getByRole('button', { name: reference.add }).click();
  await page.getByRole('dialog').waitFor();
  await album.take('console-catalogues-entry');
  await page.keyboard.press('Escape');
  await choose('notices');
  await page.locator('table tbody tr').first().waitFor();
  await album.take('console-notices');
  await choose('units');
  await page.locator('table tbody tr').first().waitFor();
  await album.take('console-units');
}

/** Accounts and credentials, as an administrator keeps them. */
export async function walkAccountPages(album: Album): Promise<void> {
  const { page, words } = album;
  const { hubAccounts } = words;
  await album.open('/accounts');
  await page.getByTestId('credentials').waitFor();
  await album.take('console-accounts');
  await page.getByRole('button', { name: hubAccounts.add }).click();
  await page.getByTestId('add-hub-account').waitFor();
  await album.take('console-accounts-add');
  await page.keyboard.press('Escape');
  await page.locator('tr[data-account="xemxet"]').getByRole('button', { name: hubAccounts.rekey }).click();
  await page.getByText(hubAccounts.rekeyFirst).waitFor();
  await album.take('console-accounts-first-authenticator');
  await page.keyboard.press('Escape');
}
