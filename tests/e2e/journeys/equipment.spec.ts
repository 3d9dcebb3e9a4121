import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equipmentLines } from '../support/equipment-lines.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const { equipment, frame: frameWords } = words;

test('[SCR70] [SCR71] [SCR72] the register of equipment, from the store room, by the keyboard alone: found without marks, written down, broken, undone', async ({ world, enter, page }) => {
  const station = await world.station();
  const lines = join(world.dir, 'equipment.ndjson');
  const somebody = { operation: 'registerPatient', input: { fullName: 'Lê Thị Tư', sex: 'female', bornOn: '1985', noNationalIdReason: 'notBrought' } };
  writeFileSync(lines, `${JSON.stringify(somebody)}\n${equipmentLines()}`);
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const rows = page.getByTestId('equipment-list').getByRole('listitem');
  const history = page.getByTestId('equipment-history').locator('tbody tr');
  await expect(page.getByRole('link', { name: new RegExp(`Huyết áp kế[^]*${equipment.due.split(' {{')[0] ?? ''}`) })).toBeVisible();
  await keyboard.press('Alt+3');
  await page.getByRole('navigation', { name: equipment.tabs }).getByRole('link', { name: equipment.title }).focus();
  await keyboard.press('Enter');
  await expect(rows).toHaveCount(5);
  await expect(page.getByRole('navigation', { name: frameWords.navigation }).locator('[aria-current="page"]')).toHaveText(frameWords.store);
  expect(await findAxeProblems(page)).toEqual([]);

  await page.getByRole('textbox', { name: equipment.search }).fill('tu lanh');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(equipment.calibration.soon);

  await page.getByRole('button', { name: equipment.add }).focus();
  await keyboard.press('Enter');
  const form = page.getByTestId('add-equipment');
  await expect(form.getByRole('combobox', { name: equipment.field.name }).or(form.getByRole('textbox', { name: equipment.field.name })).first()).toBeFocused();
  await keyboard.type('Máy khí dung');
  await tabTo(form.getByRole('textbox', { name: equipment.field.serial, exact: true }));
  await keyboard.type('OMR-28-771');
  await keyboard.press('Control+Enter');
  const detail = page.getByTestId('equipment-detail');
  await expect(detail.getByRole('heading', { name: 'Máy khí dung' })).toBeVisible();
  // The code and the word it is counted in came with the name.
  await expect(detail).toContainText('CC-01');
  await expect(detail).toContainText('1 máy');

  await tabTo(detail.getByRole('button', { name: equipment.do.broken }));
  await keyboard.press('Enter');
  await expect(page.getByTestId('note-event')).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(detail.getByRole('button', { name: equipment.do.repaired })).toBeVisible();
  await expect(history.first()).toContainText(equipment.kinds.broken);
  await history.first().getByRole('button', { name: words.common.undo }).focus();
  await keyboard.press('Enter');
  const question = page.getByRole('dialog');
  await expect(question.getByRole('button', { name: words.common.cancel })).toBeFocused();
  await tabTo(question.getByRole('button', { name: words.common.undo }));
  await keyboard.press('Enter');
  await expect(history).toHaveCount(3);
  await expect(history.first()).toContainText(equipment.kinds.reversal);
  await expect(detail.getByRole('button', { name: equipment.do.repaired })).toBeHidden();

});
