import { ConsolePage } from '../pages/console.page.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

test('[E2E11] works without a line, and when it is back the ticks climb to central and the reviewer sees the record', async ({ world, enter, browser, frame, people, person, encounter }) => {
  test.setTimeout(240_000);
  const central = await world.hub({ unit: '0', tier: 'central' });
  const province = await world.hub({ unit: '79', tier: 'province', parent: central });
  const district = await world.hub({ unit: '769', tier: 'district', parent: province });
  await district.addReviewer();
  const station = await world.station({ hub: district });
  await enter(station);

  await district.stop();
  await expect(frame.truth).toContainText(words.truth.noLine, { timeout: 60_000 });
  await frame.go('people');
  await people.register({ fullName: 'Vũ Thị Mai', sex: 'female', bornOn: '20/10/1991', noIdReason: 'notBrought', village: 'Thôn 4' });
  await expect(person.heading).toContainText('Vũ Thị Mai');
  await person.begin('visit');
  await encounter.fill({ reason: 'Đau đầu' });
  await encounter.diagnose('Đau nửa đầu', 'G43.9');
  await encounter.submit.click();
  const entry = person.entries.filter({ hasText: 'Đau nửa đầu' });
  await expect(entry).toHaveCount(1);
  expect(await person.provedAt(entry)).toEqual([]);
  await expect(frame.truth).toContainText(words.truth.noLine);

  await district.start();
  await expect.poll(() => person.provedAt(entry), { timeout: 90_000 }).toEqual(['769', '79', '0']);
  await expect(frame.truth).not.toContainText(words.truth.noLine);

  const desk = new ConsolePage(await browser.newPage());
  await desk.signIn(district.url, reviewer.account, reviewer.password);
  await expect(desk.station(station.unit)).toContainText(filled(words.hub.proved, { proved: '' }).trim());
  await desk.link('records').click();
  await desk.namePurpose();
  await desk.submitted.filter({ hasText: 'Vũ Thị Mai' }).getByRole('link').click();
  await expect(desk.record).toContainText('Đau nửa đầu');
  await desk.page.close();
});
