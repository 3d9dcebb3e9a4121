import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTramxa } from '../support/run-tramxa.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';
import { person as head, type Station, type World } from '../support/world.ts';

const id = (kind: string, serial: number): string => `${kind}:019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const exchange = (station: Station): Promise<unknown> => runTramxa(['station', 'sync', '--dir', station.dir, '--account', head.account, '--wait', '0'], { TRAMXA_PASSWORD: head.password });

async function handOver(world: World, station: Station): Promise<void> {
  const file = join(world.dir, 'lines.ndjson');
  const [patientId, visit, wrong, medicineId, dispense] = [id('patients', 1), id('encounters', 2), id('encounters', 3), id('medicines', 4), id('dispenses', 5)];
  const recordVisit = (of: string, diagnosis: string) => ({ operation: 'recordVisit', input: { id: of, patientId, occurredOn: today(), reason: 'Sốt', diagnoses: [{ text: diagnosis }] } });
  writeFileSync(file, [
    { operation: 'registerPatient', input: { id: patientId, fullName: 'Đỗ Thị Ánh Nguyệt', sex: 'female', bornOn: '1985', noNationalIdReason: 'notBrought', allergies: [{ substance: 'Penicilin' }] } },
    recordVisit(visit, 'Viêm họng'), recordVisit(wrong, 'Thuỷ đậu'), { operation: 'voidEncounter', input: { id: wrong, voidReason: 'wrongPatient' } },
    { operation: 'addMedicine', input: { id: medicineId, code: 'AMOX500', inn: 'Amoxicilin', strength: '500 mg', form: 'viên nang', baseUnit: 'viên' } },
    { operation: 'recordOpeningStock', input: { medicineId, lotNumber: 'A1', expiresOn: '2031-06', quantityBaseUnits: 100, occurredOn: today() } },
    { operation: 'dispenseMedicine', input: { id: dispense, patientId, occurredOn: today(), items: [{ medicineId, quantityBaseUnits: 15 }] } },
    { operation: 'reverseStock', input: { dispenseId: dispense, reason: 'wrongPatient' } },
    { operation: 'handOverPerson', input: { id: id('handovers', 6), patientId, toUnit: '25002', reason: 'movedHome' } },
  ].map((line) => JSON.stringify(line)).join('\n'));
  const done = await station.load(file);
  expect(done.refusedCount ?? 0, JSON.stringify(done)).toBe(0);
}

test('[HOV18] [DAY22] who is handed over comes with what was voided and undone marked so; a refusal half-written is there again after a kill', async ({ world, enter, page, signIn, person }) => {
  const district = await world.hub({ unit: '769', tier: 'district' });
  const from = await world.station({ unit: '25001', name: 'Trạm Y tế xã An Phú', hub: district });
  const to = await world.station({ unit: '25002', name: 'Trạm Y tế xã Bình Khánh', hub: district });
  await handOver(world, from);
  await exchange(from);
  await expect.poll(async () => { await exchange(to); return (await to.ask<{ arriving: unknown[] }>('handovers')).arriving.length; }, { timeout: 90_000 }).toBe(1);
  await enter(to);

  await page.getByRole('button', { name: words.handover.decline }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Không ở xã này');
  await expect(page.getByRole('dialog').getByTestId('draft-line')).toHaveAttribute('data-kind', 'kept');
  await to.stop('SIGKILL');
  await to.start();
  await page.goto(to.address);
  await signIn.signIn(head.displayName, head.password);
  // The page it belongs to is the first one: it stands there again by itself.
  await expect(page.getByRole('dialog').locator('textarea')).toHaveValue('Không ở xã này');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.getByRole('dialog').getByRole('button', { name: words.common.close }).click();

  await expect(page.getByText(words.handover.records_other.replace('{{count, number}}', '1'))).toBeVisible();
  await page.getByRole('button', { name: words.handover.acceptNew }).click();
  await expect(person.heading).toContainText('Đỗ Thị Ánh Nguyệt');
  const carried = page.getByTestId('carried');
  await expect(carried).toHaveCount(3);
  const undone = carried.filter({ hasText: 'Amoxicilin' });
  await expect(undone).toContainText(words.supply.reversed);
  await expect(undone).toContainText(words.supply.undoReasons.wrongPatient);
  const voided = carried.filter({ hasText: 'Thuỷ đậu' });
  await expect(voided).toContainText(words.encounters.statuses.voided);
  await expect(carried.filter({ hasText: 'Viêm họng' })).not.toContainText(words.encounters.statuses.voided);
  await voided.click();
  await expect(page.getByRole('dialog')).toContainText(words.encounters.voidReasons.wrongPatient);
});
