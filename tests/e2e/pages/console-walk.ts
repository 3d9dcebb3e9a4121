import type { Album } from '../support/album.ts';
import { ConsolePage } from './console.page.ts';

/** Through the console of a tier: sign-in, stations, queue, one record returned with a comment, months, access log. */
export async function walkConsole(album: Album, hubUrl: string, { account, password, code, patient }: { account: string; password: string; code(): string; patient: string }): Promise<void> {
  const { page, words } = album;
  const desk = new ConsolePage(page);
  const { review, hub, session } = words;
  await page.goto(`${hubUrl}/console/`);
  await desk.page.getByTestId('hub-sign-in').waitFor();
  if (album.language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await album.take('console-sign-in');
  await page.getByRole('textbox', { name: session.account }).fill(account);
  await page.getByLabel(session.password, { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: review.code }).fill(code());
  await album.take('console-sign-in-code');
  await page.keyboard.press('Enter');
  await page.getByTestId('stations').locator('tbody tr').first().waitFor();
  await album.take('console-stations-one');
  await page.getByRole('link', { name: hub.records }).click();
  await page.getByRole('button', { name: review.purpose.go }).waitFor();
  await album.take('console-purpose');
  await page.getByRole('button', { name: review.purpose.go }).click();
  await desk.submitted.first().waitFor({ timeout: 60_000 });
  await album.take('console-queue');
  await album.takeAs('console-queue-dark-small', { dark: true, small: true });
  await page.getByRole('button', { name: review.queue.acceptClean }).click();
  await page.getByTestId('accept-clean').waitFor();
  await album.take('console-accept-clean');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: review.queue.ask }).click();
  await page.getByTestId('ask-for-missing').waitFor();
  await album.take('console-ask');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: hub.filterText }).fill(patient);
  await desk.submitted.filter({ hasText: patient }).filter({ hasText: words.encounters.kinds.visit }).getByRole('link').first().click();
  await desk.record.waitFor();
  await album.take('console-record');
  await page.getByRole('button', { name: review.decide.commentFor.replace('{{field}}', words.encounters.field.treatment) }).click();
  await page.keyboard.type('Ghi rõ liều và số ngày');
  await page.getByRole('textbox', { name: review.decide.reason }).fill('Thiếu liều thuốc');
  await album.take('console-record-returning');
  await page.getByRole('button', { name: review.decide.return }).click();
  await page.getByRole('heading', { level: 1, name: review.queue.title }).waitFor();
  for (const name of ['months', 'access'] as const) {
    await album.open(`/${name}`);
    await page.getByRole('heading', { level: 1, name: review[name].title }).waitFor();
    await album.take(name === 'access' ? 'console-access-returned' : `console-${name}`);
  }
  await album.open('/reports');
  await page.getByTestId('report-stations').locator('tbody tr').first().waitFor();
  await album.take('console-reports');
  await album.takeAs('console-reports-small', { small: true });
  await page.getByTestId('report-stations').getByRole('link').first().click();
  await page.getByTestId('decide-report').waitFor();
  await album.take('console-report');
  await album.open('/cases');
  await page.getByTestId('hub-cases').locator('tbody tr').first().waitFor();
  await album.take('console-cases');
  await album.takeAs('console-cases-small', { small: true });
  await album.open('/catalogues');
  await page.getByRole('heading', { level: 1, name: words.reference.title }).waitFor();
  await album.take('console-catalogues-read');
}

/** After the station's answer: the correction beside the returned version. */
export async function walkComparison(album: Album, patient: string): Promise<void> {
  const { page } = album;
  const desk = new ConsolePage(page);
  await album.open('/records');
  await page.getByRole('textbox', { name: album.words.hub.filterText }).fill(patient);
  const row = desk.submitted.filter({ hasText: patient }).filter({ hasText: album.words.review.marks.corrected }).getByRole('link').first();
  await row.click({ timeout: 60_000 });
  await page.getByTestId('returned-version').waitFor({ timeout: 60_000 });
  await album.take('console-comparison');
  await album.takeAs('console-comparison-dark', { dark: true });
}
