import type { ChronicCondition, EpisodeStatus } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import type { CareState, Controlled, GlucosePoint, PressurePoint } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';

/** Forms are Vietnamese. */
export const conditionWords: Readonly<Record<ChronicCondition, string>> = {
  hypertension: 'Tăng huyết áp', diabetes: 'Đái tháo đường', copd: 'Bệnh phổi tắc nghẽn mạn tính', asthma: 'Hen phế quản', stroke: 'Tai biến mạch máu não cũ', ischaemicHeart: 'Bệnh tim thiếu máu cục bộ', cancer: 'Ung thư', mental: 'Rối loạn tâm thần', epilepsy: 'Động kinh',
};
export const episodeStatusWords: Readonly<Record<EpisodeStatus, string>> = { active: 'đang quản lý', referred: 'chuyển tuyến', movedAway: 'chuyển đi', died: 'tử vong', stopped: 'ngừng quản lý' };
export const careStateWords: Readonly<Record<CareState, string>> = { onTime: 'chưa đến hẹn', due: 'đến hẹn', overdue: 'quá hẹn', lost: 'bỏ trị' };
export const controlledWords: Readonly<Record<Controlled, string>> = { yes: 'đạt', no: 'chưa đạt', unknown: 'chưa rõ' };
export const foundByWords: Readonly<Record<Episode['foundBy'], string>> = { screening: 'khám sàng lọc', visit: 'khám bệnh', hospital: 'bệnh viện' };
export const riskFactorWords: Readonly<Record<NonNullable<Episode['riskFactors']>[number], string>> = {
  smoking: 'hút thuốc', alcohol: 'rượu bia', salt: 'ăn mặn', inactivity: 'ít vận động', overweight: 'thừa cân', waist: 'vòng bụng to', family: 'gia đình có người mắc', lipids: 'rối loạn mỡ máu',
};
export const complicationWords: Readonly<Record<NonNullable<Episode['complications']>[number], string>> = { heart: 'tim', brain: 'não', kidney: 'thận', eye: 'mắt', foot: 'bàn chân', nerve: 'thần kinh' };

export const pressureWords = ({ systolicMmHg, diastolicMmHg }: Pick<PressurePoint, 'systolicMmHg' | 'diastolicMmHg'>): string => `HA ${systolicMmHg}/${diastolicMmHg}`;
export const glucoseWords = ({ kind, value }: GlucosePoint): string => (kind === 'hba1c' ? `HbA1c ${formatDecimal(value)}%` : `ĐH ${kind === 'fasting' ? 'đói' : 'bất kỳ'} ${formatDecimal(value)}`);
