import { join } from 'node:path';
import { expect, test } from '../support/test.ts';
import { runTramxa } from '../support/run-tramxa.ts';
import { filled, words } from '../support/words.ts';

test('[BUN41] a station that has no line copies to a stick, and the ticks come back on the stick', async ({ world, enter, page, frame, people, person }) => {
  test.setTimeout(180_000);
  const district = await world.hub({ unit: '769', tier: 'district' });
  const station = await world.station({ hub: district });
  await district.stop();
  // The browser's own picker of a place cannot be worked by a test: without it the file is a download.
  await page.addInitScript(() => { delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker; });
  await enter(station);
  await frame.go('people');
  await people.register({ fullName: 'Vũ Thị Mai', sex: 'female', bornOn: '20/10/1991', noIdReason: 'notBrought', village: 'Thôn 4' });
  await expect(person.heading).toContainText('Vũ Thị Mai');

  await frame.go('sync');
  const stick = page.getByTestId('stick');
  const downloading = page.waitForEvent('download');
  await stick.getByRole('button', { name: words.sync.stick.save }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^tramxa-25001-\d{4}-\d{2}-\d{2}\.tramxa$/);
  const [up, down] = [join(world.dir, 'up.tramxa'), join(world.dir, 'down.tramxa')];
  await download.saveAs(up);
  await expect(page.getByRole('status').filter({ hasText: filled(words.sync.stick.carry, { home: words.sync.stick.home }) })).toBeVisible();

  const outcome = page.getByRole('status').filter({ hasText: /./ }).last();
  await page.getByTestId('stick-answer').setInputFiles(up);
  await expect(outcome).toContainText(words.refusals.BundleWrongWay);
  await runTramxa(['hub', 'receive', '--dir', district.dir, up, '--answer', down]);
  await page.getByTestId('stick-answer').setInputFiles(down);
  await expect(page.getByTestId('the-way').locator('[data-unit="769"][data-state="whole"]')).toBeVisible();
  await page.getByTestId('stick-answer').setInputFiles(down);
  await expect(outcome).toContainText(words.sync.stick.already);
});
