import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { VaccineSession } from '../../../src-shared/contract/queries.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { an, fiveInOneLot, immunizationLines } from '../support/immunization-lines.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

const { immunizations } = words;
const { session } = immunizations;

test('[SCR130] [SCR131] [SCR132] [E2E65] at the end of a session what is left over in opened vials is written for all lots at once, and the month says the wastage, by the keyboard alone', async ({ world, enter, page }) => {
  const station = await world.station();
  const lines = join(world.dir, 'immunizations.ndjson');
  writeFileSync(lines, immunizationLines());
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  const today = todayInUnitZone(Date.now());
  const lot = async (number: string) => (await station.ask<VaccineSession>('vaccineSession', { on: today })).rows.find(({ lotNumber }) => lotNumber === number);
  const given = join(world.dir, 'given.ndjson');
  writeFileSync(given, JSON.stringify({ operation: 'recordImmunization', input: { patientId: an.id, vaccine: 'DPT-VGB-Hib', doseNumber: 2, occurredOn: today, place: 'here', screening: { outcome: 'eligible' }, lotId: (await lot(fiveInOneLot))?._id } }));
  expect((await station.load(given)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const form = page.getByTestId('vaccine-session');
  const tabs = page.getByRole('navigation', { name: words.growth.tabs });
  const rows = page.getByTestId('session-lot');
  const openPage = async (name: string) => {
    await keyboard.press('Alt+5');
    await tabTo(tabs.getByRole('link', { name }));
    await keyboard.press('Enter');
  };

  const closing = async () => {
    await keyboard.press('Alt+1');
    await tabTo(page.getByRole('main').getByRole('button', { name: words.closing.open }));
    await keyboard.press('Enter');
  };
  const vaccines = page.getByTestId('closing-vaccines');

  await closing();
  await expect(vaccines).toContainText(words.closing.vaccinesNoneThrown);
  await tabTo(vaccines.getByRole('button', { name: words.closing.vaccinesOpen }));
  await keyboard.press('Enter');
  await expect(rows.first()).toContainText(fiveInOneLot);
  await expect(rows.first().getByRole('cell').nth(1)).toHaveText('1');
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole('button', { name: session.save, exact: true })).toBeDisabled();
  expect(await findAxeProblems(page)).toEqual([]);
  // More than the lot has is said at its field, and nothing is saved.
  await tabTo(rows.first().getByRole('textbox').first());
  await keyboard.type('20');
  await keyboard.press('Control+Enter');
  await expect(rows.first()).toContainText(filled(words.refusals.ReductionBelowZero.replace(', number', ''), { available: 19 }));
  await keyboard.press('Control+A');
  await keyboard.type('3');
  await expect(rows.first().getByRole('cell').nth(5)).toHaveText('16');
  await expect(rows.first().getByRole('cell').nth(6)).toHaveText('75%');
  // Enter goes to the next field. Left half-written it waits on the first page, and by its tab.
  await keyboard.press('Enter');
  await expect(rows.first().getByRole('textbox').nth(1)).toBeFocused();
  await keyboard.type('1');
  await expect(page.getByTestId('draft-line')).toContainText(words.encounters.autosaved.split(' {{')[0] ?? '');
  await keyboard.press('Alt+1');
  await tabTo(page.getByTestId('unfinished').getByRole('button', { name: words.today.continue }));
  await keyboard.press('Enter');
  await expect(rows.first().getByRole('textbox').nth(1)).toHaveValue('1');
  await tabTo(rows.nth(2).getByRole('textbox').first());
  await keyboard.type('10');
  await keyboard.press('Control+Enter');
  await expect.poll(async () => (await lot(fiveInOneLot))?.use).toEqual({ given: 1, wastage: 3, damagedDestroyed: 1, expiredDestroyed: 0 });
  expect((await lot(fiveInOneLot))?.balance).toBe(15);
  expect(await lot('MV-0926')).toMatchObject({ balance: 20, use: { wastage: 10 } });
  await expect(form.getByRole('textbox').nth(1)).toHaveValue('');
  await expect(rows.first().getByRole('cell').nth(4)).toHaveText('4');

  await closing();
  await expect(vaccines).toContainText(filled(words.closing.vaccinesThrown, { thrown: 14 }));
  await openPage(immunizations.monthTitle);
  const wasted = page.getByTestId('month-wastage').getByRole('row').filter({ hasText: immunizations.vaccines['DPT-VGB-Hib'] }).getByRole('cell');
  await expect(wasted).toHaveText([immunizations.vaccines['DPT-VGB-Hib'], '1', '3', '1', '', '80%']);
  expect(await findAxeProblems(page)).toEqual([]);
});
