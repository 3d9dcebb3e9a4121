import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { makeXlsx } from '../../support/xlsx.ts';
import { Album } from '../support/album.ts';
import { chronicLines } from '../support/chronic-lines.ts';
import { cutOff } from '../support/cut-off.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { immunizationLines } from '../support/immunization-lines.ts';
import { maternalLines } from '../support/maternal-lines.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

test('[SCR107] back from a person the list is where it was left, and the arrows go on', async ({ world, enter, page }) => {
  const station = await world.station();
  const lines = join(world.dir, 'chronic.ndjson');
  writeFileSync(lines, chronicLines());
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const list = page.getByTestId('care-list');
  const chosen = list.locator('[aria-selected="true"]');
  const nameAt = async (index: number) => ((await list.getByRole('option').nth(index).innerText()).split('\n')[0] ?? '').trim();

  await keyboard.press('Alt+6');
  await tabTo(list);
  const [second, third] = [await nameAt(1), await nameAt(2)];
  await keyboard.press('ArrowDown');
  await expect(chosen).toContainText(second);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: second })).toBeVisible();
  await keyboard.press('Alt+6');
  await expect(chosen).toContainText(second);
  await keyboard.press('ArrowDown');
  await expect(chosen).toContainText(third);

  // Followed up they are gone, and the next one stands there.
  await keyboard.press('ArrowUp');
  await keyboard.press('Alt+M');
  await expect(page.getByTestId('follow-up-form').getByRole('textbox', { name: words.chronic.field.reading1 })).toBeFocused();
  await keyboard.type('130/80');
  await keyboard.press('Control+Enter');
  await expect(chosen).toContainText(third);
  await keyboard.press('Home');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('End');
  await expect(list.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
});

test('[IMP22] [IMP10] a list of equipment is looked at, taken in and found in the register', async ({ world, enter, page }) => {
  const station = await world.station();
  await enter(station);
  const file = join(world.dir, 'thiet-bi.xlsx');
  writeFileSync(file, makeXlsx([
    ['DANH SÁCH TRANG THIẾT BỊ'], ['STT', 'Tên thiết bị', 'ĐVT', 'Số lượng', 'Số máy', 'Nguyên giá', 'Tình trạng'],
    [1, 'Giường khám bệnh', null, 4, null, 8000000, 'Tốt'], [2, 'Máy điện tim', 'máy', 1, 'SN-123', 42000000, 'Hỏng'], [3, 'Cân lạ', 'cái', 1, null, null, 'loại B'],
  ]));
  await page.keyboard.press('Alt+3');
  await page.getByRole('navigation', { name: words.equipment.tabs }).getByRole('link', { name: words.equipment.title }).click();
  await page.getByRole('main').getByRole('button', { name: words.imports.open }).first().click();
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByTestId('import-counts').getByRole('button')).toBeEnabled();
  await expect(page.getByTestId('import-problems')).toContainText(words.imports.problems.StateUnclear);
  expect(await findAxeProblems(page)).toEqual([]);
  await page.getByTestId('import-counts').getByRole('button').click();
  await expect(page.getByText(words.imports.done)).toBeVisible();
  await page.getByTestId('import-counts').getByRole('button', { name: words.imports.home.equipment }).click();
  const rows = page.getByTestId('equipment-list').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Máy điện tim' })).toContainText(words.equipment.states.awaitingRepair);
});

test('[SCR108] what to order is proposed, typed over and kept', async ({ world, enter, page }) => {
  const station = await world.station();
  const lines = join(world.dir, 'order.ndjson');
  const id = (kind: string, n: number) => `${kind}:019a0000-0000-7000-8000-0000000000${String(n)}`;
  const ago = (days: number) => addDays(todayInUnitZone(Date.now()), -days);
  const medicine = (n: number, code: string, inn: string) => [
    { operation: 'addMedicine', input: { id: id('medicines', n), code, inn, strength: '500 mg', form: 'viên nén', baseUnit: 'viên' } },
    { operation: 'receiveStock', input: { medicineId: id('medicines', n), lotNumber: `${code}-1`, expiresOn: '2031-01-31', quantityBaseUnits: 200, occurredOn: ago(29), source: 'upperLevel' } },
  ];
  writeFileSync(lines, [
    { operation: 'registerPatient', input: { id: id('patients', 10), fullName: 'Lê Thị Tư', sex: 'female', bornOn: '1985', noNationalIdReason: 'notBrought' } }, ...medicine(21, 'PARA', 'Paracetamol'), ...medicine(22, 'AMOX', 'Amoxicilin'), ...medicine(23, 'VITC', 'Vitamin C'),
    ...[21, 22].map((n) => ({ operation: 'dispenseMedicine', input: { patientId: id('patients', 10), occurredOn: ago(3), items: [{ medicineId: id('medicines', n), quantityBaseUnits: 150 }] } })),
  ].map((line) => JSON.stringify(line)).join('\n'));
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { order } = words.supply;
  await page.keyboard.press('Alt+3');
  await page.getByRole('navigation', { name: words.equipment.tabs }).getByRole('link', { name: order.tab }).click();
  const rows = page.getByTestId('order-lines').locator('tbody tr');
  await expect(rows).toHaveCount(2);
  const amount = (inn: string) => rows.filter({ hasText: inn }).getByRole('textbox');
  // A hundred and fifty in thirty days; two months of it, fifty are there.
  await expect(amount('Paracetamol')).toHaveValue('250');
  expect(await findAxeProblems(page)).toEqual([]);
  await amount('Amoxicilin').focus();
  await page.keyboard.type('1.000');
  await page.keyboard.press('Enter');
  await expect(amount('Paracetamol')).toBeFocused();
  await page.keyboard.type('3x');
  await expect(page.getByText(order.notANumber)).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+3');
  await page.getByRole('navigation', { name: words.equipment.tabs }).getByRole('link', { name: order.tab }).click();
  await expect(amount('Amoxicilin')).toHaveValue(/^1[.,]000$/);
  await expect(amount('Paracetamol')).toHaveValue('0');
  await rows.filter({ hasText: 'Paracetamol' }).getByRole('button').click();
  await expect(amount('Paracetamol')).toHaveValue('250');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: order.print }).click();
  await page.getByRole('menuitem').first().click();
  expect((await saved).suggestedFilename()).toMatch(/^du-tru-thuoc-.*[.]pdf$/);
});

for (const language of ['vi', 'en'] as const) {
  test(`[SCR126] every list of people fits a screen of 1024 pixels, ${language}`, async ({ world, enter, page }) => {
    const station = await world.station();
    const lines = join(world.dir, 'people.ndjson');
    writeFileSync(lines, [chronicLines(), maternalLines(), immunizationLines()].join('\n'));
    expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
    await enter(station);
    const album = new Album(page, language);
    await album.speak();
    await page.setViewportSize({ width: 1024, height: 700 });
    for (const hash of ['#/people', '#/dispense', '#/immunizations', '#/nutrition', '#/chronic', '#/chronic/suspects', '#/mothers', '#/mothers/births']) {
      await album.open(hash);
      await expect(page.getByRole('option').first(), hash).toBeVisible();
      await expect.poll(() => cutOff(page), hash).toEqual([]);
    }
  });
}
