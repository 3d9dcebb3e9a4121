import type { Page } from '@playwright/test';
import { URI } from 'otpauth';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { reviewer } from '../support/world.ts';

const { common, hub: hubWords, hubAccounts, reference, review, session } = words;

/** Presses it as somebody without a mouse does. */
const press = async (page: Page, name: string, within = page.locator('body')) => {
  await tabTo(within.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
};
const follow = async (page: Page, name: string) => {
  await tabTo(page.getByRole('link', { name }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};
/** Types over whatever the field holds. */
const write = async (page: Page, label: string, text: string) => {
  await tabTo(page.getByRole('textbox', { name: label }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};
const signIn = async (page: Page, account: string, otpauth: string) => {
  await expect(page.getByRole('textbox', { name: session.account })).toBeFocused();
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(reviewer.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: review.code })).toBeFocused();
  await page.keyboard.type(URI.parse(otpauth).generate());
  await page.keyboard.press('Enter');
};

test('[E2E51] closes a month and opens it, publishes a medicine, adds an account, resets and disables it, by the keyboard alone', async ({ world, page }) => {
  const hub = await world.hub({ unit: '769', tier: 'district' });
  const manager = await hub.addUser('lan', 'manager', 'BS. Trần Thị Lan');
  const administrator = await hub.addUser('tuan', 'administrator', 'Nguyễn Anh Tuấn');
  await world.station({ hub });
  await page.goto(`${hub.url}/console/`);

  await signIn(page, 'lan', manager);
  await expect(page.getByTestId('stations').locator('tbody tr')).toHaveCount(1);
  await follow(page, review.months.title);
  await write(page, review.months.period, '10/2026');
  await page.keyboard.press('Enter');
  const month = page.getByTestId('locks').locator('tbody tr');
  await expect(month).toContainText('10/2026');
  await press(page, review.months.unlock);
  await expect(page.getByText(review.months.none)).toBeVisible();

  await follow(page, reference.title);
  await press(page, reference.add);
  const entry = page.getByTestId('edit-entry');
  await expect(entry.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type('PARA500');
  await write(page, reference.field.inn, 'Paracetamol');
  await write(page, reference.field.strength, '500 mg');
  await write(page, reference.field.form, 'viên nén');
  await write(page, reference.field.baseUnit, 'viên');
  await page.keyboard.press('Control+Enter');
  await expect(entry).toHaveCount(0);
  const medicine = page.locator('tr[data-code="PARA500"]');
  await expect(medicine).toContainText(reference.isNew);
  const publish = reference.publish_other.replace('{{count, number}}', '1');
  await press(page, publish);
  await expect(page.getByTestId('publish-catalogue').getByRole('button', { name: publish })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(medicine).not.toContainText(reference.isNew);
  await tabTo(medicine.getByRole('link'));
  await page.keyboard.press('Enter');
  await write(page, reference.field.strength, '650 mg');
  await page.keyboard.press('Control+Enter');
  await expect(medicine).toContainText(reference.isChanged);
  // The tier does not answer: nothing is said to be undone.
  await page.route('**/catalogues.discard*', (route) => route.abort());
  await press(page, `${reference.undo} PARA500`);
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(medicine).toContainText(reference.isChanged);
  await page.unroute('**/catalogues.discard*');
  await press(page, `${reference.undo} PARA500`);
  await expect(medicine).toContainText('500 mg');
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  await press(page, hubWords.signOut);

  await signIn(page, 'tuan', administrator);
  await follow(page, hubAccounts.title);
  await press(page, hubAccounts.add);
  const form = page.getByTestId('add-hub-account');
  await expect(form.getByRole('textbox', { name: hubAccounts.displayName })).toBeFocused();
  await page.keyboard.type('Lê Thị Xuân');
  await write(page, session.account, 'xuan');
  await tabTo(form.getByLabel(session.password, { exact: true }));
  await page.keyboard.type(reviewer.password);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('authenticator').getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  const xuan = page.locator('tr[data-account="xuan"]');
  await press(page, hubAccounts.reset, xuan);
  await expect(page.getByRole('dialog').getByLabel(session.password, { exact: true })).toBeFocused();
  await page.keyboard.type('mot cau khac that dai');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press(page, hubAccounts.disable, xuan);
  await expect(xuan).toContainText(hubAccounts.isDisabled);
  const machine = page.getByTestId('credentials').locator('tbody tr');
  await press(page, hubAccounts.revoke, machine);
  await expect(page.getByRole('button', { name: common.cancel })).toBeFocused();
  await press(page, hubAccounts.revoke, page.getByRole('dialog'));
  await expect(machine.getByRole('button')).toHaveCount(0);
});
