import { FramePage } from '../pages/frame.page.ts';
import { SignInPage } from '../pages/sign-in.page.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { person as nurse } from '../support/world.ts';

test('[E2E12] two stations and a hub on one host, in one browser: each keeps its own session and people', async ({ world, context, page, enter, frame, people, person }) => {
  const district = await world.hub({ unit: '769', tier: 'district' });
  const [one, other] = [await world.station({ unit: '25001', hub: district }), await world.station({ unit: '25002', name: 'Trạm Y tế xã Bình Minh', hub: district })];
  await enter(one);
  await frame.go('people');
  await people.register({ fullName: 'Hồ Văn Bảy', sex: 'male', bornOn: '1950', noIdReason: 'notBrought' });
  await expect(person.heading).toContainText('Hồ Văn Bảy');

  const second = await context.newPage();
  await new SignInPage(second).open(other.address);
  await new SignInPage(second).signIn(nurse.displayName, nurse.password);
  const secondFrame = new FramePage(second);
  await expect(secondFrame.navigation).toContainText('Trạm Y tế xã Bình Minh');
  await secondFrame.go('people');
  await expect(second.getByText(words.people.empty)).toBeVisible();
  await secondFrame.chooseFromUserMenu('seal');

  await page.reload();
  await expect(frame.navigation).toContainText('Trạm Y tế xã An Phú');
  await expect(person.heading).toContainText('Hồ Văn Bảy');
});

test('[E2E13] a station that was killed: the page says so, finds it again, and what was typed is still there', async ({ world, page, enter, frame, people, person, encounter, signIn }) => {
  const station = await world.station();
  await enter(station);
  await frame.go('people');
  await people.register({ fullName: 'Lý Thị Sáu', sex: 'female', bornOn: '06/1966', noIdReason: 'notBrought' });
  await expect(person.heading).toContainText('Lý Thị Sáu');
  await person.begin('visit');
  await encounter.fill({ reason: 'Đau bụng', symptoms: 'Đau quanh rốn' });
  await expect(page.getByText(/giữ lúc/)).toBeVisible();

  await station.stop('SIGKILL');
  await expect(page.getByText(words.common.offlineTitle).first()).toBeVisible();
  await station.start();
  await signIn.signIn(nurse.displayName, nurse.password);
  await expect(encounter.text(words.encounters.field.reason)).toHaveValue('Đau bụng');
  await encounter.submit.click();
  await expect(person.entries.filter({ hasText: words.encounters.kinds.visit })).toHaveCount(1);
});

test('[E2E14] speaks English when asked to, and remembers it', async ({ world, page, enter, frame }) => {
  await enter(await world.station());
  await page.getByRole('button', { name: words.frame.userMenu }).click();
  await page.getByRole('radiogroup').getByText(words.common.otherLanguage).click();
  await expect(page.getByRole('link', { name: 'People' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'People' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(frame.truth).not.toContainText(words.truth.notEnrolled);
});
