import { addDays, addMonths } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { OperationInput, OperationName } from '../../../src-shared/contract/operations.ts';

const id = (kind: string, serial: number): string => `${kind}:019a0000-0000-7000-8000-00000000${String(serial).padStart(4, '0')}`;
const line = <N extends OperationName>(operation: N, input: OperationInput<N>): string => JSON.stringify({ operation, input });
const today = todayInUnitZone(Date.now());
const guardian = (fullName: string, phone: string) => ({ fullName, relation: 'mẹ', phone });

/** Invented children: a girl of 22 months who falls behind, a boy of three years who is too heavy, one whose day of birth nobody knows, one known by the year, one never weighed, one not for long. */
export const hoa = { id: id('patients', 7401), fullName: 'Vàng Thị Hoa', sex: 'female', bornOn: addDays(addMonths(today, -22), -8), noNationalIdReason: 'neverIssued', village: 'Bản Nà Pó', householdHead: 'Vàng A Sính', guardian: guardian('Thào Thị Dợ', '0912000611') } as const;
export const hung = { id: id('patients', 7402), fullName: 'Trần Gia Hưng', sex: 'male', bornOn: addDays(addMonths(today, -40), -2), noNationalIdReason: 'neverIssued', village: 'Thôn 2', householdHead: 'Trần Văn Lộc', guardian: guardian('Bùi Thị Ngân', '0912000622') } as const;
export const xuan = { id: id('patients', 7403), fullName: 'Lò Thị Xuân', sex: 'female', bornOn: addMonths(today, -15).slice(0, 7), noNationalIdReason: 'neverIssued', village: 'Bản Nà Pó', householdHead: 'Lò Văn Pành', guardian: guardian('Quàng Thị Ín', '0912000633') } as const;
export const yen = { id: id('patients', 7404), fullName: 'Sùng A Yên', sex: 'male', bornOn: String(Number(today.slice(0, 4)) - 2), noNationalIdReason: 'neverIssued', village: 'Thôn 4', householdHead: 'Sùng A Páo', guardian: guardian('Giàng Thị Sua', '0912000644') } as const;
export const lung = { id: id('patients', 7405), fullName: 'Hoàng Đức Lương', sex: 'male', bornOn: addDays(addMonths(today, -9), -4), noNationalIdReason: 'newborn', village: 'Thôn 4', householdHead: 'Hoàng Đức Thắng', guardian: guardian('Nông Thị Hà', '0912000655') } as const;
export const mo = { id: id('patients', 7406), fullName: 'Lò Thị Mơ', sex: 'female', bornOn: addDays(addMonths(today, -13), -6), noNationalIdReason: 'neverIssued', village: 'Thôn 4', householdHead: 'Lò Văn Hặc', guardian: guardian('Cà Thị Pánh', '0912000666') } as const;

/** Visits with weight and height. */
export function growthLines(): string {
  let serial = 7410;
  const visit = (patient: { id: string }, occurredOn: string, kg: number | undefined, cm?: number) => line('recordVisit', {
    id: id('encounters', (serial += 1)), patientId: patient.id, occurredOn, reason: 'Cân đo', diagnoses: [{ text: 'Khám trẻ em, theo dõi tăng trưởng' }], advice: 'Ăn đủ bữa, đủ chất',
    observations: { ...(kg === undefined ? {} : { weightKg: { value: kg } }), ...(cm === undefined ? {} : { heightCm: { value: cm } }) },
  });
  const of = (patient: { id: string; bornOn: string }, rows: readonly (readonly [months: number, kg: number, cm?: number])[]) => rows.map(([months, kg, cm]) => visit(patient, addDays(addMonths(patient.bornOn, months), 3), kg, cm));
  return [
    ...[hoa, hung, xuan, yen, lung, mo].map((person) => line('registerPatient', person)),
    ...of(hoa, [[0, 3.1, 48.5], [2, 4.9, 56.2], [4, 6.1, 61], [6, 6.9, 64.4], [9, 7.4, 68], [12, 7.7, 70.5], [15, 8, 72.6], [18, 8.4, 74.6], [21, 8.7, 76.1]]),
    ...of(hung, [[1, 4.6, 54.8], [6, 8.3, 68], [12, 10.6, 76.5], [20, 13, 84.5], [28, 16.4, 91], [34, 19.3, 95.6], [39, 21.6, 98.2]]),
    ...of(mo, [[1, 4.1, 53.4], [3, 5.7, 59.2], [5, 6.7, 63.5]]),
    visit(xuan, addDays(today, -60), 9, 74.5), visit(xuan, addDays(today, -20), 9.6, 76.4),
    visit(yen, addDays(today, -30), 11.2, 84),
    '',
  ].join('\n');
}
