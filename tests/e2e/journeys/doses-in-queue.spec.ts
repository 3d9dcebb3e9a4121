import { ConsolePage } from '../pages/console.page.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

const { review, immunizations, encounters } = words;
const dose = 'immunizations:019a0000-0000-7000-8000-000000007402';
const person = 'patients:019a0000-0000-7000-8000-000000007401';

test('[IMM25] a dose with something doubtful is read in the console, returned, and stands on the station’s first page until it is struck out', async ({ world, enter, browser, page }) => {
  test.setTimeout(180_000);
  const district = await world.hub({ unit: '769', tier: 'district' });
  const otpauth = await district.addUser('hoa', 'reviewer', 'Chị Hoà');
  const station = await world.station({ hub: district });
  await station.loadAll(
    { operation: 'registerPatient', input: { id: person, fullName: 'Hoàng Bảo Khánh', sex: 'female', bornOn: '2025-09-01', noNationalIdReason: 'newborn', village: 'Thôn 4' } },
    { operation: 'recordImmunization', input: { id: dose, patientId: person, vaccine: 'JE', doseNumber: 1, occurredOn: '2026-02-10', place: 'here', programme: 'service', tradeName: 'Jevax', route: 'subcutaneous', site: 'leftArm', screening: { outcome: 'eligible' }, observation: 'normal' } },
  );
  await enter(station);

  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  const desk = new ConsolePage(await context.newPage());
  await desk.signInWithCode(district.url, 'hoa', reviewer.password, otpauth);
  await desk.link('records').click();
  await desk.namePurpose();
  const row = desk.submitted.filter({ hasText: 'Hoàng Bảo Khánh' });
  await expect(row).toContainText(encounters.kinds.immunization, { timeout: 60_000 });
  await expect(row).toContainText(immunizations.vaccines.JE);
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await row.getByRole('link').click();
  for (const said of ['Jevax', review.problems.TooEarlyForAge, review.problems.LotNumberMissing, immunizations.routes.subcutaneous, immunizations.programmes.service]) await expect(desk.record).toContainText(said);
  expect(await findAxeProblems(desk.page)).toEqual([]);
  await desk.page.getByRole('button', { name: filled(review.decide.commentFor, { field: immunizations.field.occurredOn }) }).click();
  await desk.page.keyboard.type('Cháu mới 5 tháng');
  await desk.page.getByRole('textbox', { name: review.decide.reason }).fill('Tiêm sớm?');
  await desk.page.getByRole('button', { name: review.decide.return }).click();
  await expect(desk.record).toBeHidden();
  await context.close();

  const returned = page.getByTestId('returned');
  await expect(returned).toContainText('Tiêm sớm?', { timeout: 60_000 });
  await expect(returned).toContainText(immunizations.vaccines.JE);
  await station.loadAll({ operation: 'voidImmunization', input: { id: dose, voidReason: 'enteredInError' } });
  await expect(returned).toBeHidden();
});
