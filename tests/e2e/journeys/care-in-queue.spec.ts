import { ConsolePage } from '../pages/console.page.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

const { review, chronic, encounters } = words;
const episode = 'episodes:019a0000-0000-7000-8000-000000008402';
const visit = 'followUps:019a0000-0000-7000-8000-000000008403';
const person = 'patients:019a0000-0000-7000-8000-000000008401';

test('[CHR23] a condition and a doubtful follow-up are read in the console; returned, the follow-up stands on the station’s first page and opens on its person until it is struck out', async ({ world, enter, browser, page }) => {
  test.setTimeout(180_000);
  const district = await world.hub({ unit: '769', tier: 'district' });
  const otpauth = await district.addUser('hoa', 'reviewer', 'Chị Hoà');
  const station = await world.station({ hub: district });
  await station.loadAll(
    { operation: 'registerPatient', input: { id: person, fullName: 'Hoàng Văn Khoa', sex: 'male', bornOn: '1958-09-01', noNationalIdReason: 'notBrought', village: 'Thôn 4' } },
    { operation: 'enrolCondition', input: { id: episode, patientId: person, condition: 'hypertension', icd10: 'I10', foundOn: '2019', foundBy: 'hospital', enrolledOn: '2026-02-02', goal: { systolicBelow: 130, diastolicBelow: 80 }, riskFactors: ['salt'], complications: ['kidney'] } },
    { operation: 'recordFollowUp', input: { id: visit, patientId: person, occurredOn: '2026-03-02', bloodPressure: [{ systolicMmHg: 192, diastolicMmHg: 112 }], missedDays: 12, symptoms: 'Đau đầu', advice: ['medicine', 'salt'], nextVisitOn: '2026-03-16' } },
  );
  await enter(station);

  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  const desk = new ConsolePage(await context.newPage());
  await desk.signInWithCode(district.url, 'hoa', reviewer.password, otpauth);
  await desk.link('records').click();
  await desk.namePurpose();
  const rows = desk.submitted.filter({ hasText: 'Hoàng Văn Khoa' });
  const condition = rows.filter({ hasText: chronic.conditions.hypertension });
  const followUp = rows.filter({ hasText: encounters.kinds.followUp });
  await expect(condition).toContainText(encounters.kinds.episode, { timeout: 60_000 });
  await expect(followUp).toBeVisible({ timeout: 60_000 });
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await condition.getByRole('link').click();
  for (const said of [chronic.foundBys.hospital, '130/80', chronic.riskFactors.salt, chronic.complications.kidney, 'I10']) await expect(desk.record).toContainText(said);
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await desk.page.keyboard.press('Escape');
  await followUp.getByRole('link').click();
  for (const said of ['192/112', review.problems.PressureVeryHigh, chronic.pressureGrades.grade3, chronic.advices.medicine, '12']) await expect(desk.record).toContainText(said);
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await desk.page.getByRole('button', { name: filled(review.decide.commentFor, { field: chronic.field.bloodPressure }) }).click();
  await desk.page.keyboard.type('Có chuyển tuyến không?');
  await desk.page.getByRole('textbox', { name: review.decide.reason }).fill('Xem lại huyết áp');
  await desk.page.getByRole('button', { name: review.decide.return }).click();
  await expect(desk.record).toBeHidden();
  await context.close();

  const returned = page.getByTestId('returned');
  await expect(returned).toContainText('Xem lại huyết áp', { timeout: 60_000 });
  await expect(returned).toContainText(chronic.field.bloodPressure);
  await returned.getByRole('link').click();
  await expect(page.getByTestId('follow-up-detail')).toContainText('Có chuyển tuyến không?');
  await page.goBack();
  await station.loadAll({ operation: 'voidFollowUp', input: { id: visit, voidReason: 'enteredInError' } });
  await expect(returned).toBeHidden();
});
