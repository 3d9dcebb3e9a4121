import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { person as head, type Station, type World } from '../support/world.ts';

const id = (kind: string, n: number) => `${kind}:019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [tram, nobody, trial] = [id('patients', 1), id('patients', 2), id('patients', 3)];
const [visit, struckOut, tablets] = [id('encounters', 11), id('encounters', 12), id('medicines', 3)];
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const openHash = (page: Page, hash: string) => page.evaluate(`location.hash = ${JSON.stringify(hash)}`);

async function load(world: World, station: Station): Promise<void> {
  const file = join(world.dir, 'lines.ndjson');
  const person = { sex: 'female', bornOn: '1985-03-15', noNationalIdReason: 'notBrought', village: 'Thôn Đoài' };
  writeFileSync(file, [
    { operation: 'registerPatient', input: { ...person, id: tram, fullName: 'Đặng Thuỳ Trâm' } },
    { operation: 'registerPatient', input: { ...person, id: nobody, fullName: 'Không Có Ai', bornOn: '1990' } },
    { operation: 'registerPatient', input: { ...person, id: trial, fullName: 'Ghi Thử', bornOn: '1991' } },
    { operation: 'voidPatient', input: { id: trial, voidReason: 'trial' } },
    ...[visit, struckOut].map((encounter) => ({ operation: 'recordVisit', input: { id: encounter, patientId: tram, occurredOn: today(), reason: 'Ho', diagnoses: [{ text: 'Cảm lạnh' }] } })),
    { operation: 'voidEncounter', input: { id: struckOut, voidReason: 'duplicate' } },
    { operation: 'addMedicine', input: { id: tablets, code: 'PARA500', inn: 'Paracetamol', strength: '500 mg', form: 'viên nén', baseUnit: 'viên' } },
    { operation: 'recordOpeningStock', input: { medicineId: tablets, lotNumber: 'A123', expiresOn: '2031-06', quantityBaseUnits: 500, occurredOn: today() } },
    { operation: 'dispenseMedicine', input: { patientId: tram, occurredOn: today(), items: [{ medicineId: tablets, quantityBaseUnits: 10 }] } },
  ].map((line) => JSON.stringify(line)).join('\n'));
  expect((await station.load(file)).refusedCount ?? 0).toBe(0);
}

/** Each form of the station's pages: where it is, what opens it, a field of it, and what is written there. */
interface Form { name: keyof typeof words.formNames; hash: string; press?: string; inDialog?: true; field: string; choose?: string }
const { people, encounters, supply, handover, voidPerson } = words;
const person = (of: string) => `/person?id=${of}`;
const forms: readonly Form[] = [
  { name: 'register', hash: '/people/new', field: people.field.fullName },
  { name: 'editPerson', hash: `/person-edit?id=${tram}`, field: people.field.occupation },
  { name: 'visit', hash: `/visit?patientId=${tram}`, field: encounters.field.reason },
  { name: 'checkup', hash: `/checkup?patientId=${tram}`, field: encounters.field.reason },
  { name: 'amend', hash: `/amend?id=${visit}`, field: encounters.field.treatment },
  { name: 'dispense', hash: `/dispense?patientId=${tram}`, field: supply.field.dosage },
  { name: 'receive', hash: `/store?medicineId=${tablets}`, press: supply.receive, inDialog: true, field: supply.field.lotNumber },
  { name: 'opening', hash: `/store?medicineId=${tablets}`, press: supply.opening, inDialog: true, field: supply.field.lotNumber },
  { name: 'adjust', hash: `/store?medicineId=${tablets}`, press: supply.adjust, inDialog: true, field: supply.field.documentNumber },
  { name: 'void', hash: `/encounter?id=${visit}`, press: encounters.void, inDialog: true, field: encounters.voidNote },
  { name: 'restore', hash: `/encounter?id=${struckOut}`, press: encounters.restore, inDialog: true, field: encounters.restoreReason },
  { name: 'handOver', hash: person(tram), press: handover.open, inDialog: true, field: handover.note },
  { name: 'voidPerson', hash: person(nobody), press: voidPerson.open, inDialog: true, field: voidPerson.note },
  { name: 'restorePerson', hash: person(trial), press: voidPerson.restore, inDialog: true, field: voidPerson.restoreReason },
  { name: 'undoDispense', hash: person(tram), press: words.common.undo, inDialog: true, field: '', choose: supply.undoReasons.broughtBack },
];
const typed = (form: Form) => `Dở ${form.name.toLowerCase()}`;
const placeOf = (page: Page, { inDialog }: Form): Locator => (inDialog ? page.getByRole('dialog') : page.locator('#main'));

test('[DAY22] every form and dialog in which something is written is a draft: all of them are there again after a kill', async ({ world, enter, page, signIn, frame }) => {
  test.setTimeout(360_000);
  const station = await world.station();
  await load(world, station);
  await enter(station);
  for (const form of forms) {
    await openHash(page, form.hash);
    if (form.press) await page.getByRole('button', { name: form.press, exact: true }).first().click();
    const place = placeOf(page, form);
    if (form.choose) await place.getByText(form.choose).click();
    else await place.getByRole('textbox', { name: form.field }).first().fill(typed(form));
    await expect(place.getByTestId('draft-line').last(), form.name).toHaveAttribute('data-kind', 'kept');
    if (form.inDialog) await page.getByRole('dialog').getByRole('button', { name: words.common.close }).click();
  }
  await station.stop('SIGKILL');
  await station.start();
  await page.goto(station.address);
  await expect(signIn.password).toBeVisible();
  await signIn.signIn(head.displayName, head.password);
  await frame.go('today');
  const unfinished = page.getByTestId('unfinished').getByRole('listitem');
  await expect(unfinished).toHaveCount(forms.length);
  for (const form of forms) {
    await frame.go('today');
    await unfinished.filter({ hasText: new RegExp(words.formNames[form.name]) }).getByRole('button', { name: words.today.continue }).click();
    const place = placeOf(page, form);
    if (form.choose) await expect(place.getByRole('radio', { name: form.choose })).toBeChecked();
    else await expect(place.getByRole('textbox', { name: form.field }).first(), form.name).toHaveValue(typed(form));
    if (form.inDialog) await page.getByRole('dialog').getByRole('button', { name: words.common.close }).click();
  }
});

test('[DAY25] a person’s record entered in error is struck out with a reason and used again, by the keyboard alone; both are seen, and reach the tier above', async ({ world, enter, page, people: list }) => {
  const district = await world.hub({ unit: '769', tier: 'district' });
  const station = await world.station({ hub: district });
  await load(world, station);
  await enter(station);
  const keys = page.keyboard;
  const dialog = page.getByRole('dialog');

  // What hangs on a record is said, and it stays.
  await openHash(page, person(tram));
  await tabTo(page.getByRole('button', { name: voidPerson.open }));
  await keys.press('Enter');
  await dialog.getByText(voidPerson.reasons.enteredInError).click();
  await dialog.getByRole('button', { name: voidPerson.confirm }).click();
  await expect(dialog.getByText(words.refusals.PersonHasRecords.replace('{{encounters}}', '1').replace('{{dispenses}}', '1'))).toBeVisible();
  await dialog.getByRole('button', { name: words.common.cancel }).click();

  await openHash(page, person(nobody));
  await tabTo(page.getByRole('button', { name: voidPerson.open }));
  await keys.press('Enter');
  await tabTo(dialog.getByRole('radio').first());
  await keys.press('Space');
  await keys.press('Tab');
  await keys.type('Chép nhầm từ sổ cũ');
  await tabTo(dialog.getByRole('button', { name: voidPerson.confirm }));
  await Promise.all(Array.from({ length: 5 }, () => keys.press('Enter')));
  const banner = page.getByTestId('voided-person');
  await expect(banner).toContainText('Chép nhầm từ sổ cũ');
  await expect(page.getByRole('button', { name: people.person.visit })).toBeHidden();
  await keys.press('F2');
  await keys.type('khong co ai');
  await expect(list.rows.first()).toContainText(voidPerson.badge);
  const provedAbove = () => expect.poll(async () => (await station.ask<{ proved: { unit: string }[] }[]>('recordTicks', { ids: [nobody] }))[0]?.proved.some(({ unit }) => unit === '769'), { timeout: 60_000 }).toBe(true);
  await provedAbove();

  await keys.press('Enter');
  await tabTo(banner.getByRole('button', { name: voidPerson.restore }));
  await keys.press('Enter');
  await expect(dialog.getByRole('textbox', { name: voidPerson.restoreReason })).toBeFocused();
  await keys.type('Có người này thật');
  await tabTo(dialog.getByRole('button', { name: voidPerson.restore }));
  await keys.press('Enter');
  await expect(page.getByTestId('voidings')).toContainText('Có người này thật');
  await expect(page.getByTestId('voidings')).toContainText('Chép nhầm từ sổ cũ');
  await provedAbove();
  expect((await station.ask<{ voided?: unknown; voidings: unknown[] }>('patient', { id: nobody })).voidings).toHaveLength(1);
});
