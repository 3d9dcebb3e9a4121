import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseOption, chooseRow } from '../support/choose-by-keys.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { bich, chronicLines, cuc, dung, phu, sen } from '../support/chronic-lines.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const { chronic } = words;
const tab = async (page: Page, name: string) => {
  await tabTo(page.getByRole('navigation', { name: chronic.tabs }).getByRole('link', { name }));
  await page.keyboard.press('Enter');
};

test('[SCR86] [SCR88] [SCR135] [SCR90] [SCR91] [E2E53] who is due is followed up from the list, a condition is ended and a follow-up struck out, who is suspected is taken under management, by the keyboard alone', async ({ world, enter, page }) => {
  const station = await world.station();
  const lines = join(world.dir, 'chronic.ndjson');
  writeFileSync(lines, chronicLines());
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const due = page.getByTestId('care-list');
  const form = page.getByTestId('follow-up-form');
  const reading = form.getByRole('textbox', { name: chronic.field.reading1 });
  const dialog = page.getByRole('dialog');
  const conditions = page.getByTestId('conditions');
  const followUps = page.getByTestId('follow-ups');
  const enrol = page.getByTestId('enrol-condition');

  // Lost to care, and back: from the list to the form, from the form to the list, and gone from it.
  await keyboard.press('Alt+6');
  await chooseRow(due, dung.fullName);
  await expect(due.locator('[aria-selected="true"]')).toContainText(chronic.states.lost);
  await expect(due.locator('[aria-selected="true"]')).toContainText(dung.phone);
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Alt+M');
  await expect(reading).toBeFocused();
  await keyboard.type('142/88');
  await keyboard.press('Control+Enter');
  await expect(due.getByRole('option').filter({ hasText: bich.fullName })).toBeVisible();
  await expect(due.getByRole('option').filter({ hasText: dung.fullName })).toHaveCount(0);

  // Measured in a visit today: nothing to type.
  await keyboard.press('F2');
  await keyboard.type('hoang thi cuc');
  await expect(page.getByRole('option').filter({ hasText: cuc.fullName })).toBeVisible();
  await keyboard.press('Enter');
  await conditions.waitFor();
  await keyboard.press('Alt+M');
  await expect(form.getByTestId('measured-today')).toContainText('144/76');
  await keyboard.press('Control+Enter');
  await expect(followUps.getByRole('button')).toHaveCount(2);

  // Of whom nobody follows the same key begins with the condition.
  await keyboard.press('F2');
  // The words searched for before are still there.
  await expect(page.getByRole('combobox', { name: words.people.search })).toBeFocused();
  await keyboard.press('Control+A');
  await keyboard.type('do thi sen');
  await expect(page.getByRole('option').filter({ hasText: sen.fullName })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByText(chronic.panel.none)).toBeVisible();
  await keyboard.press('Alt+M');
  await expect(enrol).toBeVisible();
  await keyboard.press('Escape');
  await expect(enrol).toBeHidden();

  // What a pressure means is said while it is typed; half-written the form waits on the first page.
  await keyboard.press('Alt+6');
  await chooseRow(due, bich.fullName);
  await expect(due.getByRole('option').filter({ hasText: bich.fullName })).toContainText(chronic.states.overdue);
  await keyboard.press('Alt+M');
  await expect(reading).toBeFocused();
  // How it was the time before stands there already.
  await expect(form.getByTestId('pressure-said')).toContainText('156/92');
  await keyboard.type('138 84');
  await expect(form.getByTestId('pressure-said')).toContainText(chronic.pressureGrades.highNormal);
  await expect(form.getByTestId('pressure-said')).toContainText(chronic.controlled.yes);
  expect(await findAxeProblems(page)).toEqual([]);
  await expect(page.getByTestId('draft-line')).toContainText(words.encounters.autosaved.split(' {{')[0] ?? '');
  await keyboard.press('Alt+1');
  await tabTo(page.getByTestId('unfinished').getByRole('button', { name: words.today.continue }));
  await keyboard.press('Enter');
  await expect(reading).toHaveValue('138 84');
  await keyboard.press('Control+Enter');

  await expect(followUps.getByRole('button').first()).toContainText('138/84');
  await expect(conditions).toContainText(chronic.controlled.yes);
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(followUps.getByRole('button').first());
  await keyboard.press('Enter');
  await tabTo(dialog.getByRole('button', { name: chronic.visit.void }));
  await keyboard.press('Enter');
  await dialog.getByRole('radio').first().focus();
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(followUps.getByRole('button').first()).toContainText(chronic.panel.voided);
  await expect(conditions).toContainText(chronic.controlled.no);

  // Very high: asked about, and the cursor starts at going back.
  await keyboard.press('Alt+M');
  await expect(reading).toBeFocused();
  await keyboard.type('192/112');
  await keyboard.press('Control+Enter');
  await expect(page.getByTestId('ask-again')).toContainText('192/112');
  await expect(dialog.getByRole('button', { name: words.common.back })).toBeFocused();
  await tabTo(dialog.getByRole('button', { name: words.common.askSave }));
  await keyboard.press('Enter');
  await expect(followUps.getByRole('button').first()).toContainText('192/112');

  // Referred: no longer under management, and nobody is asked to call her.
  await tabTo(conditions.getByRole('button').first());
  await keyboard.press('Enter');
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(dialog.getByRole('button', { name: chronic.change.action }));
  await keyboard.press('Enter');
  const status = page.getByTestId('change-status').getByRole('combobox', { name: chronic.field.status });
  await expect(status).toBeFocused();
  await chooseOption(status, chronic.statuses.referred);
  await expect(status).toHaveValue(chronic.statuses.referred);
  await tabTo(page.getByTestId('change-status').getByRole('textbox', { name: chronic.field.reason }));
  await keyboard.type('Bệnh viện huyện');
  await keyboard.press('Control+Enter');
  await expect(conditions).toContainText(chronic.statuses.referred);
  await keyboard.press('Alt+6');
  await expect(due.getByRole('option').first()).toBeVisible();
  await expect(due.getByRole('option').filter({ hasText: bich.fullName })).toHaveCount(0);

  // Measured high twice: taken under management, and suspected no more.
  await tab(page, chronic.suspectsTitle);
  const suspects = page.getByTestId('suspects-list');
  await chooseRow(suspects, phu.fullName);
  await expect(suspects.locator('[aria-selected="true"]')).toContainText(chronic.suspects.kinds.confirm);
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Alt+M');
  await expect(enrol.getByRole('combobox', { name: chronic.field.condition })).toHaveValue(chronic.conditions.hypertension);
  expect(await findAxeProblems(page)).toEqual([]);
  await enrol.getByRole('radio').first().focus();
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(conditions).toContainText(chronic.conditions.hypertension);
  await keyboard.press('Alt+6');
  await tab(page, chronic.suspectsTitle);
  await expect(suspects.getByRole('option').first()).toBeVisible();
  await expect(suspects.getByRole('option').filter({ hasText: phu.fullName })).toHaveCount(0);

  // Of five with hypertension one left and one came.
  await tab(page, chronic.monthTitle);
  const counted = page.getByTestId('care-conditions').getByRole('row').filter({ hasText: chronic.conditions.hypertension });
  await expect(counted.getByRole('cell').nth(1)).toHaveText('1');
  await expect(counted.getByRole('cell').nth(2)).toHaveText('5');
  await expect(counted.getByRole('cell').nth(3)).toContainText(chronic.statuses.referred);
  await expect(page.getByTestId('care-indicators')).toContainText(chronic.month.names.bpControl);
  expect(await findAxeProblems(page)).toEqual([]);
});
