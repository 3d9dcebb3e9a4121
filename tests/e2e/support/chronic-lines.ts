import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { OperationInput, OperationName } from '../../../src-shared/contract/operations.ts';

const id = (kind: string, serial: number): string => `${kind}:019a0000-0000-7000-8000-00000000${String(serial).padStart(4, '0')}`;
const line = <N extends OperationName>(operation: N, input: OperationInput<N>): string => JSON.stringify({ operation, input });
const today = todayInUnitZone(Date.now());
const ago = (days: number): string => addDays(today, -days);

/** Invented people: two conditions and controlled, overdue and not controlled, over eighty and measured in a visit today, lost to care, moved away, suspected twice and once, one whom nobody suspects of anything, one due these days. */
export const hai = { id: id('patients', 8101), fullName: 'Trần Văn Hải', sex: 'male', bornOn: '1964-05-12', nationalId: '001064008101', village: 'Thôn 2', householdHead: 'Trần Văn Hải', phone: '0912000801' } as const;
export const bich = { id: id('patients', 8102), fullName: 'Lê Thị Bích', sex: 'female', bornOn: '1955', noNationalIdReason: 'notBrought', village: 'Thôn 4', householdHead: 'Lê Văn Thọ', phone: '0912000802' } as const;
export const cuc = { id: id('patients', 8103), fullName: 'Hoàng Thị Cúc', sex: 'female', bornOn: '1942-02-03', noNationalIdReason: 'notBrought', village: 'Bản Nà Pó', householdHead: 'Lò Văn Ơn' } as const;
export const dung = { id: id('patients', 8104), fullName: 'Phạm Văn Dũng', sex: 'male', bornOn: '1968-09-30', noNationalIdReason: 'notBrought', village: 'Thôn 4', householdHead: 'Phạm Văn Dũng', phone: '0912000804' } as const;
const en = { id: id('patients', 8105), fullName: 'Vũ Thị Én', sex: 'female', bornOn: '1959-12-01', noNationalIdReason: 'notBrought', village: 'Thôn 2', householdHead: 'Vũ Văn Sang' } as const;
export const phu = { id: id('patients', 8106), fullName: 'Nguyễn Văn Phú', sex: 'male', bornOn: '1971-04-21', noNationalIdReason: 'notBrought', village: 'Thôn 2', householdHead: 'Nguyễn Văn Phú', phone: '0912000806' } as const;
const que = { id: id('patients', 8107), fullName: 'Bùi Thị Quế', sex: 'female', bornOn: '1982', noNationalIdReason: 'notBrought', village: 'Thôn 4', householdHead: 'Bùi Văn Núi' } as const;
export const sen = { id: id('patients', 8108), fullName: 'Đỗ Thị Sen', sex: 'female', bornOn: '1990-06-15', noNationalIdReason: 'notBrought', village: 'Thôn 2', householdHead: 'Đỗ Văn Bảy' } as const;
const tam = { id: id('patients', 8109), fullName: 'Lò Thị Tâm', sex: 'female', bornOn: '1961-08', noNationalIdReason: 'notBrought', village: 'Bản Nà Pó', householdHead: 'Lò Văn Tâm' } as const;

/** Days ago, pressure, fasting glucose, kilograms. */
const courseOfHai = [[245, 168, 98, 9.4, 71], [214, 158, 96, 8.8, 70.5], [183, 150, 92, 8.1, 70], [152, 148, 88, 7.9, 69], [121, 144, 90, 7.4, 68.5], [90, 138, 86, 7.6, 68], [59, 136, 84, 7.1, 67.5], [25, 132, 82, 6.9, 67]] as const;

/** People under management with their follow-ups, people measured high, and what was struck out or changed. */
export function chronicLines(): string {
  const enrol = (person: { id: string }, condition: OperationInput<'enrolCondition'>['condition'], days: number, more: Partial<OperationInput<'enrolCondition'>> = {}) => line('enrolCondition', { patientId: person.id, condition, foundOn: ago(days + 20).slice(0, 7), foundBy: 'screening', enrolledOn: ago(days), ...more });
  const visit = (person: { id: string }, days: number, systolicMmHg: number, diastolicMmHg: number, more: Partial<OperationInput<'recordFollowUp'>> = {}) => line('recordFollowUp', { patientId: person.id, occurredOn: ago(days), bloodPressure: [{ systolicMmHg, diastolicMmHg }], ...more });
  const measured = (person: { id: string }, days: number, systolic: number, diastolic: number, reason: string) => line('recordVisit', {
    patientId: person.id, occurredOn: ago(days), reason, symptoms: 'Đã khám, không có dấu hiệu nặng', diagnoses: [], observations: { systolicMmHg: { value: systolic }, diastolicMmHg: { value: diastolic }, pulsePerMin: { value: 78 }, weightKg: { value: 61.5 } },
  });
  const moved = id('episodes', 8301);
  const wrong = id('followUps', 8302);
  return [
    ...[hai, bich, cuc, dung, en, phu, que, sen, tam].map((person) => line('registerPatient', person === hai ? { ...person, allergies: [{ substance: 'Enalapril', reaction: 'ho khan' }] } : person)),
    enrol(hai, 'hypertension', 250, { icd10: 'I10', riskFactors: ['smoking', 'salt', 'overweight'], complications: ['kidney'] }), enrol(hai, 'diabetes', 250, { icd10: 'E11', foundBy: 'hospital' }),
    ...courseOfHai.map(([days, systolic, diastolic, fastingGlucoseMmolL, weightKg], index) => visit(hai, days, systolic, diastolic, { fastingGlucoseMmolL, weightKg, missedDays: Math.max(0, 3 - index), advice: ['medicine', 'salt'], nextVisitOn: ago(days - 30), ...(index % 3 === 1 ? { hba1cPercent: 7.8 - index / 10 } : {}) })),
    enrol(bich, 'hypertension', 300, { icd10: 'I10', foundBy: 'visit' }), visit(bich, 80, 162, 94, { missedDays: 10, symptoms: 'Đau đầu buổi sáng', nextVisitOn: ago(45) }), visit(bich, 44, 156, 92, { bloodPressure: [{ systolicMmHg: 158, diastolicMmHg: 94 }, { systolicMmHg: 154, diastolicMmHg: 90 }], missedDays: 6, sideEffects: 'Chóng mặt khi đứng dậy', advice: ['medicine'], nextVisitOn: ago(12) }),
    enrol(cuc, 'hypertension', 400, { icd10: 'I10' }), enrol(cuc, 'ischaemicHeart', 400, { foundBy: 'hospital' }), visit(cuc, 30, 146, 78, { nextVisitOn: today, note: 'Con gái đưa đi' }),
    enrol(tam, 'hypertension', 120), enrol(tam, 'ischaemicHeart', 120, { foundBy: 'hospital' }), visit(tam, 33, 134, 82, { nextVisitOn: ago(2) }),
    enrol(dung, 'hypertension', 500), enrol(dung, 'copd', 500), visit(dung, 160, 150, 96, { nextVisitOn: ago(130) }),
    line('enrolCondition', { id: moved, patientId: en.id, condition: 'asthma', foundOn: '2019', foundBy: 'hospital', enrolledOn: ago(200) }), line('changeEpisodeStatus', { id: moved, on: ago(10), status: 'movedAway', reason: 'Về ở với con tại Hà Nội' }),
    measured(phu, 40, 152, 94, 'Đau lưng'), measured(phu, 3, 158, 96, 'Ho'), measured(que, 8, 144, 88, 'Mệt'), measured(sen, 1, 112, 70, 'Đau bụng'),
    measured(cuc, 0, 144, 76, 'Ho, sổ mũi'),
    line('recordFollowUp', { id: wrong, patientId: hai.id, occurredOn: ago(24), bloodPressure: [{ systolicMmHg: 182, diastolicMmHg: 112 }] }), line('voidFollowUp', { id: wrong, voidReason: 'wrongPatient', note: 'Số đo của người khác' }),
    '',
  ].join('\n');
}
