import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseOption } from '../support/choose-by-keys.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { growthLines, hoa, lung, mo } from '../support/growth-lines.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

const { growth } = words;

test('[GRO15] [GRO16] [GRO17] [E2E54] from the list of nutrition a child is opened, weighed with a slip that is asked about, and its chart, list and counts follow, by the keyboard alone', async ({ world, enter, page }) => {
  const station = await world.station();
  const lines = join(world.dir, 'growth.ndjson');
  writeFileSync(lines, growthLines());
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const list = page.getByTestId('nutrition-list');
  const counts = page.getByTestId('nutrition-counts');
  const values = page.getByTestId('growth-values');
  const form = page.getByTestId('visit-form');
  const note = (index: string) => form.locator(`[data-growth="${index}"]`);
  const share = (low: number, of: number) => filled(growth.list.share.replaceAll(', number', ''), { low, of });

  // The list: who is stunted, by arrows and Enter.
  await keyboard.press('Alt+5');
  await tabTo(page.getByRole('navigation', { name: growth.tabs }).getByRole('link', { name: growth.nutrition }));
  await keyboard.press('Enter');
  await expect(counts.locator('[data-finding="underweight"]')).toContainText(share(0, 4));
  await expect(counts.locator('[data-finding="notWeighed"]')).toContainText('2');
  await expect(list.getByRole('option')).toHaveCount(6);
  expect(await findAxeProblems(page)).toEqual([]);
  await chooseOption(page.getByRole('combobox', { name: growth.list.finding }), growth.list.findings.stunted);
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list.getByRole('option')).toContainText(growth.classes.heightForAge.low);
  await tabTo(list);
  await keyboard.press('Enter');

  // The chart: what is last known in words, each index by its button.
  const chart = page.getByTestId('growth-chart');
  await expect(values.getByRole('button', { name: growth.indices.weightForAge })).toContainText('8,7 kg');
  await expect(chart.locator('circle')).toHaveCount(9);
  await tabTo(values.getByRole('button', { name: growth.indices.heightForAge }));
  await keyboard.press('Enter');
  await expect(values.getByRole('button', { name: growth.indices.heightForAge })).toHaveAttribute('aria-pressed', 'true');
  expect(await chart.getAttribute('aria-label')).toContain(growth.classes.heightForAge.low);
  expect(await findAxeProblems(page)).toEqual([]);

  // A visit: the class stands at what is typed, without moving anything; 8,1 typed as 81 is asked about.
  await keyboard.press('Alt+K');
  const weight = form.getByRole('textbox', { name: words.encounters.vitals.weightKg });
  const below = form.getByRole('textbox', { name: words.encounters.field.symptoms });
  await form.waitFor();
  const before = await below.boundingBox();
  await tabTo(weight);
  await keyboard.type('81');
  await expect(note('weightForAge')).toHaveText(growth.typedRight);
  expect(await below.boundingBox()).toEqual(before);
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Alt+C');
  await keyboard.type('Theo dõi tăng trưởng');
  await keyboard.press('Control+Enter');
  const asked = page.getByTestId('ask-again');
  await expect(asked).toContainText('81 kg');
  await expect(asked.getByRole('button', { name: words.common.back })).toBeFocused();
  await keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await weight.focus();
  await keyboard.press('Control+A');
  await keyboard.type('8,1');
  await expect(note('weightForAge')).toHaveText(growth.classes.weightForAge.low);
  await keyboard.press('Control+Enter');

  // Saved: the child's last weight, and the list's counts.
  await expect(page.getByRole('heading', { level: 1 })).toContainText(hoa.fullName);
  await keyboard.press('Alt+5');
  await tabTo(page.getByRole('navigation', { name: growth.tabs }).getByRole('link', { name: growth.nutrition }));
  await keyboard.press('Enter');
  await expect(counts.locator('[data-finding="underweight"]')).toContainText(share(1, 4));
  await expect(list.getByRole('option')).toContainText('8,1 kg');
  await tabTo(list);
  await keyboard.press('Enter');
  await expect(values.getByRole('button', { name: growth.indices.weightForAge })).toContainText(growth.classes.weightForAge.low);
  await expect(chart.locator('circle')).toHaveCount(10);
  await expect(page.getByTestId('weighing-missed')).toHaveCount(0);

  // One not weighed for long: it is said; one never weighed too.
  await page.evaluate(`location.hash = ${JSON.stringify(`/person?id=${mo.id}`)}`);
  await expect(page.getByTestId('weighing-missed')).toContainText(growth.longAgo.split(' {{')[0] ?? '');
  await page.evaluate(`location.hash = ${JSON.stringify(`/person?id=${lung.id}`)}`);
  await expect(page.getByText(growth.empty)).toBeVisible();
});
