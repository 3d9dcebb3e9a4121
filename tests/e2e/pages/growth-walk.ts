import type { Album } from '../support/album.ts';
import { hoa, hung, lung, mo, xuan, yen } from '../support/growth-lines.ts';

/** How a child grows, the form while it is measured, and the children of the station. */
export async function walkGrowth(album: Album): Promise<void> {
  const { page, words } = album;
  const { growth } = words;
  const values = page.getByTestId('growth-values');
  const person = async (of: { id: string }) => {
    await album.open(`/person?id=${of.id}`);
    await page.getByTestId('timeline').or(page.getByText(words.people.person.timelineEmpty)).first().waitFor();
    await page.getByRole('heading', { level: 2, name: growth.title }).scrollIntoViewIfNeeded();
  };
  const toChart = async () => { await page.getByTestId('growth-chart').scrollIntoViewIfNeeded(); };
  await person(hoa);
  await toChart();
  await album.take('growth');
  await album.takeAs('growth-dark', { dark: true });
  await page.setViewportSize({ width: 1093, height: 500 });
  await toChart();
  await album.take('growth-small');
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const index of ['heightForAge', 'weightForHeight', 'bmiForAge'] as const) {
    await values.getByRole('button', { name: growth.indices[index] }).click();
    await toChart();
    await album.take(`growth-${index}`);
  }
  await person(hung);
  await values.getByRole('button', { name: growth.indices.weightForHeight }).click();
  await toChart();
  await album.take('growth-heavy');
  await person(xuan);
  await toChart();
  await album.take('growth-month-known');
  await person(yen);
  await toChart();
  await album.take('growth-year-known');
  await person(mo);
  await toChart();
  await album.take('growth-overdue');
  await person(lung);
  await album.take('growth-empty');

  await album.open(`/visit?patientId=${hoa.id}`);
  await page.locator('input[name="weightKg"]').fill('8,9');
  await page.locator('input[name="heightCm"]').fill('77');
  await page.keyboard.press('Tab');
  await album.take('growth-typed');
  await album.takeAs('growth-typed-dark', { dark: true });
  await page.locator('input[name="weightKg"]').fill('89');
  await page.locator('input[name="reason"]').fill('Cân đo');
  await page.locator('textarea[name="treatment"]').fill('Tư vấn');
  await page.locator('input[name="diagnoses.0.text"]').fill('Theo dõi tăng trưởng');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('ask-again').waitFor();
  await album.take('growth-ask');
  await page.getByRole('dialog').getByRole('button', { name: words.common.back }).click();

  await album.open('/nutrition');
  await page.getByTestId('nutrition-list').getByRole('option').first().waitFor();
  await album.take('nutrition');
  await album.takeAs('nutrition-dark', { dark: true });
  await album.takeAs('nutrition-small', { small: true });
  await page.getByRole('combobox', { name: growth.list.finding }).click();
  await page.getByRole('option', { name: growth.list.findings.stunted, exact: true }).click();
  await album.take('nutrition-stunted');
  await page.getByRole('combobox', { name: growth.list.finding }).click();
  await page.getByRole('option', { name: growth.list.findings.implausible, exact: true }).click();
  await album.take('nutrition-nobody');
  await page.getByRole('combobox', { name: growth.list.finding }).click();
  await page.getByRole('option', { name: growth.list.everything, exact: true }).click();
}
