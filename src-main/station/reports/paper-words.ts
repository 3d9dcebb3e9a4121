import { ageOn } from '../../../src-shared/domain/common/age-on.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { vitalSigns, type VitalSignName } from '../../../src-shared/domain/encounter/observations.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';

/** Forms of the ministry are Vietnamese, whatever language the screen speaks. */
export const sexWords: Readonly<Record<Patient['sex'], string>> = { male: 'Nam', female: 'Nữ', undetermined: 'Chưa rõ' };
export const classWords = { I: 'Loại I – Rất khỏe', II: 'Loại II – Khỏe', III: 'Loại III – Trung bình', IV: 'Loại IV – Yếu', V: 'Loại V – Rất yếu' } as const;
export const movementWords = { opening: 'Tồn đầu kỳ', receive: 'Nhập', dispense: 'Cấp thuốc', adjust: 'Điều chỉnh', reversal: 'Hoàn tác' } as const;
export const sourceWords = { upperLevel: 'tuyến trên cấp', purchase: 'mua', aid: 'viện trợ', programme: 'chương trình', opening: 'tồn đầu kỳ' } as const;
export const reasonWords = { usedInProcedure: 'dùng cho thủ thuật', sentToPoint: 'cấp cho điểm trạm', returnedFromPoint: 'điểm trạm trả về', countSurplus: 'kiểm kê thừa', countShortage: 'kiểm kê thiếu', wastage: 'hao hụt', expiredDestroyed: 'hủy do hết hạn', damagedDestroyed: 'hủy do hỏng', returned: 'trả lại tuyến trên' } as const;
export const varianceWords = { issueNotRecorded: 'xuất chưa ghi sổ', receiptNotRecorded: 'nhập chưa ghi sổ', bookError: 'ghi sổ sai', wastage: 'hao hụt', broken: 'hỏng, vỡ', unknown: 'chưa rõ nguyên nhân' } as const;
const notMeasuredWords = { noDevice: 'không có máy', refused: 'từ chối đo', notIndicated: 'không cần đo', unableToCooperate: 'không hợp tác được', other: 'không đo' } as const;
const vitalWords: Readonly<Record<VitalSignName, string>> = { heightCm: 'Chiều cao', weightKg: 'Cân nặng', waistCm: 'Vòng bụng', chestCm: 'Vòng ngực', pulsePerMin: 'Mạch', systolicMmHg: 'Huyết áp', diastolicMmHg: 'HA tối thiểu', temperatureC: 'Nhiệt độ', breathsPerMin: 'Nhịp thở', spo2Percent: 'SpO2' };
const unitWords: Readonly<Record<string, string>> = { cm: 'cm', kg: 'kg', '/min': 'lần/phút', 'mm[Hg]': 'mmHg', Cel: '°C', '%': '%' };

/** Under 72 months in months (text_rules.json `age_units`), else in years; `độ` where the birth is not known to the day. */
export function ageWords(bornOn: string, on: string): string {
  const age = ageOn(bornOn, on);
  if (!age) return '';
  return age.months < 72 ? (age.days <= 28 ? `${age.days} ngày` : `${age.months} tháng`) : `${age.approximate ? 'độ\u00a0' : ''}${age.years}`;
}

export const homeWords = (patient: Pick<Patient, 'village' | 'address'> | undefined): string => [patient?.village, patient?.address?.line].filter(Boolean).join(', ');
export const diagnosisWords = ({ diagnoses }: Pick<Encounter, 'diagnoses'>): string => diagnoses.map(({ icd10, text }) => (icd10 ? `${text} (${icd10})` : text)).join('; ');
export const dayWords = (day: string): string => { const [year, month, date] = day.split('-'); return `Ngày ${date} tháng ${month} năm ${year}`; };
export const count = (n: number): string => String(Math.abs(n)).replace(/\B(?=(\d{3})+$)/g, '.');
export const day = formatDate;

/** `Mạch: 76 lần/phút`; blood pressure as one; what was not measured with its reason. */
export function vitalLines({ observations }: Pick<Encounter, 'observations'>): string[] {
  return (Object.keys(vitalSigns) as VitalSignName[]).flatMap((name) => {
    const observed = observations[name];
    if (!observed || name === 'diastolicMmHg') return [];
    const { unit, decimals } = vitalSigns[name];
    if ('notMeasured' in observed) return [`${vitalWords[name]}: ${notMeasuredWords[observed.notMeasured]}`];
    const lower = name === 'systolicMmHg' ? observations.diastolicMmHg : undefined;
    const value = formatDecimal(observed.value, decimals === 1 && !Number.isInteger(observed.value) ? 1 : 0);
    return [`${vitalWords[name]}: ${value}${lower && 'value' in lower ? `/${lower.value}` : ''} ${unitWords[unit] ?? unit}`];
  });
}
