import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import { meanPressure } from '../../../src-shared/domain/chronic/classify-blood-pressure.ts';
import type { MaternalState } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import type { Gestation } from '../../../src-shared/domain/maternal/gestation.ts';
import type { MaternalAlert } from '../../../src-shared/domain/maternal/maternal-alerts.ts';
import type { BirthAttendant, BirthComplication, BirthPlace, DangerSign, PregnancyRisk, ScreeningTest } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import type { AntenatalVisit } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import type { Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';

/** Forms are Vietnamese. */
export const riskWords: Readonly<Record<PregnancyRisk, string>> = {
  shortStature: 'thấp bé', multiplePregnancy: 'đa thai', preeclampsiaBefore: 'từng tiền sản giật', haemorrhageBefore: 'từng băng huyết', stillbirthBefore: 'từng thai chết lưu', pretermBefore: 'từng đẻ non', miscarriages: 'từng sảy thai', uterineSurgery: 'từng mổ tử cung', narrowPelvis: 'khung chậu hẹp',
  hypertension: 'tăng huyết áp', diabetes: 'đái tháo đường', heart: 'bệnh tim', kidney: 'bệnh thận', thyroid: 'bệnh tuyến giáp', anaemia: 'thiếu máu', asthma: 'hen', epilepsy: 'động kinh', mental: 'bệnh tâm thần',
};
export const dangerSignWords: Readonly<Record<DangerSign, string>> = {
  bleeding: 'ra máu', waterBroke: 'ra nước ối', convulsions: 'co giật', headacheOrVision: 'đau đầu, nhìn mờ', abdominalPain: 'đau bụng dữ dội', fever: 'sốt cao', breathless: 'khó thở', movesLess: 'thai cử động ít', labourEarly: 'chuyển dạ sớm', vomiting: 'nôn nhiều',
};
export const placeWords: Readonly<Record<BirthPlace, string>> = { station: 'trạm y tế', hospital: 'bệnh viện', home: 'tại nhà', other: 'nơi khác' };
export const attendantWords: Readonly<Record<BirthAttendant, string>> = { doctor: 'bác sĩ', assistantDoctor: 'y sĩ', midwife: 'hộ sinh', nurse: 'điều dưỡng', villageMidwife: 'cô đỡ thôn bản', traditional: 'bà mụ vườn', family: 'người nhà', nobody: 'không có ai', other: 'người khác' };
export const modeWords: Readonly<Record<Birth['mode'], string>> = { vaginal: 'đẻ thường', assisted: 'đẻ có can thiệp', caesarean: 'mổ đẻ' };
export const complicationWords: Readonly<Record<BirthComplication, string>> = { haemorrhage: 'băng huyết', eclampsia: 'tiền sản giật – sản giật', uterineRupture: 'vỡ tử cung', neonatalTetanus: 'uốn ván sơ sinh', infection: 'nhiễm khuẩn' };
export const babyStatusWords: Readonly<Record<Birth['babies'][number]['status'], string>> = { live: 'sống', stillborn: 'thai chết lưu', died: 'tử vong' };
export const motherStatusWords: Readonly<Record<Birth['motherStatus'], string>> = { well: 'bình thường', ill: 'có bệnh', referred: 'chuyển tuyến', died: 'tử vong' };
export const stateWords: Readonly<Record<MaternalState, string>> = { onTime: 'chưa đến hẹn', due: 'đến hẹn', overdue: 'quá hẹn', pastDue: 'quá ngày dự sinh' };
const presentationWords = { cephalic: 'đầu', breech: 'mông', transverse: 'ngang', unclear: 'chưa rõ' } as const;
const urineWords = { negative: 'âm tính', trace: 'vết', plus1: '1+', plus2: '2+', plus3: '3+' } as const;
const testWords: Readonly<Record<ScreeningTest, string>> = { hiv: 'HIV', hbsag: 'HBsAg', syphilis: 'giang mai' };

export const gestationWords = (gestation: Gestation | undefined): string => (gestation ? `${gestation.weeks} tuần${gestation.days > 0 ? ` ${gestation.days} ngày` : ''}` : '');
export const paraWords = ({ gravida, para }: Pick<Pregnancy, 'gravida' | 'para'>): string => [gravida === undefined ? '' : `lần ${gravida}`, para ? `PARA ${para.term}${para.preterm}${para.lost}${para.living}` : ''].filter(Boolean).join(', ');
export const risksWords = ({ previousCaesarean, riskFactors = [], otherRisks }: Pick<Pregnancy, 'previousCaesarean' | 'riskFactors' | 'otherRisks'>): string => [previousCaesarean ? 'mổ đẻ cũ' : '', ...riskFactors.map((one) => riskWords[one]), otherRisks].filter(Boolean).join(', ');
/** That tests were done; no result of any stands on a paper that lies about. */
export const testsDoneWords = ({ screenings }: Pick<Pregnancy, 'screenings'>): string => (['hiv', 'hbsag', 'syphilis'] as const).filter((test) => screenings.some((one) => one.test === test && one.result !== 'declined')).map((test) => testWords[test]).join(', ');
export function pressureText({ bloodPressure }: Pick<AntenatalVisit, 'bloodPressure'>): string {
  const mean = meanPressure(bloodPressure ?? []);
  return mean ? `${mean.systolicMmHg}/${mean.diastolicMmHg}` : '';
}
const number = (value: number | undefined): string => (value === undefined ? '' : formatDecimal(value));
/** Numbers of a visit in the order of the register's columns: weight, pressure, fundal height and girth, fetal heart and presentation, haemoglobin and urine. */
export const findings = (visit: AntenatalVisit): string[] => [
  number(visit.weightKg), pressureText(visit), [number(visit.fundalHeightCm), number(visit.girthCm)].filter(Boolean).join(' / '),
  [visit.fetalHeartPerMin === undefined ? '' : String(visit.fetalHeartPerMin), visit.presentation ? `ngôi ${presentationWords[visit.presentation]}` : ''].filter(Boolean).join(', '),
  [visit.haemoglobinGPerL === undefined ? '' : `Hb ${visit.haemoglobinGPerL}`, visit.urineProtein ? `đạm ${urineWords[visit.urineProtein]}` : '', visit.urineGlucose ? `đường ${urineWords[visit.urineGlucose]}` : ''].filter(Boolean).join(', '),
];
export const givenWords = (visit: AntenatalVisit): string => [visit.tetanusDose === undefined ? '' : `UV ${visit.tetanusDose}`, visit.ironFolate ? 'sắt/folic' : '', visit.calcium ? 'canxi' : ''].filter(Boolean).join(', ');

/** What is unusual, in few words. */
export function alertWords(alert: MaternalAlert): string {
  switch (alert.code) {
    case 'DangerSigns': return `NGUY HIỂM: ${(alert['signs'] as DangerSign[]).map((one) => dangerSignWords[one]).join(', ')}`;
    case 'PressureHigh': return 'huyết áp cao';
    case 'ProteinInUrine': return 'có đạm niệu';
    case 'FetalHeartUnusual': return 'tim thai bất thường';
    case 'FundalHeightOff': return 'cao tử cung lệch tuổi thai';
    case 'HaemoglobinLow': return 'thiếu máu';
    case 'HighRiskSaid': return 'thai nguy cơ cao';
    case 'AgeUnusual': return `mẹ ${String(alert['years'])} tuổi`;
    case 'PreviousCaesarean': return 'mổ đẻ cũ';
    case 'RiskFactors': return (alert['risks'] as PregnancyRisk[]).map((one) => riskWords[one]).join(', ');
    case 'DueDayPassed': return `quá ngày dự sinh ${String(alert['days'])} ngày`;
    default: return '';
  }
}
export const alertsText = (alerts: readonly MaternalAlert[]): string => alerts.map(alertWords).filter(Boolean).join('; ');
