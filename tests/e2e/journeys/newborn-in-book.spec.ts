import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { childrenLines } from '../support/later-lines.ts';
import { maternalLines, phuong, quyen } from '../support/maternal-lines.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

const { maternal } = words;
const { newborn } = maternal;

test('[SCR123] a child of the book is linked with a birth, taken back with a reason, and linked from the form of the newborn, by the keyboard alone', async ({ world, enter, page }) => {
  test.setTimeout(120_000);
  const station = await world.station();
  const lines = join(world.dir, 'newborn.ndjson');
  writeFileSync(lines, maternalLines() + childrenLines());
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const babies = page.getByTestId('babies').first();
  const dialog = page.getByRole('dialog');
  const press = async (name: string, within = babies) => { await tabTo(within.getByRole('button', { name })); await keyboard.press('Enter'); };
  const find = async (typed: string, name: string) => {
    await keyboard.press('F2');
    await expect(page.getByRole('combobox', { name: words.people.search })).toBeFocused();
    await keyboard.press('Control+A');
    await keyboard.type(typed);
    await expect(page.getByRole('option').filter({ hasText: name })).toBeVisible();
    await keyboard.press('Enter');
  };

  // The boy of the household is of the other sex and another day: said, and gone back from.
  await find('dang thi quyen', quyen.fullName);
  await press(newborn.link);
  const rows = dialog.getByTestId('link-newborn').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first().getByRole('button')).toBeFocused();
  await expect(rows.first()).toContainText(newborn.because.guardian);
  await expect(rows.nth(1)).toContainText(newborn.otherSex);
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(rows.nth(1).getByRole('button'));
  await keyboard.press('Enter');
  const confirm = dialog.getByTestId('link-newborn-confirm');
  await expect(confirm).toContainText('Đặng Văn Bé Nam');
  await expect(confirm.getByRole('listitem')).toHaveCount(2);
  await expect(confirm.getByRole('button', { name: words.common.back })).toBeFocused();
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Enter');
  await expect(rows.first().getByRole('button')).toBeFocused();
  await keyboard.press('Enter');
  await expect(confirm.getByRole('button', { name: newborn.confirm })).toBeFocused();
  await keyboard.press('Enter');
  await expect(babies).toContainText('Đặng Thị Bé Mai');

  // Taken back: the reason half-written goes on from the first page.
  await press(newborn.unlink);
  await dialog.getByRole('radio').first().focus();
  await keyboard.press('Space');
  await expect(dialog.getByTestId('draft-line')).toContainText(words.encounters.autosaved.split(' {{')[0] ?? '');
  await keyboard.press('Escape');
  await keyboard.press('Alt+1');
  await tabTo(page.getByTestId('unfinished').getByRole('button', { name: words.today.continue }));
  await keyboard.press('Enter');
  await expect(dialog).toContainText('Đặng Thị Bé Mai');
  await keyboard.press('Control+Enter');
  await expect(babies.getByRole('button', { name: newborn.link })).toBeVisible();

  // The form of the newborn says that somebody may be it already; linked there, nobody is written down twice.
  await press(maternal.panel.childRegister);
  const above = page.getByTestId('already-in-book');
  await expect(above).toContainText(filled(newborn.perhaps_other, { count: 2 }));
  await press(newborn.link, above);
  await expect(rows.first().getByRole('button')).toBeFocused();
  await keyboard.press('Enter');
  await expect(confirm.getByRole('button', { name: newborn.confirm })).toBeFocused();
  await keyboard.press('Enter');
  await expect(babies).toContainText('Đặng Thị Bé Mai');
  await find('vu thi phuong', phuong.fullName);
  await expect(page.getByTestId('babies')).toHaveCount(0);
});
