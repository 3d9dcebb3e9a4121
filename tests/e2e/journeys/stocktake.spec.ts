import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';
import { person } from '../support/world.ts';

const { stocktake } = words;
const medicine = (n: number) => `medicines:019a0000-0000-7000-8000-00000000000${n}`;
const lot = (n: number) => `lots:019a0000-0000-7000-8000-00000000000${n}`;
const mai = { account: 'mai', displayName: 'Trần Thị Mai', role: 'pharmacist', password: 'nguoi chung kien day' };

test('[SCR65] [STK20] the store room is counted by the keyboard, through a power cut, with a reason and a witness, and booked once', async ({ world, enter, signIn, page, frame }) => {
  const station = await world.station();
  await station.addAccount(mai);
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const lines = join(world.dir, 'lines.ndjson');
  writeFileSync(lines, ['Amoxicilin', 'Paracetamol', 'Vitamin C'].flatMap((inn, n) => [
    { operation: 'addMedicine', input: { id: medicine(n + 1), code: `M${n}`, inn, strength: '500 mg', baseUnit: 'viên' } },
    { operation: 'recordOpeningStock', input: { medicineId: medicine(n + 1), lotId: lot(n + 1), lotNumber: `L-${n + 1}`, expiresOn: n === 2 ? '2024-01' : '2031-06', quantityBaseUnits: 500, occurredOn: today } },
  ]).map((line) => JSON.stringify(line)).join('\n'));
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  await frame.go('store');
  await page.getByRole('button', { name: stocktake.open, exact: true }).click();
  await page.getByRole('button', { name: stocktake.start }).first().click();
  await page.getByTestId('start-count').getByRole('button', { name: stocktake.start }).press('Enter');

  const field = (n: number) => page.getByTestId('count-line').nth(n).getByRole('textbox');
  const { keyboard } = page;
  await expect(field(0)).toBeFocused();
  await keyboard.type('500');
  await keyboard.press('Enter');
  await expect(field(1)).toBeFocused();
  await keyboard.type('488');
  await keyboard.press('Enter');
  await expect(page.getByTestId('count-line').nth(1)).toContainText(filled(stocktake.short, { quantity: '12' }));
  await expect(page.getByRole('img', { name: stocktake.kept })).toHaveCount(2);
  expect(await findAxeProblems(page)).toEqual([]);

  await station.stop('SIGKILL');
  await station.start();
  await signIn.signIn(person.displayName, person.password);
  await expect(field(1)).toHaveValue('488');
  await field(2).focus();
  await keyboard.type('500');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: stocktake.look })).toBeEnabled();
  await page.getByRole('button', { name: stocktake.look }).press('Enter');

  await expect(page.getByRole('button', { name: stocktake.finish })).toBeDisabled();
  const reason = page.getByTestId('differences').getByRole('combobox');
  await reason.focus();
  await keyboard.press('ArrowDown');
  await page.getByRole('option', { name: stocktake.reasons.wastage }).click();
  await page.getByRole('combobox', { name: stocktake.witnessWho }).click();
  await page.getByRole('option', { name: new RegExp(mai.displayName) }).click();
  await page.getByLabel(stocktake.witnessPassword).fill(mai.password);
  await keyboard.press('Enter');
  await expect(page.getByText(filled(stocktake.witnessed, { name: mai.displayName }))).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: stocktake.finish }).press('Enter');

  await expect(page.getByTestId('stocktake-rows').locator('tbody tr')).toHaveCount(3);
  await expect(page.getByTestId('expired-lots')).toContainText('Vitamin C');
  expect(await findAxeProblems(page)).toEqual([]);
  expect(await station.ask<{ lotNumber: string; balance: number }[]>('lotsOnHand', {})).toMatchObject([{ balance: 500 }, { lotNumber: 'L-1', balance: 500 }, { lotNumber: 'L-2', balance: 488 }]);

  await page.getByTestId('expired-lots').getByRole('button', { name: stocktake.destroy }).click();
  await page.getByRole('button', { name: words.supply.saveAdjust }).click();
  await expect(page.getByTestId('expired-lots')).toContainText(stocktake.destroyed);
  await page.getByRole('button', { name: words.common.back }).click();
  await expect(page.getByTestId('stocktakes').locator('tbody tr')).toContainText([mai.displayName]);
});
