import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationInput, OperationName } from '../../../src-shared/contract/operations.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const { coldChain, equipment } = words;
const id = (prefix: string, serial: number) => `${prefix}:019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
const line = <N extends OperationName>(operation: N, input: OperationInput<N>): string => JSON.stringify({ operation, input });
const [first, second] = ['Tủ lạnh bảo quản vắc xin', 'Tủ lạnh dự phòng'] as const;

/** Two fridges read two days ago, and yesterday not; a vaccine that freezing spoils. */
function fridgeLines(): string {
  const today = todayInUnitZone(Date.now());
  const readings = [1, 2].flatMap((serial) => (['morning', 'afternoon'] as const).map((shift) => line('recordTemperature', { equipmentId: id('equipment', serial), takenOn: addDays(today, -2), shift, temperatureC: 4.5 })));
  return [
    line('registerPatient', { fullName: 'Lê Thị Tư', sex: 'female', bornOn: '1985', noNationalIdReason: 'notBrought' }),
    line('addEquipment', { id: id('equipment', 1), name: first, code: 'TC-01', countUnit: 'cái', quantity: 1, location: 'Phòng tiêm' }),
    line('addEquipment', { id: id('equipment', 2), name: second, countUnit: 'cái', quantity: 1 }),
    line('addMedicine', { id: id('medicines', 1), code: 'Td', inn: 'Vắc xin Td', baseUnit: 'liều', atc: 'J07AM51' }),
    line('receiveStock', { medicineId: id('medicines', 1), lotNumber: 'TD-2601', expiresOn: '2031-06', quantityBaseUnits: 40, occurredOn: today, source: 'programme' }),
    ...readings, '',
  ].join('\n');
}

test('[E2E58] [SCR114] [SCR115] [SCR116] [SCR117] fridges are read from the first page, an alarm is decided about and a missed reading written, by the keyboard alone', async ({ world, enter, page }) => {
  const station = await world.station();
  const lines = join(world.dir, 'fridges.ndjson');
  writeFileSync(lines, fridgeLines());
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const due = page.getByTestId('fridges-due');
  const [one, two] = [first, second].map((name) => due.getByRole('textbox', { name: new RegExp(name) }));
  if (!one || !two) throw new Error('there are two fields');
  await expect(one).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);

  // What is no temperature is said and stays; so does what was typed before somebody was called away.
  await one.focus();
  await keyboard.type('lạnh');
  await keyboard.press('Enter');
  await expect(due).toContainText(coldChain.quick.bad);
  await expect(one).toHaveValue('lạnh');
  await keyboard.press('Control+A');
  await keyboard.type('-1,5');
  await keyboard.press('Alt+3');
  await expect(page.getByRole('navigation', { name: equipment.tabs })).toBeVisible();
  await keyboard.press('Alt+1');
  await expect(one).toHaveValue('-1,5');
  await one.focus();
  await keyboard.press('Enter');
  await expect(one).toBeHidden();
  await expect(two).toBeFocused();
  await keyboard.type('5,2');
  await keyboard.press('Enter');
  await expect(two).toBeHidden();

  const alarm = page.getByTestId('cold-alarms');
  await expect(alarm).toContainText(coldChain.alarm.frozen);
  await expect(alarm).toContainText(coldChain.todo.frozen);
  await tabTo(alarm.getByRole('button', { name: coldChain.decide }));
  await keyboard.press('Enter');
  const decision = page.getByTestId('decide-alarm');
  await expect(decision).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await decision.getByRole('radio', { name: coldChain.outcomes.shakeFailed }).focus();
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(decision).toContainText(coldChain.chooseLots);
  await tabTo(decision.getByRole('checkbox', { name: /TD-2601/ }));
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(decision).toBeHidden();
  await expect(page.getByTestId('month-alarms')).toContainText(coldChain.outcomes.shakeFailed);
  await expect(page.getByTestId('cold-plot').locator('[data-side="low"]')).toHaveCount(1);
  expect(await findAxeProblems(page)).toEqual([]);

  // Yesterday's morning, which nobody wrote.
  const rows = page.getByTestId('readings').locator('tbody tr');
  const before = await rows.count();
  await tabTo(page.getByRole('button', { name: coldChain.write }));
  await keyboard.press('Enter');
  const form = page.getByTestId('take-reading');
  await expect(form.getByRole('textbox', { name: coldChain.field.temperatureC })).toBeFocused();
  await keyboard.type('6,1');
  await form.getByRole('textbox', { name: coldChain.field.takenOn }).focus();
  await keyboard.press('Control+A');
  const yesterday = addDays(todayInUnitZone(Date.now()), -1);
  await keyboard.type(yesterday.split('-').reverse().join('/'));
  await form.getByRole('textbox', { name: coldChain.field.takenAt }).focus();
  await keyboard.press('Control+A');
  await keyboard.press('Delete');
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  if (yesterday.slice(0, 7) === todayInUnitZone(Date.now()).slice(0, 7)) await expect(rows).toHaveCount(before + 1);

  // Struck out it stays readable.
  await rows.first().getByRole('button', { name: coldChain.strike }).focus();
  await keyboard.press('Enter');
  const question = page.getByTestId('voidReading');
  await question.getByRole('radio', { name: coldChain.strikeReasons.enteredInError, exact: true }).focus();
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(question).toBeHidden();
  await expect(rows.first()).toContainText(coldChain.strikeReasons.enteredInError);
});
