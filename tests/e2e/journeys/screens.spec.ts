import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleLoadLines } from '../../../src-shared/domain/practice/sample-load-lines.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const sizes = [{ width: 1366, height: 625 }, { width: 1093, height: 500 }];

test('[E2E10] every screen fits its window at 1366×625 and 1093×500, in light and dark', async ({ world, enter, page, frame, people, person }) => {
  const station = await world.station();
  const file = join(world.dir, 'samples.ndjson');
  writeFileSync(file, [...sampleLoadLines({ people: 120, checkups: 60, movements: 40, seed: 7, today: todayInUnitZone(Date.now()) })].join('\n'));
  expect((await station.load(file)).refusedCount ?? 0).toBe(0);
  await enter(station);

  const fits = async (where: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const size of sizes) {
        await page.setViewportSize(size);
        expect(await frame.overflow(), `${where} at ${size.width}, ${colorScheme}`).toBeLessThanOrEqual(0);
      }
    }
  };
  for (const name of ['today', 'store', 'sync', 'people'] as const) {
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
    await fits(what);
    await page.goBack();
  }
  await frame.go('people');
  await page.getByRole('button', { name: words.people.register }).first().click();
  await expect(page.locator('form')).toBeVisible();
  await fits('register');
});
