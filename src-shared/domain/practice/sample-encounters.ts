import { surelyAtLeastYears } from '../common/age-on.ts';
import type { RecordEncounterInput } from '../encounter/encounter.schema.ts';
import { CLASS_FROM_YEARS } from '../encounter/validate-encounter.ts';
import type { Patient } from '../patient/patient.schema.ts';
import { sampleSize } from './sample-growth.ts';
import { pick, wholeBetween, type Random } from './sample-people.ts';

/** What people come with; texts and codes in ordinary use, for practice only. */
const complaints = [
  { reason: 'Ho, sốt', icd10: 'J06.9', text: 'Viêm đường hô hấp trên', treatment: 'Paracetamol 500 mg, ngày 3 lần, 5 ngày' },
  { reason: 'Đau bụng, tiêu chảy', icd10: 'A09', text: 'Tiêu chảy', treatment: 'Oresol, kẽm' },
  { reason: 'Đau đầu, chóng mặt', icd10: 'I10', text: 'Tăng huyết áp', treatment: 'Amlodipin 5 mg, ngày 1 viên' },
  { reason: 'Khám định kỳ', icd10: 'E11', text: 'Đái tháo đường típ 2', treatment: 'Metformin 500 mg, ngày 2 lần' },
  { reason: 'Đau lưng', icd10: 'M54.5', text: 'Đau thắt lưng', treatment: 'Meloxicam 7,5 mg' },
  { reason: 'Ngứa da', icd10: 'L30.9', text: 'Viêm da', treatment: 'Kem hydrocortison 1%' },
] as const;
const reasonsOfAll = ['Khám sức khỏe định kỳ', 'Khám sức khỏe miễn phí hằng năm'];
const reasonsAt = (age: number) => [...reasonsOfAll, ...(age >= 60 ? ['Khám sức khỏe người cao tuổi'] : age >= 6 && age < 18 ? ['Khám sức khỏe học sinh'] : [])];

const oneDecimal = (n: number) => Math.round(n * 10) / 10;

interface Sample { patientId: string; bornOn: string; occurredOn: string; id?: string; /** Of a child under five: its size is of its age. */ sex?: Patient['sex'] }

/** A submitted checkup that passes the rules; about one in twenty-five has a vital sign not measured, with the reason. */
export function sampleCheckup(random: Random, { patientId, bornOn, occurredOn, id, sex = 'undetermined' }: Sample): RecordEncounterInput {
  const age = Math.max(0, Number(occurredOn.slice(0, 4)) - Number(bornOn.slice(0, 4)));
  const child = sampleSize({ id: patientId, sex, bornOn }, occurredOn, { length: 0, weight: 0 });
  const grownCm = oneDecimal(age < 18 ? 50 + age * 6.3 + random() * 8 : 148 + random() * 28);
  const grownKg = oneDecimal((grownCm / 100) ** 2 * (age < 18 ? 14 + age / 4 + random() * 3 : 18 + random() * 9));
  const { heightCm, weightKg } = child ?? { heightCm: grownCm, weightKg: grownKg };
  const systolic = age < 18 ? wholeBetween(random, 85, 118) : wholeBetween(random, 100, 168);
  return {
    ...(id === undefined ? {} : { id }), patientId, occurredOn, reason: pick(random, reasonsAt(age)),
    observations: {
      heightCm: random() < 0.04 ? { notMeasured: 'unableToCooperate' } : { value: heightCm }, weightKg: { value: weightKg },
      pulsePerMin: { value: wholeBetween(random, 60, 110) }, systolicMmHg: { value: systolic }, diastolicMmHg: { value: systolic - wholeBetween(random, 25, 48) },
      ...(random() < 0.5 ? { temperatureC: { value: oneDecimal(36.2 + random()) } } : {}),
    },
    ...(surelyAtLeastYears(bornOn, occurredOn, CLASS_FROM_YEARS) ? { conclusionClass: pick(random, ['I', 'II', 'II', 'III', 'III', 'IV', 'V'] as const) } : {}),
    advice: 'Ăn nhạt, vận động đều',
  };
}

/** A submitted visit that passes the rules. */
export function sampleVisit(random: Random, { patientId, occurredOn, id }: Sample): RecordEncounterInput {
  const { reason, icd10, text, treatment } = pick(random, complaints);
  return {
    ...(id === undefined ? {} : { id }), patientId, occurredOn, reason, diagnoses: [{ icd10, text }], treatment,
    observations: random() < 0.7 ? { temperatureC: { value: oneDecimal(36.3 + random() * 2.5) }, pulsePerMin: { value: wholeBetween(random, 62, 115) } } : undefined,
  };
}
