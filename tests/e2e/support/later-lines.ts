import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { OperationInput, OperationName } from '../../../src-shared/contract/operations.ts';
import { equipmentId } from './equipment-lines.ts';
import { fiveInOne } from './immunization-lines.ts';
import { quyen } from './maternal-lines.ts';
import { mai } from './picture-lines.ts';

const line = <N extends OperationName>(operation: N, input: OperationInput<N>): string => JSON.stringify({ operation, input });
const childId = (serial: number) => `patients:019a0000-0000-7000-8000-00000000${serial}`;

/** Two children written down before their births were: at the day of the birth, and a day later of the other sex. */
export function childrenLines(): string {
  const day = addDays(todayInUnitZone(Date.now()), -2);
  const child = (serial: number, more: Pick<OperationInput<'registerPatient'>, 'fullName' | 'sex' | 'guardian'> & Partial<OperationInput<'registerPatient'>>) =>
    line('registerPatient', { id: childId(serial), noNationalIdReason: 'newborn', bornOn: day, village: quyen.village, ...more });
  return [
    child(8691, { fullName: 'Đặng Thị Bé Mai', sex: 'female', guardian: { fullName: quyen.fullName, relation: 'mẹ', phone: quyen.phone } }),
    child(8692, { fullName: 'Đặng Văn Bé Nam', sex: 'male', bornOn: addDays(day, 1), householdHead: quyen.householdHead, guardian: { fullName: 'Lê Thị Nhàn', relation: 'mẹ' } }), '',
  ].join('\n');
}

/** A cold store nobody decided about, lots with what was seen of their vial monitors, two reported cases. */
export function furtherLines(): string {
  const today = todayInUnitZone(Date.now());
  const detectedAt = new Date(Date.now() - 3_600_000).toISOString();
  const lot = (lotNumber: string, vvmStage: number) => line('receiveStock', { medicineId: fiveInOne, lotNumber, expiresOn: addDays(today, 300), quantityBaseUnits: 20, occurredOn: today, source: 'programme', vvmStage });
  return [
    line('addEquipment', { id: equipmentId(21), name: 'Kho lạnh', countUnit: 'cái', quantity: 1, location: 'Phòng tiêm chủng' }),
    lot('PENTA-2801', 2), lot('PENTA-2802', 3),
    line('reportCase', { patientId: mai.id, diseaseId: 'dengue', detectedAt, diagnosis: 'Sốt xuất huyết Dengue', classification: 'probable', onsetOn: addDays(today, -3), outcome: 'treated', vaccination: 'none' }),
    line('reportCase', { patientId: quyen.id, diseaseId: 'measles', detectedAt, diagnosis: 'Sởi', classification: 'suspected', onsetOn: addDays(today, -1), outcome: 'treated', vaccination: 'none' }), '',
  ].join('\n');
}
