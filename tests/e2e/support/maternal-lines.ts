import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { OperationInput, OperationName } from '../../../src-shared/contract/operations.ts';

const id = (kind: string, serial: number): string => `${kind}:019a0000-0000-7000-8000-00000000${String(serial).padStart(4, '0')}`;
const line = <N extends OperationName>(operation: N, input: OperationInput<N>): string => JSON.stringify({ operation, input });
const today = todayInUnitZone(Date.now());
const ago = (days: number): string => addDays(today, -days);

/** Invented women: followed well and near her time, early and at risk, past the due day, gave birth two days ago, gave birth five weeks ago, with a child from before, and one of whom nothing is written. */
export const nga = { id: id('patients', 8601), fullName: 'Hoàng Thị Nga', sex: 'female', bornOn: '1996-04-18', nationalId: '001196008601', village: 'Thôn 2', householdHead: 'Trần Văn Lực', phone: '0912000861', ethnicity: 'Tày' } as const;
export const oanh = { id: id('patients', 8602), fullName: 'Lò Thị Oanh', sex: 'female', bornOn: '2009-03-02', noNationalIdReason: 'notBrought', village: 'Bản Nà Pó', householdHead: 'Lò Văn Ơn', phone: '0912000862' } as const;
export const phuong = { id: id('patients', 8603), fullName: 'Vũ Thị Phượng', sex: 'female', bornOn: '1988-11-25', noNationalIdReason: 'notBrought', village: 'Thôn 4', householdHead: 'Vũ Văn Tạo', phone: '0912000863' } as const;
export const quyen = { id: id('patients', 8604), fullName: 'Đặng Thị Quyên', sex: 'female', bornOn: '1999-07-07', noNationalIdReason: 'notBrought', village: 'Thôn 4', householdHead: 'Đặng Văn Sỹ', phone: '0912000864', ethnicity: 'Kinh' } as const;
export const thom = { id: id('patients', 8605), fullName: 'Bùi Thị Thơm', sex: 'female', bornOn: '1993-01-30', noNationalIdReason: 'notBrought', village: 'Thôn 2', householdHead: 'Bùi Văn Hoan' } as const;
export const uyen = { id: id('patients', 8606), fullName: 'Phan Thị Uyên', sex: 'female', bornOn: '2001-09-14', noNationalIdReason: 'notBrought', village: 'Thôn 2', householdHead: 'Phan Văn Lợi', phone: '0912000866' } as const;
export const birthOfQuyen = id('births', 8661);

type Visit = Omit<OperationInput<'recordAntenatalVisit'>, 'patientId' | 'pregnancyId' | 'occurredOn'>;
const pressure = (systolicMmHg: number, diastolicMmHg: number) => [{ systolicMmHg, diastolicMmHg }];

/** Week of pregnancy, pressure, kilograms, fundal height, fetal heart. */
const courseOfNga = [[9, 108, 66, 50.5], [14, 112, 68, 51.5, undefined, 150], [20, 110, 70, 54, 20, 148], [24, 114, 70, 56, 23.5, 146], [28, 116, 72, 58.5, 28, 142], [31, 118, 74, 60, 30, 144]] as const;

/** Their pregnancies with visits, births and the visits after. */
export function maternalLines(): string {
  const expecting = (person: { id: string }, serial: number, weeks: number, registeredDaysAgo: number, more: Partial<OperationInput<'registerPregnancy'>> = {}) => line('registerPregnancy', { id: id('pregnancies', serial), patientId: person.id, registeredOn: ago(registeredDaysAgo), lastPeriodOn: ago(weeks * 7 + 2), ...more });
  const visit = (person: { id: string }, pregnancy: number, days: number, more: Visit) => line('recordAntenatalVisit', { patientId: person.id, pregnancyId: id('pregnancies', pregnancy), occurredOn: ago(days), ...more });
  const ngaVisit = (week: number) => (33 - week) * 7;
  return [
    ...[nga, oanh, phuong, quyen, thom, uyen].map((person) => line('registerPatient', person)),
    expecting(nga, 8611, 33, ngaVisit(9), { gravida: 2, para: { term: 1, preterm: 0, lost: 0, living: 1 }, previousCaesarean: false, heightCm: 155, weightBeforeKg: 49, bloodGroup: 'O', rhesus: 'positive', tetanusDosesBefore: 3, plannedPlace: 'station', husbandName: 'Trần Văn Lực', husbandPhone: '0912000871', screenings: [{ test: 'hiv', result: 'negative', on: ago(ngaVisit(14)) }, { test: 'hbsag', result: 'negative', on: ago(ngaVisit(14)) }] }),
    ...courseOfNga.map(([week, systolic, diastolic, weightKg, fundalHeightCm, fetalHeartPerMin], at) => visit(nga, 8611, ngaVisit(week), { bloodPressure: pressure(systolic, diastolic), weightKg, ...(fundalHeightCm === undefined ? {} : { fundalHeightCm, presentation: week > 30 ? 'cephalic' : 'unclear' }), ...(fetalHeartPerMin === undefined ? {} : { fetalHeartPerMin }), haemoglobinGPerL: 118, urineProtein: 'negative', ironFolate: true, advice: ['nutrition', 'ironFolate'], nextVisitOn: at === courseOfNga.length - 1 ? today : ago(ngaVisit(week) - 21) })),
    expecting(oanh, 8612, 24, 80, { gravida: 1, heightCm: 142, riskFactors: ['shortStature', 'anaemia'], plannedPlace: 'home' }),
    visit(oanh, 8612, 80, { weightKg: 41, bloodPressure: pressure(102, 62), haemoglobinGPerL: 98, ironFolate: true, nextVisitOn: ago(40) }),
    visit(oanh, 8612, 38, { weightKg: 43.5, bloodPressure: pressure(148, 96), fundalHeightCm: 16, fetalHeartPerMin: 152, haemoglobinGPerL: 102, urineProtein: 'plus1', referredTo: 'Bệnh viện huyện', nextVisitOn: ago(20) }),
    expecting(phuong, 8613, 40, 190, { lastPeriodOn: ago(284), gravida: 3, para: { term: 2, preterm: 0, lost: 0, living: 2 }, previousCaesarean: true, plannedPlace: 'hospital' }),
    visit(phuong, 8613, 60, { weightKg: 63, bloodPressure: pressure(122, 78), fundalHeightCm: 31, fetalHeartPerMin: 138, presentation: 'cephalic', nextVisitOn: ago(32) }),
    expecting(quyen, 8614, 39, 200, { gravida: 1, plannedPlace: 'station', screenings: [{ test: 'hiv', result: 'negative', on: ago(200) }] }),
    visit(quyen, 8614, 200, { weightKg: 47, bloodPressure: pressure(110, 70) }), visit(quyen, 8614, 130, { weightKg: 51, bloodPressure: pressure(112, 70), fundalHeightCm: 21, tetanusDose: 1 }), visit(quyen, 8614, 60, { weightKg: 55, bloodPressure: pressure(116, 74), fundalHeightCm: 31, tetanusDose: 2 }), visit(quyen, 8614, 20, { weightKg: 57.5, bloodPressure: pressure(118, 74), fundalHeightCm: 35, presentation: 'cephalic' }),
    line('recordBirth', { id: birthOfQuyen, patientId: quyen.id, pregnancyId: id('pregnancies', 8614), bornOn: ago(2), bornTime: '04:20', place: 'station', attendant: 'midwife', mode: 'vaginal', weeks: 39, babies: [{ sex: 'female', weightG: 3050, apgar1: 8, apgar5: 9, status: 'live', hepB0: true, vitaminK: true, breastfedInFirstHour: true }], motherStatus: 'well' }),
    line('recordPostnatalVisit', { patientId: quyen.id, pregnancyId: id('pregnancies', 8614), occurredOn: ago(1), place: 'station', bloodPressure: pressure(112, 70), temperatureC: 37, fever: false, bleeding: 'normal', mood: 'good', babies: [{ weightG: 3000, jaundice: 'none', cord: 'clean', feeding: 'breast' }], advice: ['breastfeeding', 'cord'] }),
    expecting(thom, 8615, 44, 230, { gravida: 2, lastPeriodOn: ago(316) }), visit(thom, 8615, 150, { weightKg: 52, bloodPressure: pressure(118, 74) }),
    line('recordBirth', { patientId: thom.id, pregnancyId: id('pregnancies', 8615), bornOn: ago(38), place: 'hospital', placeName: 'Bệnh viện huyện', attendant: 'doctor', mode: 'caesarean', babies: [{ sex: 'male', weightG: 2300, status: 'live' }, { sex: 'male', weightG: 2450, status: 'live' }], motherStatus: 'well' }),
    '',
  ].join('\n');
}
