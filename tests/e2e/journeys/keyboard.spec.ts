import { expect, test } from '../support/test.ts';
import { tabTo } from '../support/tab-to.ts';
import { filled, words } from '../support/words.ts';
import { person as nurse } from '../support/world.ts';

const name = 'Ngô Thị Phượng';

test('[E2E4] works by the keyboard alone: sign in, register, find, open, record a visit', async ({ world, page, frame, signIn, people, person, encounter }) => {
  const { keyboard } = page;
  await signIn.open((await world.station()).address);
  await expect(signIn.password).toBeFocused();
  await keyboard.type(nurse.password);
  await keyboard.press('Enter');
  await expect(frame.navigation).toBeVisible();

  await keyboard.press('Alt+2');
  await expect(people.search).toBeFocused();
  await keyboard.type(name);
  await tabTo(page.getByRole('button', { name: words.people.register }).first());
  await keyboard.press('Enter');
  const fullName = page.getByRole('textbox', { name: words.people.field.fullName, exact: true });
  await expect(fullName).toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(name);
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('ArrowRight');
  await tabTo(page.getByRole('textbox', { name: words.people.field.bornOn, exact: true }));
  await keyboard.type('12/05/1978');
  await tabTo(page.getByRole('textbox', { name: words.people.field.nationalId, exact: true }));
  await keyboard.type('079178000123');
  await keyboard.press('Control+Enter');
  await expect(person.heading).toContainText(name);

  await keyboard.press('F2');
  await expect(people.search).toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('phuong 1978');
  await keyboard.press('Enter');
  await expect(person.heading).toContainText(name);

  await tabTo(page.getByRole('button', { name: words.people.person.visit, exact: true }));
  await keyboard.press('Enter');
  await expect(encounter.text(words.encounters.field.reason)).toBeFocused();
  await keyboard.type('Ho khan');
  await tabTo(encounter.text(words.encounters.field.symptoms));
  await keyboard.type('Họng đỏ nhẹ');
  await keyboard.press('Control+Enter');
  await expect(page.getByText(filled(words.encounters.submitted, { kind: words.encounters.kinds.visit, name }))).toBeVisible();
});

test('[SCR118] what is typed right behind F2 goes to the page it opens', async ({ world, enter, page }) => {
  await enter(await world.station());
  await page.getByRole('heading', { level: 1, name: words.today.title }).waitFor();
  // Within one turn, as two keys that wait in the keyboard's buffer: the second must find the field.
  const focused = await page.evaluate<string | null>(`(async () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, cancelable: true }));
    await Promise.resolve();
    return document.activeElement?.getAttribute('role') ?? null;
  })()`);
  expect(focused).toBe('combobox');
  await page.keyboard.press('Alt+1');
  await page.getByRole('heading', { level: 1, name: words.today.title }).waitFor();
  await page.keyboard.press('F2');
  await page.keyboard.type('phuong');
  await expect(page.getByRole('combobox', { name: words.people.search })).toHaveValue('phuong');
});

test('[SCR141] [E2E43] receives medicine and hands it out by the keyboard alone', async ({ world, enter, page, people, person }) => {
  const { keyboard } = page;
  const { field } = words.supply;
  await enter(await world.station());
  await keyboard.press('Alt+2');
  await people.register({ fullName: name, sex: 'female', bornOn: '12/05/1978', noIdReason: 'notBrought' });
  await expect(person.heading).toContainText(name);

  await keyboard.press('Alt+3');
  await tabTo(page.getByRole('button', { name: words.supply.receive, exact: true }).first());
  await keyboard.press('Enter');
  const form = page.getByTestId('stock-in-form');
  await expect(form.getByRole('combobox').first()).toBeFocused();
  await keyboard.type('paracetamol 500');
  await expect(page.getByRole('option').first()).toBeVisible();
  await keyboard.press('Enter');
  for (const [label, typed] of [[field.lotNumber, 'A124'], [field.expiresOn, '06/2031'], [field.quantity, '1.000']] as const) {
    await tabTo(form.getByRole('textbox', { name: new RegExp(`^${label}`) }));
    await keyboard.type(typed);
  }
  await keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  await expect(page.getByTestId('medicine-detail')).toContainText('A124');
  await expect(page.getByTestId('medicine-detail')).toContainText('1.000');

  await keyboard.press('F2');
  await expect(people.search).toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('phuong');
  await keyboard.press('Enter');
  await expect(person.heading).toContainText(name);
  await keyboard.press('Alt+P');
  await expect(page.getByTestId('dispense-form').getByRole('combobox').first()).toBeFocused();
  await keyboard.type('para');
  await expect(page.getByRole('option').first()).toBeVisible();
  await keyboard.press('Enter');
  await tabTo(page.getByTestId('dispense-form').getByRole('textbox', { name: field.quantity }));
  await keyboard.type('10');
  await keyboard.press('Control+Enter');
  await expect(person.entries.filter({ hasText: 'Paracetamol' })).toHaveCount(1);

  // A visit is submitted and its medicine handed out with two keys, and so it goes from the visit later.
  await keyboard.press('Alt+K');
  const reason = page.getByRole('textbox', { name: words.encounters.field.reason, exact: true });
  await expect(reason).toBeVisible();
  await keyboard.press('Alt+P');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await reason.fill('Ho, sốt 2 ngày');
  await page.getByRole('textbox', { name: words.encounters.field.symptoms, exact: true }).fill('Họng đỏ');
  await keyboard.press('Alt+P');
  await expect(page.getByTestId('dispense-form').getByRole('combobox').first()).toBeFocused();
  expect(page.url()).toContain('encounterId=');
});
