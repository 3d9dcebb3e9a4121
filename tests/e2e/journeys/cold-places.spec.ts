import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationInput, OperationName } from '../../../src-shared/contract/operations.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { chooseOption } from '../support/choose-by-keys.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const { coldChain, equipment, supply } = words;
const { cold } = equipment;
const id = (prefix: string, serial: number) => `${prefix}:019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
const line = <N extends OperationName>(operation: N, input: OperationInput<N>): string => JSON.stringify({ operation, input });
const vaccine = id('medicines', 1);

/** A cold store and a flask nobody decided about, and a vaccine with two lots. */
function lines(): string {
  const occurredOn = todayInUnitZone(Date.now());
  const lot = (lotNumber: string, expiresOn: string) => line('receiveStock', { medicineId: vaccine, lotNumber, expiresOn, quantityBaseUnits: 40, occurredOn, source: 'programme' });
  return [
    line('registerPatient', { fullName: 'Lê Thị Tư', sex: 'female', bornOn: '1985', noNationalIdReason: 'notBrought' }),
    line('addEquipment', { id: id('equipment', 1), name: 'Kho lạnh', countUnit: 'cái', quantity: 1, location: 'Phòng tiêm' }),
    line('addEquipment', { id: id('equipment', 2), name: 'Phích vắc xin', code: 'TC-03', countUnit: 'cái', quantity: 2 }),
    line('addEquipment', { id: id('equipment', 3), name: 'Máy huyết học tự động', countUnit: 'máy', quantity: 1 }),
    line('addMedicine', { id: vaccine, code: 'Td', inn: 'Vắc xin Td', baseUnit: 'liều', atc: 'J07AM51' }),
    lot('TD-01', '2031-01'), lot('TD-02', '2031-12'), '',
  ].join('\n');
}

test('[E2E59] [SCR119] [SCR120] what only looks like a fridge is asked about and read from then on, and vial monitors are looked at, by the keyboard alone', async ({ world, enter, page }) => {
  const station = await world.station();
  const file = join(world.dir, 'cold-places.ndjson');
  writeFileSync(file, lines());
  expect((await station.load(file)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const answer = (kind: 'fridge' | 'coldBox') => cold.yes.replace('{{kind}}', cold.kinds[kind]);
  await keyboard.press('Alt+3');
  const tabs = page.getByRole('navigation', { name: equipment.tabs });
  await tabs.getByRole('link', { name: coldChain.title }).focus();
  await keyboard.press('Enter');
  const asked = page.getByTestId('ask-cold-place');
  await expect(asked).toHaveCount(2);
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(asked.filter({ hasText: 'Kho lạnh' }).getByRole('button', { name: answer('fridge') }));
  await keyboard.press('Enter');
  await expect(asked).toHaveCount(1);
  await expect(page.getByTestId('cold-places')).toContainText('Kho lạnh');

  await tabs.getByRole('link', { name: equipment.title }).focus();
  await keyboard.press('Enter');
  const rows = page.getByTestId('equipment-list').getByRole('listitem');
  await expect(rows.filter({ hasText: cold.mark })).toHaveCount(1);
  await tabTo(rows.getByRole('link', { name: /Phích/ }));
  await keyboard.press('Enter');
  const detail = page.getByTestId('equipment-detail');
  await expect(detail).toContainText(cold.question);
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(detail.getByRole('button', { name: cold.no, exact: true }));
  await keyboard.press('Enter');
  await expect(detail).toContainText(cold.said.replace('{{kind}}', cold.kinds.none));
  await expect(rows.filter({ hasText: cold.mark })).toHaveCount(0);

  // It is read from the first page from now on.
  await keyboard.press('Alt+1');
  await expect(page.getByTestId('fridges-due').getByRole('textbox', { name: /Kho lạnh/ })).toBeVisible();
  await expect(page.getByTestId('fridges-due').getByRole('textbox', { name: /Phích/ })).toHaveCount(0);

  await keyboard.press('Alt+3');
  await tabTo(page.getByRole('button', { name: supply.receive, exact: true }).first());
  await keyboard.press('Enter');
  const form = page.getByTestId('stock-in-form');
  await expect(form.getByRole('combobox').first()).toBeFocused();
  await keyboard.type('paracetamol 500');
  await expect(page.getByRole('option').first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: supply.vvm.field })).toHaveCount(0);
  await form.getByRole('combobox').first().focus();
  await keyboard.press('Control+A');
  await keyboard.type('vac xin td');
  await expect(page.getByRole('option').first()).toContainText('Td');
  await keyboard.press('Enter');
  for (const [label, typed] of [[supply.field.lotNumber, 'TD-03'], [supply.field.expiresOn, '06/2031'], [supply.field.quantity, '20']] as const) {
    await tabTo(form.getByRole('textbox', { name: new RegExp(`^${label}`) }));
    await keyboard.type(typed);
  }
  await chooseOption(form.getByRole('combobox', { name: supply.vvm.field }), supply.vvm.stages.s3);
  await expect(form).toContainText(supply.vvm.willHold);
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  const lots = page.getByTestId('lots').locator('tbody tr');
  const warm = lots.filter({ hasText: 'TD-03' });
  await expect(warm).toContainText(supply.states.onHold);
  await expect(warm).toContainText('VVM 3');

  const late = lots.filter({ hasText: 'TD-02' });
  await tabTo(late.getByRole('button', { name: supply.lotMenu.replace('{{lot}}', 'TD-02') }));
  await keyboard.press('Enter');
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
  for (let presses = 0; presses < 2; presses += 1) await keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: supply.vvm.stages.s2 })).toBeFocused();
  await keyboard.press('Enter');
  await expect(late).toContainText(supply.vvm.first.replace('{{stage}}', '2'));
  await expect(late).toContainText(supply.states.usable);
  expect(await findAxeProblems(page)).toEqual([]);
});
