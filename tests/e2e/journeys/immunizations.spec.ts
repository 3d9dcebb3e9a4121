import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { chooseOption, chooseRow } from '../support/choose-by-keys.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { an, fiveInOneLot, immunizationLines, unwritten } from '../support/immunization-lines.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

const { immunizations } = words;
const fiveInOne = immunizations.vaccines['DPT-VGB-Hib'];
const dose = (vaccine: string, number: number) => filled(immunizations.dose, { vaccine, number });
const choice = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

test('[SCR80] [SCR83] [SCR85] [E2E52] from the list of children due a dose is given from a lot, the next copied from a book, a reaction noted and the dose struck out, by the keyboard alone', async ({ world, enter, page }) => {
  const station = await world.station();
  const lines = join(world.dir, 'immunizations.ndjson');
  writeFileSync(lines, immunizationLines());
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const list = page.getByTestId('due-list');
  const grid = page.getByTestId('dose-grid');
  const form = page.getByTestId('immunization-form');
  const cell = (vaccine: string, number: number) => grid.getByRole('listitem').getByRole('listitem').filter({ hasText: new RegExp(`^${vaccine} ${filled(immunizations.doseShort, { number })}`) });
  const left = async () => (await station.ask<{ lotNumber: string; balance: number }[]>('lotsOnHand')).find(({ lotNumber }) => lotNumber === fiveInOneLot)?.balance;

  await keyboard.press('Alt+5');
  await chooseRow(list, an.fullName);
  await expect(list.locator('[aria-selected="true"]')).toContainText(dose(fiveInOne, 2));
  await expect(list.getByRole('option').filter({ hasText: unwritten.fullName })).toContainText(immunizations.due.withoutBook_other.split(' {{')[0] ?? '');
  await expect(page.getByTestId('doses-needed')).toContainText(filled(immunizations.due.withoutBookToo_other.replace(', number', ''), { count: 1 }));
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Enter');

  // The card: given, late, waiting; the dose not given the other day says so.
  await expect(cell(fiveInOne, 1)).toContainText(immunizations.states.given.split(' {{')[0] ?? '');
  await expect(cell(fiveInOne, 2)).toContainText(immunizations.notDoneReasons.ill.toLowerCase());
  await expect(cell(fiveInOne, 3)).toContainText(filled(immunizations.states.waits, { dose: dose(fiveInOne, 2) }));
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(cell(fiveInOne, 2).getByRole('link'));
  await keyboard.press('Enter');

  await expect(choice(page, immunizations.modes.here)).toBeFocused();
  await expect(form.getByText(immunizations.lotFromStore)).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await form.getByRole('radiogroup', { name: immunizations.field.screening }).getByRole('radio').first().focus();
  await keyboard.press('Space');
  // Saved, and on to the next one due, with what the screening gave.
  await keyboard.press('Alt+N');
  await expect(form.getByRole('combobox', { name: immunizations.field.vaccine })).toHaveValue(immunizations.vaccines.bOPV);
  await expect(choice(page, immunizations.screenings.eligible)).toBeChecked();
  await expect.poll(left).toBe(19);

  // From the paper book, whose month alone can be read; the day of today is not taken for it.
  await expect(choice(page, immunizations.modes.here)).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(choice(page, immunizations.modes.elsewhere)).toBeFocused();
  const on = form.getByRole('textbox', { name: immunizations.field.occurredOnBook });
  await expect(on).toHaveValue('');
  await tabTo(on);
  await keyboard.type(formatDate(addMonths(todayInUnitZone(Date.now()), -1).slice(0, 7)));
  await tabTo(form.getByRole('textbox', { name: immunizations.field.placeName }));
  await keyboard.type('Bệnh viện tỉnh');
  // Left half-written it waits on the first page.
  await expect(page.getByTestId('draft-line')).toContainText(words.encounters.autosaved.split(' {{')[0] ?? '');
  await keyboard.press('Alt+1');
  await tabTo(page.getByTestId('unfinished').getByRole('button', { name: words.today.continue }));
  await keyboard.press('Enter');
  await expect(form.getByRole('textbox', { name: immunizations.field.placeName })).toHaveValue('Bệnh viện tỉnh');
  await keyboard.press('Control+Enter');
  await expect(cell(fiveInOne, 2)).toContainText(immunizations.states.given.split(' {{')[0] ?? '');
  await expect(cell(immunizations.vaccines.bOPV, 2)).toContainText(immunizations.states.givenElsewhere.split(' {{')[0] ?? '');
  await expect.poll(left).toBe(19);

  // A reaction is added; the record is struck out and its dose goes back.
  await tabTo(cell(fiveInOne, 2).getByRole('button'));
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(dialog.getByRole('button', { name: immunizations.addReaction }));
  await keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: immunizations.field.signs })).toBeFocused();
  await keyboard.type('Sốt 38,2 °C, quấy khóc');
  await dialog.getByRole('radiogroup', { name: immunizations.field.severity }).getByRole('radio').first().focus();
  await keyboard.press('Space');
  await chooseOption(dialog.getByRole('combobox', { name: immunizations.field.reactionOutcome }), immunizations.outcomes.recovered);
  await keyboard.press('Control+Enter');
  await expect(cell(fiveInOne, 2)).toContainText(immunizations.reactionMark);
  await tabTo(cell(fiveInOne, 2).getByRole('button'));
  await keyboard.press('Enter');
  await expect(page.getByTestId('dose-detail')).toContainText('quấy khóc');
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(dialog.getByRole('button', { name: immunizations.void }));
  await keyboard.press('Enter');
  await dialog.getByRole('radio').first().focus();
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(cell(fiveInOne, 2)).toContainText(immunizations.states.late.split(' {{')[0] ?? '');
  await expect(page.getByTestId('other-doses')).toContainText(immunizations.voidedMark);
  await expect.poll(left).toBe(20);

  // Begun anew it is the first one late; Esc goes back to the child.
  await keyboard.press('Alt+T');
  await expect(form.getByRole('combobox', { name: immunizations.field.vaccine })).toHaveValue(fiveInOne);
  await keyboard.press('Escape');
  await grid.waitFor();

  // Counted: what was given here this month, the one struck out no more.
  await keyboard.press('Alt+5');
  await tabTo(page.getByRole('navigation', { name: words.growth.tabs }).getByRole('link', { name: immunizations.monthTitle }));
  await keyboard.press('Enter');
  const counted = page.getByTestId('month-given').getByRole('row').filter({ hasText: fiveInOne });
  await expect(counted.getByRole('cell').nth(1)).toHaveText('1');
  await expect(counted.getByRole('cell').nth(2)).toHaveText('');
  expect(await findAxeProblems(page)).toEqual([]);
});
