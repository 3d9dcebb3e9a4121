import { findAxeProblems } from '../support/find-axe-problems.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

const { common, facility, frame, resources, session } = words;

test('[SCR75] [SCR76] [SCR78] the head fills in what the station has by the keyboard, is asked about what cannot be, confirms it in one press; the console shows what lacks', async ({ world, enter, page, browser }) => {
  const hub = await world.hub({ unit: '769', tier: 'district' });
  await hub.addReviewer();
  await enter(await world.station({ hub }));

  await page.getByRole('button', { name: frame.userMenu }).click();
  await page.getByRole('menuitem', { name: facility.menu }).click();
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await tabTo(field(`${facility.names.doctor}: ${facility.headcount}`));
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await tabTo(field(`${facility.names.stay}: ${facility.planned}`));
  for (const typed of ['5', '4', '6']) { await page.keyboard.type(typed); await page.keyboard.press('Tab'); }
  // Left in the middle, it is there again.
  await expect(page.getByTestId('facility-form')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await page.getByTestId('unfinished').getByRole('button').first().click();
  await expect(field(`${facility.names.stay}: ${facility.occupied}`)).toHaveValue('6');
  await page.keyboard.press('Control+Enter');
  const asked = page.getByTestId('ask-numbers');
  await expect(asked).toContainText(facility.names.stay);
  await expect(asked.getByRole('button', { name: common.back })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(facility.saved).first()).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);

  // A field typed over stands in the history; then nothing has changed.
  await expect(field(`${facility.names.doctor}: ${facility.headcount}`)).toHaveValue('2');
  await field(`${facility.names.doctor}: ${facility.headcount}`).fill('3');
  await page.getByRole('button', { name: facility.save }).click();
  await expect(page.getByTestId('facility-changes').getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: facility.confirm }).click();
  await expect(page.getByText(facility.confirmedNow)).toBeVisible();

  const desk = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await desk.goto(`${hub.url}/console/`);
  await desk.getByRole('textbox', { name: session.account }).fill(reviewer.account);
  await desk.getByLabel(session.password, { exact: true }).fill(reviewer.password);
  await desk.keyboard.press('Enter');
  await desk.getByRole('link', { name: resources.title }).click();
  const row = desk.getByTestId('resources').locator('tbody tr[data-unit="25001"]');
  await expect(async () => { await desk.reload(); await expect(row).toContainText(resources.lacks.doctors, { timeout: 2000 }); }).toPass();
  await expect(row.getByRole('cell').nth(2)).toHaveText('3');
  await expect(row.getByRole('cell').nth(5)).toHaveText('4 / 5');
  await expect(desk.getByTestId('doctors-plot')).toBeVisible();
  expect(await findAxeProblems(desk)).toEqual([]);
  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: resources.csv }).click();
  expect((await download).suggestedFilename()).toMatch(/^resources-.*\.csv$/);
});
