import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { ConsolePage } from '../pages/console.page.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

const { surveillance, review } = words;
const today = todayInUnitZone(Date.now());
const chi = { id: 'patients:019a0000-0000-7000-8000-000000008731', fullName: 'Giàng Thị Chi', sex: 'female', bornOn: '2019-09-03', noNationalIdReason: 'neverIssued', village: 'Bản Nà Pó' };
const { measles } = surveillance.diseases;

test('[DIS5] [DIS22] [SCR111] [SCR124] [E2E60] a case the station was told of is reported without a visit, and found, opened and accepted at the district among the cases of the month, by the keyboard alone', async ({ world, page, enter, browser }) => {
  test.setTimeout(180_000);
  const district = await world.hub({ unit: '769', tier: 'district' });
  const otpauth = await district.addUser('hoa', 'reviewer', 'Chị Hoà');
  const station = await world.station({ hub: district });
  const lines = join(world.dir, 'told.ndjson');
  writeFileSync(lines, JSON.stringify({ operation: 'registerPatient', input: chi }));
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;

  // The person is chosen first; when the station heard of it is said, and the deadline runs from there.
  await keyboard.press('Alt+9');
  await tabTo(page.getByRole('button', { name: surveillance.due.without }));
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: words.people.search })).toBeFocused();
  await keyboard.type('giang thi chi');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option')).toContainText(chi.fullName);
  await keyboard.press('Enter');
  const form = page.getByTestId('case-form');
  await expect(form).toContainText(chi.fullName);
  await expect(form.getByRole('combobox', { name: surveillance.field.diseaseId, exact: true })).toBeFocused();
  await keyboard.type('soi');
  await keyboard.press('Enter');
  await tabTo(form.getByRole('textbox', { name: surveillance.field.diagnosis }));
  await keyboard.type('Sởi, trường mầm non báo');
  const heard = form.getByRole('textbox', { name: surveillance.field.detectedTime });
  await expect(form.getByRole('textbox', { name: surveillance.field.detectedOn })).toHaveValue(formatDate(today));
  await tabTo(heard);
  await keyboard.press('Control+A');
  await keyboard.type('0:00');
  await expect(page.getByTestId('case-deadline')).toContainText('00:00');
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(surveillance.page);
  await tabTo(page.getByRole('navigation', { name: surveillance.tabs }).getByRole('link', { name: surveillance.reportedTitle }));
  await keyboard.press('Enter');
  await expect(page.getByTestId('cases-reported').getByRole('option')).toContainText(measles);

  // The district: the month it was heard of, by its disease.
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  const desk = new ConsolePage(await context.newPage());
  await desk.signInWithCode(district.url, 'hoa', reviewer.password, otpauth);
  await desk.page.getByRole('navigation').getByRole('link', { name: surveillance.page }).press('Enter');
  await desk.page.getByRole('button', { name: review.purpose.go }).press('Enter');
  const cases = desk.page.getByTestId('hub-cases').locator('tbody tr');
  await expect(async () => { await desk.page.reload(); await expect(cases).toHaveCount(1, { timeout: 2000 }); }).toPass({ timeout: 60_000 });
  await expect(cases).toContainText(chi.fullName);
  await expect(cases).toContainText(surveillance.hub.inTime);
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await desk.page.getByRole('combobox', { name: surveillance.hub.disease }).focus();
  await desk.page.keyboard.press('ArrowDown');
  await expect(desk.page.getByRole('option')).toHaveText([`${measles} (1)`]);
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Escape');
  await expect(desk.page).toHaveURL(/disease=measles/);
  await cases.getByRole('link').press('Enter');
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(measles);
  await desk.page.getByRole('button', { name: review.decide.accept, exact: true }).press('Enter');
  await expect(cases).toContainText(review.states.accepted);
  await expect(desk.page).toHaveURL(/disease=measles/);

  // The month before had none.
  await desk.page.getByRole('button', { name: surveillance.hub.previous }).press('Enter');
  await expect(desk.page.getByText(surveillance.hub.noneOf)).toBeVisible();
  await context.close();
});
