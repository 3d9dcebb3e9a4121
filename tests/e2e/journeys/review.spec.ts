import { URI } from 'otpauth';
import { ConsolePage } from '../pages/console.page.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

const { review, hub: hubWords } = words;

test('[E2E15] returns a record by the keyboard alone, has it corrected at the station, accepts it; axe finds nothing serious', async ({ world, enter, browser, page, frame, people, person, encounter }) => {
  test.setTimeout(240_000);
  const district = await world.hub({ unit: '769', tier: 'district' });
  const otpauth = await district.addUser('hoa', 'manager', 'Chị Hoà');
  const station = await world.station({ hub: district });
  await enter(station);
  await frame.go('people');
  await people.register({ fullName: 'Vũ Thị Mai', sex: 'female', bornOn: '20/10/1991', noIdReason: 'notBrought', village: 'Thôn 4' });
  await person.begin('visit');
  await encounter.fill({ reason: 'Đau đầu', treatment: 'Paracetamol' });
  await encounter.diagnose('Đau nửa đầu', 'G43.9');
  await encounter.submit.click();
  await expect(person.entries.filter({ hasText: 'Đau nửa đầu' })).toHaveCount(1);

  // By the keyboard alone from here on, at the console.
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 625 } });
  const desk = new ConsolePage(await context.newPage());
  const { keyboard } = desk.page;
  await desk.page.goto(`${district.url}/console/`);
  await expect(desk.page.getByRole('textbox', { name: words.session.account })).toBeFocused();
  await keyboard.type('hoa');
  await keyboard.press('Tab');
  await keyboard.type(reviewer.password);
  await keyboard.press('Enter');
  await expect(desk.page.getByRole('textbox', { name: review.code })).toBeFocused();
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await keyboard.type(URI.parse(otpauth).generate());
  await keyboard.press('Enter');
  await expect(desk.station(station.unit)).toBeVisible();
  expect(await findAxeProblems(desk.page)).toEqual([]);

  await tabTo(desk.link('records'));
  await keyboard.press('Enter');
  await expect(desk.page.getByRole('button', { name: review.purpose.go })).toBeFocused();
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await keyboard.press('Enter');
  const row = desk.submitted.filter({ hasText: 'Vũ Thị Mai' }).getByRole('link');
  await expect(row).toBeVisible({ timeout: 60_000 });
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await tabTo(row);
  await keyboard.press('Enter');
  await expect(desk.record).toContainText('Đau nửa đầu');
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await tabTo(desk.page.getByRole('button', { name: review.decide.commentFor.replace('{{field}}', words.encounters.field.treatment) }));
  await keyboard.press('Enter');
  await keyboard.type('Ghi rõ liều');
  await tabTo(desk.page.getByRole('textbox', { name: review.decide.reason }));
  await keyboard.type('Thiếu liều thuốc');
  await tabTo(desk.page.getByRole('button', { name: review.decide.return }));
  await keyboard.press('Enter');
  await expect(desk.page.getByText(review.queue.doneAll)).toBeVisible();

  // The station sees it on its first page, with the comment at the field, and corrects it.
  await frame.go('today');
  const returned = page.getByTestId('returned');
  await expect(returned).toContainText('Thiếu liều thuốc', { timeout: 60_000 });
  expect(await findAxeProblems(page)).toEqual([]);
  await returned.getByRole('link').click();
  await expect(page.getByTestId('review-note')).toContainText('Thiếu liều thuốc');
  await expect(page.locator('[data-field="treatment"]').getByTestId('field-comment')).toHaveText('Ghi rõ liều');
  await page.getByRole('button', { name: words.encounters.amend, exact: true }).click();
  await expect(page.getByTestId('field-comment')).toHaveText('Ghi rõ liều');
  expect(await findAxeProblems(page)).toEqual([]);
  await encounter.fill({ treatment: 'Paracetamol 500 mg, ngày 2 viên' });
  await encounter.text(words.encounters.field.amendReason).fill('Đã ghi liều');
  await page.getByRole('button', { name: words.encounters.saveAmendment }).click();
  await frame.go('today');
  await expect(page.getByTestId('returned')).toHaveCount(0);

  await expect(row).toBeVisible({ timeout: 60_000 });
  await tabTo(row);
  await keyboard.press('Enter');
  await expect(desk.record.getByTestId('was')).toHaveText(['Trước: Paracetamol'], { timeout: 60_000 });
  await expect(desk.page.getByTestId('returned-version')).toContainText('Paracetamol');
  await expect(desk.page.getByTestId('review-trail')).toContainText('Đã ghi liều');
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await tabTo(desk.page.getByRole('button', { name: review.decide.accept, exact: true }));
  await keyboard.press('Enter');
  await expect(desk.page.getByText(review.queue.doneAll)).toBeVisible();

  for (const language of ['vi', 'en'] as const) {
    if (language === 'en') await desk.page.getByRole('button', { name: /English|EN/ }).first().click();
    for (const hash of ['stations', 'records', 'months', 'catalogues', 'conflicts', 'access']) {
      await desk.page.goto(`${district.url}/console/#/${hash}`);
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await findAxeProblems(desk.page), `${hash} in ${language}`).toEqual([]);
    }
  }
  await desk.page.goto(`${district.url}/console/#/access`);
  // Seen in the list, and opened twice.
  await expect(desk.page.getByTestId('access-log').locator('tbody tr')).toHaveCount(3);
  expect(hubWords.records).not.toBe('');
  await context.close();
});

test('[SCR142] accepting many says how many are done, what went wrong on the way, and goes on', async ({ world, enter, browser }) => {
  const district = await world.hub({ unit: '769', tier: 'district' });
  await district.addReviewer();
  const station = await world.station({ hub: district });
  await enter(station);
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const serial = (n: number) => String(n).padStart(12, '0');
  await station.loadAll(...Array.from({ length: 12 }, (_, n) => n).flatMap((n) => [
    { operation: 'registerPatient', input: { id: `patients:019a0000-0000-7000-8000-${serial(n)}`, fullName: `Vũ Thị Mai ${'ABCDEFGHIKLM'[n] ?? ''}`, sex: 'female', bornOn: `19${70 + n}-03-15`, noNationalIdReason: 'notBrought', village: 'Thôn 4' } },
    { operation: 'recordVisit', input: { patientId: `patients:019a0000-0000-7000-8000-${serial(n)}`, occurredOn: today, reason: 'Đau đầu', symptoms: 'Đau nửa đầu', treatment: 'Paracetamol', diagnoses: [{ icd10: 'G43.9', text: 'Đau nửa đầu' }] } },
  ]));
  const desk = new ConsolePage(await (await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 625 } })).newPage());
  await desk.signIn(district.url, reviewer.account, reviewer.password);
  await desk.link('records').click();
  await desk.namePurpose();
  await expect(desk.submitted).toHaveCount(12, { timeout: 60_000 });
  await desk.page.getByRole('button', { name: review.queue.acceptClean }).click();
  const dialog = desk.page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: review.queue.confirm });
  await desk.page.route('**/acceptClean*', (route) => route.abort('connectionreset'), { times: 1 });
  await confirm.click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText('0 / ');
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => desk.submitted.count()).toBeLessThan(12);
});
