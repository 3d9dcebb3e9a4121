import { addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { ConsolePage } from '../pages/console.page.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

const { reports, frame } = words;
const month = addMonths(`${todayInUnitZone(Date.now()).slice(0, 7)}-01`, -1).slice(0, 7);
const shown = `${month.slice(5)}/${month.slice(0, 4)}`;
const people = [1, 2, 3].map((n) => `patients:019a0000-0000-7000-8000-00000000850${n}`);
const names = ['Hoàng Văn Khoa', 'Lò Thị Mai', 'Vàng A Sính'];

test('[E2E56] [SCR103] [SCR104] [SCR105] a month is counted, opened, locked by the keyboard, read and returned at the district, and locked again', async ({ world, enter, browser, page }) => {
  test.setTimeout(180_000);
  const district = await world.hub({ unit: '769', tier: 'district' });
  const otpauth = await district.addUser('hoa', 'reviewer', 'Chị Hoà');
  const station = await world.station({ hub: district });
  const visit = (n: number, day: string) => ({ operation: 'recordVisit', input: { patientId: people[n], occurredOn: `${month}-${day}`, symptoms: 'Ho, sốt' } });
  await station.loadAll(
    ...people.map((id, n) => ({ operation: 'registerPatient', input: { id, fullName: names[n], sex: n === 1 ? 'female' : 'male', bornOn: `${1955 + n * 20}-09-01`, noNationalIdReason: 'notBrought', village: 'Thôn 4' } })),
    visit(0, '05'), visit(1, '11'), visit(1, '20'),
  );
  await enter(station);

  // The first page says what is open, and leads there.
  await expect(page.getByTestId('report-due')).toContainText(shown);
  await page.keyboard.press('Alt+8');
  await expect(page.getByRole('heading', { name: reports.title, level: 1 })).toBeVisible();
  const line = (id: string) => page.locator(`tr[data-line="${id}"]`);
  await expect(line('visits.total')).toContainText('3');
  await expect(line('people.book')).toContainText(reports.noPopulation);
  await page.getByTestId('population').getByRole('button').press('Enter');
  await page.keyboard.type('nhiều');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText(reports.populationBad);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('6.240');
  await page.keyboard.press('Enter');
  await expect(line('people.population')).toContainText('6.240');
  expect(await findAxeProblems(page)).toEqual([]);

  // A number opens what it counts.
  await line('people.updated').getByRole('link').press('Enter');
  const records = page.getByTestId('report-records');
  await expect(records).toContainText('Lò Thị Mai');
  await expect(records).not.toContainText('Vàng A Sính');
  await page.getByRole('link', { name: reports.records.back }).press('Enter');
  await line('chronic.screened').getByRole('link').press('Enter');
  await page.getByRole('radio', { name: reports.records.counted, exact: true }).press('ArrowRight');
  await expect(records).toContainText('Hoàng Văn Khoa');
  expect(await findAxeProblems(page)).toEqual([]);
  await records.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Hoàng Văn Khoa' })).toBeVisible();
  await page.keyboard.press('Alt+8');

  await page.getByRole('button', { name: reports.lock, exact: true }).press('Enter');
  await expect(page.getByTestId('lock-report')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  const standing = page.getByTestId('report-standing');
  await expect(standing).toContainText(filled(reports.version, { number: '1' }));
  await page.keyboard.press('Alt+1');
  await expect(page.getByTestId('report-due')).toBeHidden();

  // What is written down later does not change it.
  await station.loadAll(visit(2, '25'));
  await page.keyboard.press('Alt+8');
  await expect(page.getByTestId('report-changed')).toContainText(filled(reports.changedRecords, { count: '1' }));
  await expect(line('visits.total').getByRole('link')).toHaveText('3');
  await expect(line('visits.total')).toContainText(filled(reports.changedNow, { value: '4' }));
  expect(await findAxeProblems(page)).toEqual([]);

  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  const desk = new ConsolePage(await context.newPage());
  await desk.signInWithCode(district.url, 'hoa', reviewer.password, otpauth);
  await desk.page.getByRole('navigation').getByRole('link', { name: reports.hub.title }).click();
  const row = desk.page.locator(`tr[data-unit="${station.unit}"]`);
  await expect(async () => { await desk.page.reload(); await expect(row).toContainText(reports.hub.states.sent, { timeout: 2000 }); }).toPass({ timeout: 60_000 });
  await expect(desk.page.getByTestId('report-sums').locator('tr[data-line="visits.total"]')).toContainText('3');
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await row.getByRole('link').press('Enter');
  await desk.page.getByRole('button', { name: filled(reports.hub.commentFor, { line: reports.line.visits_total }) }).press('Enter');
  await desk.page.keyboard.type('Sổ A1 có 4 lượt');
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await desk.page.getByRole('textbox', { name: reports.hub.reason }).fill('Xem lại số lượt khám');
  await desk.page.keyboard.press('Tab');
  await desk.page.getByRole('button', { name: reports.hub.return }).press('Enter');
  await expect(desk.page.getByTestId('report-versions')).toContainText('Xem lại số lượt khám');

  await page.keyboard.press('Alt+1');
  const returned = page.getByTestId('returned-reports');
  await expect(returned).toContainText('Xem lại số lượt khám', { timeout: 60_000 });
  await expect(returned).toContainText(reports.line.visits_total);
  await returned.getByRole('button').press('Enter');
  await expect(line('visits.total')).toContainText('Sổ A1 có 4 lượt');
  await page.getByRole('button', { name: reports.relock }).press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(standing).toContainText(filled(reports.version, { number: '2' }));
  await expect(page.getByTestId('report-versions')).toContainText(reports.standing.replaced);
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('link', { name: frame.today })).toBeVisible();
  await expect(returned).toBeHidden();

  await expect(async () => { await desk.page.reload(); await expect(desk.page.getByTestId('report-versions')).toContainText(filled(reports.version, { number: '2' }), { timeout: 2000 }); }).toPass({ timeout: 60_000 });
  await desk.page.getByRole('button', { name: reports.hub.accept, exact: true }).press('Enter');
  await expect(desk.page.getByTestId('report-versions')).toContainText('duyệt');
  await context.close();
  await page.keyboard.press('Alt+8');
  await expect(standing).toContainText(reports.states.accepted, { timeout: 60_000 });
});
