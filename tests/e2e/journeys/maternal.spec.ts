import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { chooseRow } from '../support/choose-by-keys.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { maternalLines, nga, oanh, phuong, thom, uyen } from '../support/maternal-lines.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

const { maternal } = words;
const tab = async (page: Page, name: string) => {
  await tabTo(page.getByRole('navigation', { name: maternal.tabs }).getByRole('link', { name }));
  await page.keyboard.press('Enter');
};
/** Chooses one of a few that are all in sight. */
const pick = async (page: Page, group: Locator, name: string) => {
  await group.getByRole('radio', { name, exact: true }).focus();
  await page.keyboard.press('Space');
};

test('[MAT38] [SCR97] [SCR98] [SCR99] [SCR100] [SCR101] [E2E55] a pregnancy is written down, somebody overdue is seen from the list with what is unusual said and asked about, a birth brings the newborn into the book, a mother is visited, by the keyboard alone', async ({ world, enter, page }) => {
  test.setTimeout(150_000);
  const station = await world.station();
  const lines = join(world.dir, 'maternal.ndjson');
  writeFileSync(lines, maternalLines());
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const due = page.getByTestId('mother-list');
  const dialog = page.getByRole('dialog');
  const visits = page.getByTestId('antenatal-visits');
  const find = async (typed: string, name: string) => {
    await keyboard.press('F2');
    await expect(page.getByRole('combobox', { name: words.people.search })).toBeFocused();
    await keyboard.press('Control+A');
    await keyboard.type(typed);
    await expect(page.getByRole('option').filter({ hasText: name })).toBeVisible();
    await keyboard.press('Enter');
  };

  // A pregnancy of whom nothing is written: the weeks are said while the day is typed.
  await find('phan thi uyen', uyen.fullName);
  await expect(page.getByText(maternal.panel.none)).toBeVisible();
  await keyboard.press('Alt+B');
  const pregnancy = page.getByTestId('pregnancy-form');
  await expect(pregnancy.getByRole('textbox', { name: maternal.field.lastPeriodOn })).toBeFocused();
  await keyboard.type(formatDate(addDays(todayInUnitZone(Date.now()), -70)));
  await expect(pregnancy.getByTestId('due-said')).toContainText(filled(maternal.week, { weeks: 10 }));
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(page.getByTestId('pregnancy-standing')).toContainText(filled(maternal.week, { weeks: 10 }));
  await expect(page.getByTestId('pregnancy-standing')).toContainText(filled(maternal.tetanus.dose, { number: 1 }));
  await expect(page.getByTestId('planned-visits')).toContainText(maternal.steps.state.due);
  expect(await findAxeProblems(page)).toEqual([]);

  // Overdue, and unusual: said while it is typed; half-written the form waits on the first page.
  await keyboard.press('Alt+7');
  await chooseRow(due, oanh.fullName);
  await expect(due.locator('[aria-selected="true"]')).toContainText(maternal.states.overdue);
  await expect(due.locator('[aria-selected="true"]')).toContainText('148/96');
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Alt+B');
  const form = page.getByTestId('antenatal-form');
  await expect(form.getByRole('textbox', { name: maternal.field.reading1, exact: true })).toBeFocused();
  await keyboard.type('150 98');
  await tabTo(form.getByRole('textbox', { name: maternal.field.fundalHeightCm }));
  await keyboard.type('19');
  await expect(form.getByTestId('alerts-now')).toContainText('150/98');
  await expect(form.getByTestId('alerts-now')).toContainText(filled(maternal.alerts.FundalHeightOff, { value: 19, weeks: 24 }));
  await tabTo(form.getByRole('checkbox', { name: maternal.dangers.headacheOrVision }));
  await keyboard.press('Space');
  await expect(form.getByTestId('alerts-now')).toContainText(maternal.atOnce);
  expect(await findAxeProblems(page)).toEqual([]);
  await expect(page.getByTestId('draft-line')).toContainText(words.encounters.autosaved.split(' {{')[0] ?? '');
  await keyboard.press('Alt+1');
  await tabTo(page.getByTestId('unfinished').getByRole('button', { name: words.today.continue }));
  await keyboard.press('Enter');
  await expect(form.getByRole('textbox', { name: maternal.field.fundalHeightCm })).toHaveValue('19');
  await keyboard.press('Control+Enter');
  await expect(page.getByTestId('ask-again')).toContainText(maternal.dangers.headacheOrVision.toLowerCase());
  await expect(dialog.getByRole('button', { name: words.common.back })).toBeFocused();
  await tabTo(dialog.getByRole('button', { name: words.common.askSave }));
  await keyboard.press('Enter');
  await expect(visits.getByRole('button').first()).toContainText('150/98');
  await expect(page.getByTestId('pregnancy-alerts')).toContainText(maternal.atOnce);

  // Written of the wrong woman: struck out, it can still be read.
  await tabTo(visits.getByRole('button').first());
  await keyboard.press('Enter');
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(dialog.getByRole('button', { name: maternal.visit.void }));
  await keyboard.press('Enter');
  await dialog.getByRole('radio').first().focus();
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(visits.getByRole('button').first()).toContainText(maternal.panel.voided);
  await expect(page.getByTestId('pregnancy-alerts')).not.toContainText(maternal.atOnce);

  // Past her day: the birth, and the child goes into the book with what is known of it.
  await keyboard.press('Alt+7');
  await tab(page, maternal.birthsTitle);
  const expected = page.getByTestId('expected-list');
  await chooseRow(expected, phuong.fullName);
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Alt+B');
  const birth = page.getByTestId('birth-form');
  await expect(birth.getByRole('textbox', { name: maternal.field.bornOn })).toBeFocused();
  await pick(page, birth, maternal.places.station);
  await pick(page, birth, maternal.modes.vaginal);
  await pick(page, birth, maternal.babySexes.female);
  await tabTo(birth.getByRole('textbox', { name: maternal.field.weightG }));
  await keyboard.type('2400');
  await expect(birth.getByTestId('baby')).toContainText(maternal.birth.low);
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: words.people.field.guardianName })).toHaveValue(phuong.fullName);
  await expect(page.getByRole('textbox', { name: words.people.field.village })).toHaveValue(phuong.village);
  await expect(page.getByRole('textbox', { name: words.people.field.fullName })).toBeFocused();
  await keyboard.type('Vũ Thị Bé An');
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vũ Thị Bé An');
  await find('vu thi phuong', phuong.fullName);
  await expect(page.getByTestId('babies')).toContainText('Vũ Thị Bé An');
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Alt+7');
  await tab(page, maternal.birthsTitle);
  await expect(expected.getByRole('option').filter({ hasText: nga.fullName })).toBeVisible();
  await expect(expected.getByRole('option').filter({ hasText: phuong.fullName })).toHaveCount(0);

  // Five weeks after the birth: from the list to the form, and gone from it.
  await tab(page, maternal.dueTitle);
  await chooseRow(due, thom.fullName);
  await keyboard.press('Alt+B');
  const postnatal = page.getByTestId('postnatal-form');
  await expect(postnatal.getByRole('textbox', { name: maternal.field.reading1, exact: true })).toBeFocused();
  await keyboard.type('112/70');
  await pick(page, postnatal, maternal.moods.good);
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(due.getByRole('option').filter({ hasText: nga.fullName })).toBeVisible();
  await expect(due.getByRole('option').filter({ hasText: thom.fullName })).toHaveCount(0);

  // A share of nobody is none; of two births two were attended or not.
  await tab(page, maternal.monthTitle);
  await expect(page.getByTestId('mother-indicators')).toContainText(maternal.month.names.skilledBirth);
  await expect(page.getByTestId('mother-counts-month').getByRole('row').filter({ hasText: maternal.month.row.births }).first()).toContainText(/[12]/);
  expect(await findAxeProblems(page)).toEqual([]);
});
