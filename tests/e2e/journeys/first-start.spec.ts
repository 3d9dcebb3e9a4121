import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FirstStartPage } from '../pages/first-start.page.ts';
import { serveTramxa, runTramxa } from '../support/run-tramxa.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { person } from '../support/world.ts';

test('[E2E30] a first start makes a real station in the window: unit from the list, head, recovery code typed back', async ({ world, page, signIn, frame }) => {
  const dir = join(world.dir, 'first');
  mkdirSync(dir);
  const served = await serveTramxa(['station', 'serve', '--dir', dir]);
  try {
    const first = new FirstStartPage(page);
    await page.goto(served.address);
    await expect(first.whole).toBeVisible();
    expect(await findAxeProblems(page)).toEqual([]);
    await first.way('real').click();
    await first.next.click();
    await expect(page.getByText(words.problems.required).first()).toBeVisible();
    await first.pickUnit('ba dinh ha noi', 'Phường Ba Đình, Thành phố Hà Nội');
    await first.next.click();
    await first.fillHead(person.displayName, person.password);
    const account = page.getByLabel(words.accounts.field.account);
    await expect(account).toHaveValue('hoa');
    await account.click();
    await page.keyboard.type('hoa');
    await expect(account).toHaveValue('hoa');
    await first.make.click();
    await expect(first.begin).toBeDisabled();
    const code = await first.typeCodeBack();
    await first.begin.click();
    await signIn.signIn(person.displayName, person.password);
    await expect(frame.navigation).toBeVisible();
    await expect(page.getByText('Trạm Y tế phường Ba Đình').first()).toBeVisible();

    await frame.chooseFromUserMenu('signOut');
    await page.getByRole('button', { name: words.session.forgotten }).click();
    await page.getByLabel(words.accounts.recoveryCode).fill(code);
    const fresh = page.getByRole('dialog').locator('input[name="new-password"]');
    await fresh.nth(0).fill('mot cau moi hon');
    await fresh.nth(1).fill('mot cau moi hon');
    await page.getByRole('dialog').getByRole('button', { name: words.accounts.act.reset }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await signIn.signIn(person.displayName, 'mot cau moi hon');
    await expect(frame.navigation).toBeVisible();
  } finally {
    await served.stop();
  }
});

test('[SCR134] a first start loaded again goes on with the commune and the name that stood there', async ({ world, page }) => {
  const dir = join(world.dir, 'again');
  mkdirSync(dir);
  const served = await serveTramxa(['station', 'serve', '--dir', dir]);
  try {
    const first = new FirstStartPage(page);
    const name = page.getByLabel(words.firstStart.unitName);
    await page.goto(served.address);
    await first.way('real').click();
    await first.pickUnit('ba dinh ha noi', 'Phường Ba Đình, Thành phố Hà Nội');
    await expect(name).toHaveValue('Trạm Y tế phường Ba Đình');
    await name.fill('Trạm Ba Đình');
    await page.reload();
    await expect(name).toHaveValue('Trạm Ba Đình');
    await first.next.click();
    await expect(page.getByLabel(words.accounts.field.displayName)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(words.accounts.field.displayName)).toBeVisible();
    await page.getByRole('button', { name: words.common.back }).click();
    await expect(name).toHaveValue('Trạm Ba Đình');
  } finally {
    await served.stop();
  }
});

test('[SCR36] [E2E31] an enrolment file and its PIN name the station and join it to the tier above', async ({ world, page, signIn, frame }) => {
  const hub = await world.hub({ unit: '769', tier: 'district' });
  const out = join(world.dir, 'files');
  const { made } = await runTramxa<{ made: { file: string; pin: string }[] }>(['hub', 'enrol', '--dir', hub.dir, '--address', hub.url, '--out', out, '--unit', '25001', '--name', 'Trạm Y tế xã An Phú']);
  const dir = join(world.dir, 'joined');
  mkdirSync(dir);
  const served = await serveTramxa(['station', 'serve', '--dir', dir]);
  try {
    const first = new FirstStartPage(page);
    await page.goto(served.address);
    await first.way('real').click();
    await page.locator('input[type="file"]').setInputFiles(made[0]?.file ?? '');
    await page.getByLabel(words.firstStart.pin).fill('0000-0001');
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.refusals.WrongPin)).toBeVisible();
    await page.getByLabel(words.firstStart.pin).fill(made[0]?.pin ?? '');
    await expect(page.getByText(words.refusals.WrongPin)).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('joined')).toContainText('Trạm Y tế xã An Phú');
    await first.next.click();
    await first.fillHead(person.displayName, person.password);
    await first.make.click();
    await first.typeCodeBack();
    await first.begin.click();
    await signIn.signIn(person.displayName, person.password);
    await expect(frame.navigation).toBeVisible();
    await expect(frame.truth).not.toContainText(words.truth.notEnrolled);
  } finally {
    await served.stop();
  }
});

test('[E2E32] practice opens with invented people, a banner and its password on the page, and the folder of the real station stays empty', async ({ world, page, signIn, frame }) => {
  const dir = join(world.dir, 'practice');
  mkdirSync(dir);
  const served = await serveTramxa(['station', 'serve', '--dir', dir]);
  try {
    const first = new FirstStartPage(page);
    await page.goto(served.address);
    await first.way('practice').click();
    await expect(page.getByText(words.session.practicePassword.replace('{{password}}', 'tap thu'))).toBeVisible({ timeout: 120_000 });
    await signIn.signIn('Trần Văn Minh', 'tap thu');
    await expect(frame.navigation).toBeVisible();
    await expect(page.getByText(words.common.practice).first()).toBeVisible();
    expect(readdirSync(dir)).toEqual([]);
  } finally {
    await served.stop();
  }
});
