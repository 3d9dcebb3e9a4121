import type { Album } from '../support/album.ts';
import { expect } from '../support/test.ts';
import { checkupOfMai, mai, struckOut, visitOfMai } from '../support/picture-lines.ts';

/** The pages a nurse sees every day: today, people, one person, the two forms, the store. */
export async function walkDay(album: Album): Promise<void> {
  const { page, words } = album;
  const { people, encounters } = words;
  await album.open('/');
  await page.getByTestId('truth-line').waitFor();
  await album.take('today');
  await album.takeAs('today-dark', { dark: true });
  await album.takeAs('today-small', { small: true });
  await album.takeAs('today-low', { low: true });
  await album.open('/people');
  await page.getByRole('option').first().waitFor();
  await album.take('people');
  await page.getByRole('combobox').fill('vu thi mai 1991');
  await page.getByRole('option').filter({ hasText: mai.fullName }).first().waitFor();
  await album.take('people-search');
  await page.getByRole('combobox').fill('khong co ai ten nay');
  await page.getByText(people.none).waitFor();
  await album.take('people-none');
  await album.open('/people/new');
  await page.getByRole('textbox', { name: people.field.fullName, exact: true }).fill('Vu Thi Mai');
  await page.getByRole('textbox', { name: people.field.bornOn, exact: true }).fill('1991');
  await page.getByRole('textbox', { name: people.field.village, exact: true }).fill('Thôn 4');
  await page.getByTestId('look-alikes').waitFor();
  await album.take('register-look-alike');
  await page.getByRole('button', { name: people.save }).click();
  await page.getByRole('alert').first().waitFor();
  await album.take('register-missing');
  await album.open(`/person?id=${mai.id}`);
  await page.getByTestId('timeline').getByRole('listitem').first().waitFor();
  await album.take('person');
  await album.takeAs('person-dark', { dark: true });
  await album.takeAs('person-small', { small: true });
  await page.getByRole('button', { name: words.same.mark }).click();
  await page.getByRole('dialog').waitFor();
  await album.take('person-same');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.handover.open }).click();
  await page.getByTestId('hand-over').waitFor();
  await album.take('person-hand-over');
  await page.getByTestId('hand-over').getByRole('button', { name: words.common.cancel }).click();
  await page.getByRole('button', { name: words.voidPerson.open }).click();
  await page.getByRole('dialog').getByText(words.voidPerson.reasons.enteredInError).click();
  await page.getByRole('dialog').getByRole('button', { name: words.voidPerson.confirm }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await album.take('person-void');
  await page.getByRole('dialog').getByRole('button', { name: words.common.cancel }).click();
  await album.open(`/person?id=${struckOut}`);
  await page.getByTestId('voided-person').waitFor();
  await album.take('person-voided');
  await album.open(`/checkup?patientId=${mai.id}`);
  await page.locator('input[data-vital="heightCm"]').fill('158');
  await page.locator('input[data-vital="weightKg"]').fill('52,5');
  await page.locator('input[data-vital="temperatureC"]').fill('368');
  await page.keyboard.press('Tab');
  await album.take('checkup-form');
  await page.getByRole('button', { name: encounters.submit, exact: true }).click();
  await page.getByRole('alert').first().waitFor();
  await album.take('checkup-missing');
  await album.open(`/visit?patientId=${mai.id}`);
  await page.getByRole('textbox', { name: encounters.field.reason, exact: true }).fill('Ho, sốt 2 ngày');
  await page.getByRole('combobox', { name: encounters.field.diagnosisText, exact: true }).first().fill('Viêm họng cấp');
  await album.take('visit-form');
  await album.takeAs('visit-form-dark-small', { dark: true, small: true });
  await album.open(`/encounter?id=${checkupOfMai}`);
  await page.getByRole('button', { name: encounters.amend, exact: true }).waitFor();
  await album.take('encounter');
  await page.getByRole('button', { name: encounters.void }).click();
  await page.getByRole('dialog').waitFor();
  await album.take('encounter-void');
  await page.getByRole('dialog').getByText(encounters.voidReasons.duplicate).click();
  await page.getByRole('dialog').getByRole('button', { name: encounters.voidConfirm }).click();
  await page.getByRole('button', { name: encounters.restore }).waitFor();
  await album.take('encounter-voided');
  await page.getByRole('button', { name: encounters.restore }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Hủy nhầm');
  await album.take('encounter-restore');
  await page.getByRole('dialog').getByRole('button', { name: encounters.restoreConfirm }).click();
  await page.getByRole('button', { name: encounters.void }).waitFor();
}

/** The store room and its dialogs. */
export async function walkStore(album: Album): Promise<void> {
  const { page, words } = album;
  const { supply } = words;
  await album.open('/store');
  await page.getByTestId('medicine-list').getByRole('link').first().click();
  await page.getByTestId('lots').waitFor();
  await album.take('store');
  await album.takeAs('store-dark', { dark: true });
  await album.takeAs('store-small', { small: true });
  await album.takeAs('store-low', { low: true });
  for (const kind of ['receive', 'opening'] as const) {
    await page.getByRole('button', { name: supply[kind], exact: true }).first().click();
    const form = page.getByTestId('stock-in-form');
    await form.getByRole('combobox').first().fill('para');
    if (kind === 'opening') await page.getByRole('option').first().click();
    else await page.getByRole('option').first().waitFor();
    await album.take(`store-${kind}`);
    await page.keyboard.press('Escape');
    if (kind === 'receive') await page.keyboard.press('Escape');
    await expect(async () => {
      await form.getByRole('button', { name: words.common.cancel }).click({ timeout: 1000 }).catch(() => undefined);
      await expect(form).toBeHidden({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
  }
  await page.getByTestId('lots').getByRole('button', { name: supply.adjust }).first().click();
  await page.getByRole('dialog').waitFor();
  await album.take('store-adjust');
  await page.keyboard.press('Escape');
  await page.getByTestId('stock-card').scrollIntoViewIfNeeded();
  await album.take('store-card');
  await album.open(`/dispense?patientId=${mai.id}`);
  const form = page.getByTestId('dispense-form');
  await form.getByPlaceholder(supply.search).or(form.getByRole('combobox', { name: supply.field.medicine })).first().fill('para');
  await page.getByRole('option').first().click();
  await form.getByRole('textbox', { name: supply.field.quantity }).first().fill('20');
  await form.getByRole('textbox', { name: supply.field.dosage }).first().fill('Ngày 2 lần, mỗi lần 1 viên');
  await page.getByText(supply.willTake.split('{{')[0] ?? '').first().waitFor();
  await album.take('dispense');
  await form.getByRole('button', { name: supply.saveDispense, exact: true }).click();
  await page.getByTestId('ask-allergy').waitFor();
  await album.take('dispense-allergy');
  await page.keyboard.press('Escape');
}

/** Import, accounts, help, exchange and the end of the day. */
export async function walkAround(album: Album, list: string): Promise<void> {
  const { page, words } = album;
  await album.open('/import?kind=patients');
  await album.take('import-choose');
  await page.locator('input[type="file"]').setInputFiles(list);
  await page.getByTestId('import-problems').waitFor();
  await page.getByTestId('import-counts').getByRole('button').waitFor();
  await album.take('import-look');
  await page.getByTestId('import-counts').getByRole('button').click();
  await page.getByText(words.imports.done).waitFor();
  await album.take('import-done');
  await album.open('/accounts');
  await page.getByTestId('accounts').locator('tbody tr').first().waitFor();
  await album.take('accounts');
  await page.getByRole('button', { name: words.accounts.add }).click();
  await page.getByRole('dialog').waitFor();
  await album.take('accounts-add');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.accounts.renewRecovery }).click();
  await page.getByRole('dialog').waitFor();
  await album.take('accounts-recovery');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.frame.userMenu }).click();
  await page.getByRole('menuitem', { name: words.frame.lock }).waitFor();
  await album.take('user-menu');
  await page.keyboard.press('Escape');
  await album.open('/help');
  await page.getByRole('button', { name: words.help.logShow }).click();
  await page.getByTestId('station-log').waitFor();
  await album.take('help');
  await album.open('/closing');
  await page.getByTestId('closing-verdict').waitFor();
  await album.take('closing');
  await album.takeAs('closing-dark', { dark: true });
  await album.takeAs('closing-small', { small: true });
  await album.open('/sync');
  await page.getByTestId('the-way').waitFor();
  await page.getByLabel(words.sync.lan.name).fill(album.language === 'vi' ? 'Phòng khám' : 'Consulting room');
  await page.getByRole('button', { name: words.sync.lan.on }).click();
  await page.getByTestId('neighbours').waitFor();
  await album.take('sync');
  await album.takeAs('sync-dark', { dark: true });
  await page.getByTestId('neighbours').scrollIntoViewIfNeeded();
  await album.take('sync-below');
  await page.getByRole('button', { name: words.sync.lan.add }).click();
  await page.getByTestId('pairing-code').waitFor();
  await album.take('sync-pairing');
  await page.keyboard.press('Escape');
}

/** The reviewer's words at the station, and the answer to them. */
export async function walkReturned(album: Album): Promise<void> {
  const { page, words } = album;
  await album.open('/');
  await page.getByTestId('returned').waitFor({ timeout: 60_000 });
  await album.take('today-returned');
  await page.getByTestId('returned').getByRole('link').first().click();
  await page.getByTestId('review-note').waitFor();
  await album.take('encounter-returned');
  await album.open(`/amend?id=${visitOfMai}`);
  await page.getByTestId('field-comment').first().waitFor();
  await album.take('correction');
  await page.getByRole('textbox', { name: words.encounters.field.treatment }).fill('Paracetamol 500 mg, ngày 3 viên, 5 ngày');
  await page.getByRole('textbox', { name: words.encounters.field.amendReason }).fill('Đã ghi liều và số ngày');
  await page.getByRole('button', { name: words.encounters.saveAmendment }).click();
  await page.getByRole('heading', { name: words.encounters.amendTitle }).waitFor({ state: 'hidden' });
}
