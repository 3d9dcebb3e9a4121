import { ConsolePage } from '../pages/console.page.ts';
import { cutOff } from '../support/cut-off.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { outOfReach } from '../support/out-of-reach.ts';
import { loadSamples } from '../support/load-samples.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

const sizes = [{ width: 1366, height: 625 }, { width: 1093, height: 500 }];

test('[E2E10] every screen fits its window at 1366×625 and 1093×500, in light and dark, and axe finds nothing serious', async ({ world, enter, page, frame, people, person }) => {
  // Some twenty pages in two lights, each looked at by axe.
  test.setTimeout(480_000);
  const district = await world.hub({ unit: '769', tier: 'district' });
  await district.addReviewer();
  const station = await world.station({ hub: district });
  await loadSamples(world, station, { people: 120, checkups: 60, movements: 40 });
  await enter(station);

  const fits = async (where: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 1366, height: 768 });
      expect.soft(await findAxeProblems(page), `${where}, ${colorScheme}`).toEqual([]);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await expect.poll(() => cutOff(page), `${where} at ${size.width}, ${colorScheme}`).toEqual([]);
      }
    }
  };
  for (const name of ['today', 'store', 'sync', 'immunizations', 'chronic', 'people'] as const) {
    await frame.go(name);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await fits(name);
  }
  await people.rows.first().click();
  await expect(person.timeline.or(page.getByText(words.people.person.timelineEmpty))).toBeVisible();
  await fits('person');
  for (const what of ['visit', 'checkup', 'dispense'] as const) {
    await person.begin(what);
    await expect(page.locator('form')).toBeVisible();
    // The open list of a field is worked from the field.
    await page.keyboard.press('Tab');
    await fits(what);
    await page.goBack();
  }
  await page.getByRole('button', { name: words.immunizations.record }).click();
  await expect(page.getByTestId('immunization-form')).toBeVisible();
  // Its list is worked from the field.
  await page.getByRole('textbox', { name: words.immunizations.field.doseNumber }).focus();
  await fits('immunize');
  await page.goBack();
  await page.getByRole('button', { name: words.chronic.panel.enrol }).click();
  await expect(page.getByTestId('enrol-condition')).toBeVisible();
  // Its list is worked from the field.
  await page.getByRole('textbox', { name: words.chronic.field.icd10 }).focus();
  await fits('enrol');
  await page.keyboard.press('Escape');
  await frame.go('people');
  await page.getByRole('button', { name: words.people.register }).first().click();
  await expect(page.locator('form')).toBeVisible();
  await fits('register');

  const desk = new ConsolePage(page);
  await desk.signIn(district.url, reviewer.account, reviewer.password);
  await expect(desk.station(station.unit)).toBeVisible();
  await fits('stations');
  await desk.link('records').click();
  await desk.namePurpose();
  await expect(desk.submitted.first()).toBeVisible();
  await fits('records');
  await desk.submitted.first().getByRole('link').click();
  await expect(desk.record).toBeVisible();
  await fits('record');
});

test('[SCR137] enlarged to 200 % every button, link and field of a page can be brought into sight', async ({ world, enter, page, people, person }) => {
  const station = await world.station();
  await loadSamples(world, station, { people: 40, checkups: 20, movements: 30 });
  await enter(station);
  // 1366×768 at 200 %.
  await page.setViewportSize({ width: 683, height: 384 });
  for (const hash of ['/', '/store', '/store/order', '/equipment', '/cold-chain', '/immunizations', '/chronic', '/mothers', '/reports', '/cases', '/facility', '/sync', '/closing', '/accounts', '/people/new', '/import?kind=patients']) {
    await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    expect.soft(await outOfReach(page), hash).toEqual([]);
  }
  await page.evaluate("location.hash = '/people'");
  await people.rows.first().click();
  await expect(person.timeline.or(page.getByText(words.people.person.timelineEmpty))).toBeVisible();
  expect.soft(await outOfReach(page), 'person').toEqual([]);
  await person.begin('visit');
  await expect(page.locator('form')).toBeVisible();
  expect(await outOfReach(page), 'visit').toEqual([]);
});

test('[SCR138] a search that finds nobody names no list, and is said to who cannot see the screen', async ({ world, enter, page, frame, people }) => {
  const station = await world.station();
  await loadSamples(world, station, { people: 20, checkups: 5, movements: 10 });
  await enter(station);
  await frame.go('people');
  await people.search.fill('khong co ai ten nay');
  await expect(page.getByText(words.people.none)).toBeVisible();
  await expect(page.locator('header [aria-live="polite"]')).toContainText('0');
  expect(await findAxeProblems(page)).toEqual([]);
});

test('[SCR139] what strikes a line out is readable in its menu, in light and dark', async ({ world, enter, page }) => {
  const station = await world.station();
  const id = 'equipment:019a0000-0000-7000-8000-000000000021';
  await station.loadAll({ operation: 'addEquipment', input: { id, name: 'Cân', countUnit: 'cái', quantity: 1 } });
  await enter(station);
  await page.evaluate(`location.hash = '/equipment?id=${id}'`);
  await page.getByTestId('equipment-detail').locator('[aria-haspopup="menu"]').click();
  await expect(page.getByRole('menuitem', { name: words.equipment.strike })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findAxeProblems(page, ['color-contrast']), colorScheme).toEqual([]);
  }
});

test('[SCR140] what the program did is scrolled by the keyboard', async ({ world, enter, page }) => {
  await enter(await world.station());
  await page.evaluate("location.hash = '/help'");
  await tabTo(page.getByRole('button', { name: words.help.logShow }));
  await page.keyboard.press('Enter');
  await tabTo(page.getByTestId('station-log'), 4);
});
