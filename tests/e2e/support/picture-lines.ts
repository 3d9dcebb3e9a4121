import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';

const id = (kind: string, serial: number): string => `${kind}:019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`;

/** Invented people of the pictures: whom the pages are drawn with. */
export const mai = { id: id('patients', 1), fullName: 'Vũ Thị Mai', sex: 'female', bornOn: '1991-10-20', nationalId: '079191000001', village: 'Thôn 4', householdHead: 'Vũ Văn Lộc', phone: '0912345678', occupation: 'Giáo viên', ethnicity: 'Kinh', allergies: [{ substance: 'Penicillin', reaction: 'nổi mề đay' }] } as const;
export const visitOfMai = id('encounters', 11);
export const checkupOfMai = id('encounters', 12);
/** Somebody whose record was struck out. */
export const struckOut = id('patients', 2);

const line = (operation: string, input: object): string => JSON.stringify({ operation, input });

/** What was measured before, so that the courses have something to show: days ago, systolic, diastolic, kg. */
const before = [[400, 128, 82, 50.5], [290, 136, 88, 51.5], [210, 144, 92, 53.5], [120, 138, 86, 54], [45, 124, 80, 53]] as const;

/** What a station says it has. */
export const profileLine = (doctors: number): string => line('recordFacilityProfile', {
  staff: { doctor: { headcount: doctors, atWork: Math.max(0, doctors - 1) }, assistantDoctor: { headcount: 2, atWork: 2 }, nurse: { headcount: 3, atWork: 3 }, midwife: { headcount: 1, atWork: 1 }, pharmacist: { headcount: 1, atWork: 1 }, populationOfficer: { headcount: 1, atWork: 1 }, otherStaff: { headcount: 2, atWork: 2 }, villageHealthWorker: { headcount: 9, atWork: 9 }, villageMidwife: { headcount: 1, atWork: 1 } },
  beds: { stay: { planned: 5, actual: 4, occupied: 1 }, delivery: { planned: 1, actual: 1, occupied: 0 }, observation: { planned: 2, actual: 2, occupied: 0 } }, rooms: { examination: 2, emergency: 1, deliveryRoom: 1, inpatient: 2, vaccination: 1, pharmacy: 1 },
  site: { constructionGrade: 'semiPermanent', builtYear: 2009, landM2: 1250, hospitalKm: 12.5, water: 'drilledWell', toilet: 'hygienic', solidWaste: 'collected', liquidWaste: 'septicTank', electricity: 'gridOftenOff', generator: 'broken', internet: 'mobile', computers: 4, opensAt: '07:00', closesAt: '17:00', openDaysPerWeek: 6, nightDuty: true, insuranceContract: true, criteriaMet: false, criteriaYear: 2025, criteriaScore: 74 },
});

/** What is put into the station on top of the samples: one person with earlier checkups, a visit, a checkup, one that waits for its conclusion and a draft. */
export function pictureLines(): string {
  const occurredOn = todayInUnitZone(Date.now());
  const of = { patientId: mai.id, occurredOn };
  return [
    line('registerPatient', mai),
    line('registerPatient', { id: struckOut, fullName: 'Nguyễn Văn Ghi Nhầm', sex: 'male', bornOn: '1970', noNationalIdReason: 'notBrought', village: 'Thôn 4' }),
    profileLine(2), line('recordFacilityProfile', { staff: { doctor: { headcount: 3, atWork: 2 } }, site: { generator: 'working' } }),
    line('voidPatient', { id: struckOut, voidReason: 'enteredInError', note: 'Chép nhầm từ sổ cũ' }),
    ...before.map(([daysAgo, systolic, diastolic, kg], index) => line('recordCheckup', {
      ...of, id: id('encounters', 20 + index), occurredOn: addDays(occurredOn, -daysAgo), reason: 'Khám sức khỏe định kỳ', conclusionClass: 'II',
      observations: { systolicMmHg: { value: systolic }, diastolicMmHg: { value: diastolic }, weightKg: { value: kg }, heightCm: { value: 158 }, pulsePerMin: { value: 78 } },
    })),
    line('recordVisit', { ...of, id: visitOfMai, reason: 'Đau đầu 3 ngày', symptoms: 'Đau nửa đầu bên trái, sợ ánh sáng, không sốt', diagnoses: [{ text: 'Đau nửa đầu không tiền triệu', icd10: 'G43.0' }], treatment: 'Paracetamol', advice: 'Nghỉ ngơi, uống đủ nước, đau hơn thì đến trạm ngay', observations: { temperatureC: { value: 36.8 }, pulsePerMin: { value: 84 } } }),
    line('recordCheckup', { ...of, id: checkupOfMai, reason: 'Khám sức khỏe định kỳ', observations: { heightCm: { value: 158 }, weightKg: { value: 52.5 }, pulsePerMin: { value: 76 }, systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 }, temperatureC: { value: 36.6 }, waistCm: { notMeasured: 'noDevice' } }, conclusionClass: 'II', advice: 'Ăn nhạt, vận động đều' }),
    line('recordCheckup', { ...of, id: id('encounters', 14), occurredOn, status: 'draft', reason: 'Khám sức khỏe định kỳ', observations: { heightCm: { value: 158 }, weightKg: { value: 52 }, pulsePerMin: { value: 78 }, systolicMmHg: { value: 120 }, diastolicMmHg: { value: 76 } } }),
    line('recordVisit', { ...of, id: id('encounters', 13), patientId: mai.id, status: 'draft', reason: 'Ho về đêm' }),
    '',
  ].join('\n');
}
