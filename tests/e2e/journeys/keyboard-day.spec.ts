import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { changeAnswers } from '../support/change-answers.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';
import type { Station, World } from '../support/world.ts';

const name = 'Ngô Thị Phượng';

async function load(world: World, station: Station): Promise<void> {
  const file = join(world.dir, 'lines.ndjson');
  writeFileSync(file, JSON.stringify({ operation: 'registerPatient', input: { id: 'patients:019a0000-0000-7000-8000-000000000001', fullName: name, sex: 'female', bornOn: '1978-05-12', noNationalIdReason: 'notBrought' } }));
  await station.load(file);
}

const enterAt = async (target: Locator) => { await tabTo(target); await target.page().keyboard.press('Enter'); };

test('[E2E46] a checkup from the list to saved, and the end of the day to the locked PC, by the keyboard alone', async ({ world, enter, page, people, person, encounter, signIn }) => {
  const { keyboard } = page;
  const station = await world.station();
  await load(world, station);
  await enter(station);
  await keyboard.press('F2');
  await expect(people.search).toBeFocused();
  await keyboard.type('phuong 1978');
  await keyboard.press('Enter');
  await expect(person.heading).toContainText(name);
  await enterAt(page.getByRole('button', { name: words.people.person.checkup, exact: true }));
  await expect(encounter.text(words.encounters.field.reason)).toBeFocused();
  await keyboard.type('Khám định kỳ');
  for (const [vital, typed] of [['heightCm', '158'], ['weightKg', '52,5'], ['pulsePerMin', '76'], ['systolicMmHg', '118']] as const) {
    await tabTo(encounter.vital(vital));
    await keyboard.type(typed);
  }
  await tabTo(encounter.vital('diastolicMmHg'));
  // Not measured: the reasons open below the field.
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem')).toHaveCount(0);
  await tabTo(page.getByRole('radio').first());
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(page.getByText(filled(words.encounters.submitted, { kind: words.encounters.kinds.checkup, name }))).toBeVisible();
  await expect(person.entries).toHaveCount(1);

  await keyboard.press('Alt+1');
  await enterAt(page.getByRole('button', { name: words.closing.open }));
  await expect(page.getByTestId('closing-verdict')).toContainText(words.closing.canSwitchOff);
  const download = page.waitForEvent('download');
  await enterAt(page.getByRole('button', { name: words.paper.register }));
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await enterAt(page.getByRole('button', { name: words.closing.backupNow }));
  await expect(page.getByTestId('closing-backup')).toContainText(words.closing.backupAt.split('{{')[0] ?? '');
  await enterAt(page.getByRole('button', { name: words.closing.lock }));
  await expect(signIn.password).toBeFocused();
});

test('[SCR63] [E2E46] the page of exchange: send now, send again what was refused, and a stick both ways, by the keyboard alone', async ({ world, enter, page }) => {
  const { keyboard } = page;
  const station = await world.station({ hub: await world.hub({ unit: '769', tier: 'district' }) });
  await load(world, station);
  await page.addInitScript(() => { delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker; });
  let refused = 3000;
  await changeAnswers(page, { deniedRecords: () => Array.from({ length: refused }, (_, n) => ({ id: `refused-${String(n + 1)}`, collection: 'patients', at: new Date().toISOString(), reason: 'forbidden', deniedBy: '769', document: { _id: `patients:${String(n + 1)}`, fullName: name } })) });
  let retried = '';
  await page.route('**/trpc/sync', async (route) => {
    const asked = route.request().postData() ?? '';
    if (!asked.includes('retryDenied')) { await route.continue(); return; }
    retried = asked;
    await route.fulfill({ json: { result: { data: { ok: true } } } });
  });
  await enter(station);
  await keyboard.press('Alt+4');
  const denied = page.getByTestId('denied').getByRole('listitem');
  await expect(denied.first()).toBeVisible();
  expect(await denied.count()).toBeLessThan(60);
  refused = 1;
  await page.reload();
  await expect(denied).toHaveCount(1);
  const now = page.getByRole('button', { name: words.sync.now });
  await expect(now).toBeEnabled();
  await enterAt(now);
  await expect(page.getByText(words.sync.started)).toBeVisible();
  await enterAt(page.getByTestId('denied').getByRole('button', { name: words.sync.retry }));
  await expect(page.getByText(words.sync.retried)).toBeVisible();
  expect(retried).toContain('refused-1');

  const stick = page.getByTestId('stick');
  const downloading = page.waitForEvent('download');
  await enterAt(stick.getByRole('button', { name: words.sync.stick.save }));
  const made = join(world.dir, 'up.tramxa');
  await (await downloading).saveAs(made);
  const receive = stick.getByRole('button', { name: words.sync.stick.receive, exact: true });
  await expect(receive).toBeEnabled();
  const choosing = page.waitForEvent('filechooser');
  await enterAt(receive);
  await (await choosing).setFiles(made);
  await expect(page.getByRole('status').filter({ hasText: words.refusals.BundleWrongWay })).toBeVisible();
});
