import { SignInPage } from '../pages/sign-in.page.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { person } from '../support/world.ts';

test('[E2E1] signs in with the right password only, and says what was wrong', async ({ world, page, signIn, frame }) => {
  const station = await world.station();
  await signIn.open(station.address);
  await signIn.signIn(person.displayName, 'khong phai mat khau');
  await expect(page.getByText(words.session.wrongPassword)).toBeVisible();
  await expect(frame.navigation).toBeHidden();
  await signIn.password.fill(person.password);
  await signIn.submit.click();
  await expect(frame.navigation).toBeVisible();
});

test('[E2E2] locks, signs out and seals: each asks for the password again', async ({ world, enter, page, signIn, frame }) => {
  await enter(await world.station());
  for (const way of ['lock', 'signOut', 'seal'] as const) {
    await frame.chooseFromUserMenu(way);
    await expect(signIn.password).toBeVisible();
    await expect(frame.navigation).toBeHidden();
    await expect(page.locator('main'), 'landmarks').toHaveCount(1);
    await expect(page.getByText(way === 'lock' ? words.session.againBody : words.session.sealed)).toBeVisible();
    await signIn.signIn(person.displayName, person.password);
    await expect(frame.navigation).toBeVisible();
  }
});

test('[E2E3] lets one browser in by the printed address; the same address opens nothing for another', async ({ world, enter, browser }) => {
  const station = await world.station();
  await enter(station);
  const other = await browser.newPage();
  const otherSignIn = new SignInPage(other);
  await otherSignIn.open(station.address);
  await expect(otherSignIn.password).toBeHidden();
  await other.close();
});
