import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StorePage } from '../pages/store.page.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

test('[E2E9] receives medicine by lot and dispenses from the lot that expires first; no more than there is', async ({ world, enter, page, frame, people, person }) => {
  await enter(await world.station());
  const store = new StorePage(page);
  await frame.go('store');
  await store.takeIn('opening', { medicine: 'paracetamol 500', option: 'Paracetamol 500 mg', lotNumber: 'B200', expiresOn: '06/2030', quantity: '300' });
  await store.takeIn('receive', { medicine: 'paracetamol 500', option: 'Paracetamol 500 mg', lotNumber: 'A100', expiresOn: '31/01/2029', quantity: '1000' });
  await expect(store.lots).toHaveCount(2);
  await expect(store.lots.first()).toContainText('A100');
  await expect(store.detail).toContainText(/1[.\s]?300/);

  await frame.go('people');
  await people.register({ fullName: 'Phạm Thị Lan', sex: 'female', bornOn: '1962', noIdReason: 'notBrought' });
  await expect(person.heading).toContainText('Phạm Thị Lan');
  await person.begin('dispense');
  await store.dispense('paracetamol', 'Paracetamol 500 mg', '20', 'Ngày 2 lần, mỗi lần 1 viên');
  await expect(page.getByText(filled(words.supply.dispensed, { name: 'Phạm Thị Lan' }))).toBeVisible();
  await expect(person.entries.filter({ hasText: 'Paracetamol' })).toContainText('20');

  await frame.go('store');
  await store.medicines.filter({ hasText: 'Paracetamol' }).getByRole('link').click();
  await expect(store.lots.filter({ hasText: 'A100' })).toContainText('980');
  await expect(store.lots.filter({ hasText: 'B200' })).toContainText('300');
});

test('[E2E66] by the keyboard alone a line of the stock card is undone by an opposite line, asked about once, the cursor at going back', async ({ world, enter, page }) => {
  const station = await world.station();
  const medicineId = 'medicines:019a0000-0000-7000-8000-000000000003';
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await station.loadAll(
    { operation: 'addMedicine', input: { id: medicineId, code: 'PARA500', inn: 'Paracetamol', strength: '500 mg', form: 'viên nén', baseUnit: 'viên' } },
    { operation: 'recordOpeningStock', input: { medicineId, lotNumber: 'A123', expiresOn: '2031-06', quantityBaseUnits: 500, occurredOn: day } },
    { operation: 'receiveStock', input: { medicineId, lotNumber: 'A123', expiresOn: '2031-06', quantityBaseUnits: 40, occurredOn: day, source: 'upperLevel' } },
  );
  await enter(station);
  await page.evaluate(`location.hash = '/store?medicineId=${medicineId}'`);
  const card = page.getByTestId('stock-card').locator('tbody tr').filter({ hasText: 'A123' });
  const total = page.getByTestId('medicine-detail').locator('header strong');
  const received = card.filter({ hasText: words.supply.kinds.receive });
  const dialog = page.getByRole('dialog');
  await expect(total).toHaveText('540');
  await tabTo(received.getByRole('button', { name: words.common.undo }));
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('A123');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(total).toHaveText('540');
  await tabTo(received.getByRole('button', { name: words.common.undo }));
  await page.keyboard.press('Enter');
  await tabTo(dialog.getByRole('button', { name: words.common.undo, exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(total).toHaveText('500');
  await expect(card.locator('td:nth-child(2)').filter({ hasText: words.supply.kinds.reversal })).toHaveCount(1);
  await expect(received).toContainText(words.supply.reversed);
  await expect(received.getByRole('button')).toHaveCount(0);
});

test('[DSP12] a recorded allergy is asked about once, and no key pressed too often answers it; another medicine is asked about anew', async ({ world, enter, page, person }) => {
  const station = await world.station();
  const [patientId, eater, amoxicillin, paracetamol] = ['patients:019a0000-0000-7000-8000-000000000001', 'patients:019a0000-0000-7000-8000-000000000002', 'medicines:019a0000-0000-7000-8000-000000000003', 'medicines:019a0000-0000-7000-8000-000000000004'];
  const occurredOn = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const lines = join(world.dir, 'lines.ndjson');
  writeFileSync(lines, [
    ...([[patientId, 'Lê Thị Tư', 'Penicillin'], [eater, 'Lê Thị Năm', 'Tôm, cua']] as const).map(([id, fullName, substance]) => ({ operation: 'registerPatient', input: { id, fullName, sex: 'female', bornOn: '1985', noNationalIdReason: 'notBrought', allergies: [{ substance }] } })),
    ...([[amoxicillin, 'AMOX500', 'Amoxicilin', '250 mg'], [paracetamol, 'PARA500', 'Paracetamol', '500 mg']] as const).flatMap(([id, code, inn, strength]) => [
      { operation: 'addMedicine', input: { id, code, inn, strength, form: 'viên nén', baseUnit: 'viên' } },
      { operation: 'recordOpeningStock', input: { medicineId: id, lotNumber: `${code}-1`, expiresOn: '2031-06', quantityBaseUnits: 500, occurredOn } }]),
  ].map((line) => JSON.stringify(line)).join('\n'));
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const question = page.getByTestId('ask-allergy');
  const typeLine = async (medicine: string) => {
    const field = page.getByTestId('dispense-form').getByRole('combobox').last();
    await expect(field).toBeFocused();
    // Typed again where the form was still being drawn.
    await expect(async () => {
      await field.fill(medicine);
      await expect(page.getByRole('option')).toHaveCount(1, { timeout: 2_000 });
    }).toPass();
    await keyboard.press('Enter');
    await tabTo(page.getByTestId('dispense-form').getByRole('textbox', { name: words.supply.field.quantity }).last());
    await keyboard.type('10');
  };
  await page.evaluate(`location.hash = '/dispense?patientId=${patientId}'`);
  await typeLine('amox');
  for (let n = 0; n < 5; n += 1) await keyboard.press('Control+Enter');
  await expect(question).toContainText('Penicillin');
  await expect(question).toContainText('Amoxicilin 250 mg');
  await expect(question.getByRole('button', { name: words.common.back })).toBeFocused();
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Enter');
  await expect(question).toBeHidden();
  expect((await station.ask<unknown[]>('encounterTimeline', { patientId }))).toEqual([]);

  await page.getByRole('button', { name: words.supply.addItem }).focus();
  await keyboard.press('Enter');
  await typeLine('para');
  await keyboard.press('Control+Enter');
  await expect(question).toContainText('Paracetamol 500 mg');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(person.entries.filter({ hasText: 'Amoxicilin' })).toHaveCount(1);

  await page.evaluate(`location.hash = '/dispense?patientId=${eater}'`);
  await typeLine('amox');
  await keyboard.press('Control+Enter');
  await expect(person.entries.filter({ hasText: 'Amoxicilin' })).toHaveCount(1);
});
