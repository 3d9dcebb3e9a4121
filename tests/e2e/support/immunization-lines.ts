import { addDays, addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { OperationInput, OperationName } from '../../../src-shared/contract/operations.ts';

const id = (kind: string, serial: number): string => `${kind}:019a0000-0000-7000-8000-00000000${String(serial).padStart(4, '0')}`;
const line = <N extends OperationName>(operation: N, input: OperationInput<N>): string => JSON.stringify({ operation, input });
const today = todayInUnitZone(Date.now());
const guardian = { relation: 'mẹ', phone: '0912000111' } as const;

/** Invented children: one of four months with the doses of birth, one of twenty months with most of the schedule, one whose day of birth nobody knows, one just born. */
export const an = { id: id('patients', 7101), fullName: 'Lò Minh An', sex: 'male', bornOn: addDays(addMonths(today, -4), -6), noNationalIdReason: 'newborn', village: 'Bản Nà Pó', householdHead: 'Lò Văn Dũng', guardian: { ...guardian, fullName: 'Quàng Thị Hiền' } } as const;
export const binh = { id: id('patients', 7102), fullName: 'Nguyễn Gia Bình', sex: 'female', bornOn: addDays(addMonths(today, -20), -3), noNationalIdReason: 'neverIssued', village: 'Thôn 4', householdHead: 'Nguyễn Văn Thành', guardian: { ...guardian, fullName: 'Trần Thị Thu', phone: '0912000222' } } as const;
export const chi = { id: id('patients', 7103), fullName: 'Giàng Thị Chi', sex: 'female', bornOn: String(Number(today.slice(0, 4)) - 2), noNationalIdReason: 'neverIssued', village: 'Bản Nà Pó', householdHead: 'Giàng A Tủa', guardian: { ...guardian, fullName: 'Vàng Thị Mỷ', phone: '0912000333' } } as const;
export const newborn = { id: id('patients', 7104), fullName: 'Phạm Bảo Ngọc', sex: 'female', bornOn: addDays(today, -1), noNationalIdReason: 'newborn', village: 'Thôn 2', householdHead: 'Phạm Văn Hải', guardian: { ...guardian, fullName: 'Đỗ Thị Lan', phone: '0912000444' } } as const;
/** Of whom nothing is written down: the doses stand in a paper book somewhere. */
export const unwritten = { id: id('patients', 7106), fullName: 'Lê Hoàng Dũng', sex: 'male', bornOn: addMonths(today, -38), noNationalIdReason: 'neverIssued', village: 'Thôn 2', householdHead: 'Lê Văn Tám', guardian: { ...guardian, fullName: 'Lê Văn Tám', relation: 'bố', phone: '0912000555' } } as const;
export const mother = { id: id('patients', 7105), fullName: 'Trần Thị Thu', sex: 'female', bornOn: '1995-02-11', noNationalIdReason: 'notBrought', village: 'Thôn 4', householdHead: 'Nguyễn Văn Thành' } as const;

export const fiveInOne = id('medicines', 7201);
export const fiveInOneLot = 'PENTA-2611';
const measles = id('medicines', 7202);

/** Vaccines in the store room counted in doses, and what was given, not given and seen. */
export function immunizationLines(): string {
  const dose = (patient: { id: string }, vaccine: OperationInput<'recordImmunization'>['vaccine'], doseNumber: number, occurredOn: string, more: Partial<OperationInput<'recordImmunization'>> = {}) => line('recordImmunization', {
    patientId: patient.id, vaccine, doseNumber, occurredOn, place: 'here', programme: 'expanded', screening: { outcome: 'eligible' }, observation: 'normal', lotNumber: `${vaccine.toUpperCase()}-26${String(doseNumber).padStart(2, '0')}`, ...more,
  });
  const elsewhere = { place: 'elsewhere', placeName: 'Bệnh viện huyện', lotNumber: undefined, screening: undefined, observation: undefined } as const;
  const at = (months: number, days = 0) => addDays(addMonths(binh.bornOn, months), days);
  const fever = id('immunizations', 7301);
  const twice = id('immunizations', 7302);
  return [
    ...[an, binh, chi, newborn, unwritten, mother].map((person) => line('registerPatient', person)),
    line('addMedicine', { id: fiveInOne, code: 'VX-5TRONG1', inn: 'Vắc xin 5 trong 1', strength: '0,5 ml', form: 'lọ 1 liều', baseUnit: 'liều', atc: 'J07CA11' }),
    line('addMedicine', { id: measles, code: 'VX-SOI', inn: 'Vắc xin sởi', form: 'lọ 10 liều', baseUnit: 'liều', atc: 'J07BD01' }),
    line('recordOpeningStock', { medicineId: fiveInOne, lotNumber: fiveInOneLot, expiresOn: addDays(today, 200), quantityBaseUnits: 20, occurredOn: today }),
    line('recordOpeningStock', { medicineId: fiveInOne, lotNumber: 'PENTA-2705', expiresOn: addDays(today, 400), quantityBaseUnits: 40, occurredOn: today }),
    line('recordOpeningStock', { medicineId: measles, lotNumber: 'MV-0926', expiresOn: addDays(today, 120), quantityBaseUnits: 30, occurredOn: today }),
    dose(an, 'HEPB0', 1, an.bornOn, elsewhere), dose(an, 'BCG', 1, addDays(an.bornOn, 20), { observation: 'normal' }),
    dose(an, 'DPT-VGB-Hib', 1, addDays(an.bornOn, 66)), dose(an, 'bOPV', 1, addDays(an.bornOn, 66)), dose(an, 'ROTA', 1, addDays(an.bornOn, 66)),
    dose(an, 'DPT-VGB-Hib', 2, addDays(today, -9), { status: 'notDone', notDoneReason: 'ill', lotNumber: undefined, screening: undefined, observation: undefined, note: 'Sốt 38,5 °C, hẹn tuần sau' }),
    dose(binh, 'HEPB0', 1, at(0), elsewhere), dose(binh, 'BCG', 1, at(0, 25)),
    dose(binh, 'DPT-VGB-Hib', 1, at(2, 2)), dose(binh, 'bOPV', 1, at(2, 2)), dose(binh, 'ROTA', 1, at(2, 2)),
    line('recordImmunization', { id: fever, patientId: binh.id, vaccine: 'DPT-VGB-Hib', doseNumber: 2, occurredOn: at(3, 4), place: 'here', programme: 'expanded', screening: { outcome: 'eligible' }, observation: 'reaction', lotNumber: 'PENTA-2503', route: 'intramuscular', site: 'leftThigh' }),
    line('addImmunizationReaction', { id: fever, onsetOn: at(3, 4), onsetHours: 6, signs: 'Sốt 38,7 °C, sưng đỏ chỗ tiêm, quấy khóc', severity: 'mild', outcome: 'recovered', treatment: 'Chườm ấm, paracetamol' }),
    dose(binh, 'bOPV', 2, at(3, 4)), dose(binh, 'ROTA', 2, at(3, 4)), dose(binh, 'DPT-VGB-Hib', 3, at(4, 5)), dose(binh, 'bOPV', 3, at(4, 5)), dose(binh, 'IPV', 1, at(5, 3)), dose(binh, 'IPV', 2, at(9, 6)), dose(binh, 'MVVAC', 1, at(9, 6)),
    dose(binh, 'JE', 1, at(12, 8)), dose(binh, 'JE', 2, at(12, 17)),
    dose(binh, 'PCV', 1, at(2, 20).slice(0, 7), { ...elsewhere, programme: 'service', placeName: 'VNVC', tradeName: 'Synflorix' }),
    line('recordImmunization', { id: twice, patientId: binh.id, vaccine: 'MR', doseNumber: 1, occurredOn: today, place: 'here', programme: 'expanded', screening: { outcome: 'eligible' }, lotNumber: 'MR-01' }),
    line('voidImmunization', { id: twice, voidReason: 'wrongPatient', note: 'Nhầm với em họ' }),
    dose(newborn, 'HEPB0', 1, today), dose(newborn, 'BCG', 1, today), dose(chi, 'MVVAC', 1, today), dose(chi, 'JE', 1, today), dose(chi, 'DPT-VGB-Hib', 1, today),
    dose(mother, 'TT', 1, addMonths(binh.bornOn, -4), { programme: 'expanded' }), dose(mother, 'TT', 2, addMonths(binh.bornOn, -3), { programme: 'expanded' }),
    '',
  ].join('\n');
}
