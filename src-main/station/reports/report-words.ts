import { vaccines } from '../../../src-shared/domain/immunization/vaccines.ts';
import { immunizationSchedule } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { caseLine, deathLine, doseLine, reportedDiseases, type notKept, type ReportForm } from '../../../src-shared/domain/report/report-lines.ts';
import { diseaseNames } from '../../../src-shared/domain/surveillance/disease-names.ts';
import type { RelockReason } from '../../../src-shared/domain/report/report.schema.ts';

/** Names of the forms and lines on paper. */
export const reportFormWords: Readonly<Record<ReportForm, string>> = {
  people: 'Dân số và hồ sơ sức khỏe', mothers: 'Chăm sóc bà mẹ', children: 'Trẻ em', vaccination: 'Tiêm chủng trong tháng (số mũi)', visits: 'Khám bệnh', chronic: 'Quản lý bệnh mạn tính', diseases: 'Bệnh truyền nhiễm', stock: 'Thuốc', cold: 'Dây chuyền lạnh',
};

const doseWords = immunizationSchedule.map((dose) => [doseLine(dose), `${vaccines.find(({ code }) => code === dose.vaccine)?.name ?? dose.vaccine}, mũi ${dose.doseNumber}`] as const);

const lineWords: ReadonlyMap<string, string> = new Map([
  ...doseWords,
  ['people.population', 'Dân số trong năm'], ['people.book', 'Người có hồ sơ tại trạm (trên dân số)'], ['people.insured', 'Người có thẻ BHYT còn hạn (trên dân số)'], ['people.checkup', 'Người đã khám sức khỏe định kỳ từ đầu năm (trên dân số)'],
  ['people.registered', 'Hồ sơ lập mới trong tháng'], ['people.updated', 'Hồ sơ được cập nhật trong 12 tháng (trên số hồ sơ)'],
  ['mothers.pregnant', 'Phụ nữ đang mang thai cuối tháng'], ['mothers.registered', 'Phụ nữ đăng ký thai trong tháng'], ['mothers.early', 'Khám thai lần đầu trong 12 tuần (trên số đăng ký)'], ['mothers.hivTested', 'Đã xét nghiệm HIV (trên số đăng ký)'],
  ['mothers.births', 'Số lần đẻ'], ['mothers.liveBirths', 'Trẻ đẻ sống'], ['mothers.stillborn', 'Trẻ chết lưu'], ['mothers.anc3in3', 'Khám thai đủ 3 lần trong 3 thời kỳ (trên số lần đẻ)'], ['mothers.anc4', 'Khám thai từ 4 lần (trên số lần đẻ)'],
  ['mothers.tetanusProtected', 'Tiêm uốn ván đủ liều (trên số lần đẻ)'], ['mothers.skilledBirth', 'Đẻ có cán bộ y tế đỡ (trên số lần đẻ)'], ['mothers.postnatalWeek1', 'Được thăm trong tuần đầu sau đẻ (trên số lần đẻ)'],
  ['mothers.lowWeight', 'Trẻ dưới 2.500 g (trên số trẻ được cân)'], ['mothers.died', 'Tử vong mẹ'],
  ['children.underFive', 'Trẻ dưới 5 tuổi'], ['children.infants', 'Trẻ dưới 1 tuổi'], ['children.underweight', 'Suy dinh dưỡng thể nhẹ cân (trên số trẻ được cân)'], ['children.stunted', 'Suy dinh dưỡng thể thấp còi (trên số trẻ được đo)'],
  ['children.wasted', 'Suy dinh dưỡng thể gầy còm (trên số trẻ được cân, đo)'], ['children.overweight', 'Thừa cân, béo phì (trên số trẻ được cân, đo)'], ['children.notWeighed', 'Trẻ quá hạn cân (trên số trẻ dưới 5 tuổi)'],
  ['doses.other', 'Mũi ngoài lịch'], ['vaccination.notDone', 'Mũi không tiêm được'], ['vaccination.reactions', 'Mũi có phản ứng sau tiêm'], ['vaccination.serious', 'Trong đó phản ứng nặng'], ['vaccination.full', 'Trẻ tròn 1 tuổi trong tháng được tiêm đủ mũi cơ bản'],
  ['visits.total', 'Tổng số lượt khám'], ['visits.checkups', 'Trong đó khám sức khỏe định kỳ'], ['visits.insured', 'Lượt khám của người có thẻ BHYT'], ['visits.underSix', 'Lượt khám của trẻ dưới 6 tuổi'], ['visits.sixty', 'Lượt khám của người từ 60 tuổi'],
  ['visits.people', 'Số người đến khám'], ['visits.year', 'Lượt khám từ đầu năm (trên dân số)'],
  ['chronic.people', 'Người bệnh mạn tính đang quản lý'], ['chronic.enrolled', 'Bệnh đưa vào quản lý trong tháng'], ['chronic.hypertension', 'Tăng huyết áp đang quản lý'], ['chronic.diabetes', 'Đái tháo đường đang quản lý'],
  ['chronic.bpControl', 'Tăng huyết áp đạt mục tiêu (quản lý từ 6 tháng)'], ['chronic.dmControl', 'Đái tháo đường đạt mục tiêu'], ['chronic.missedVisit', 'Không tái khám trong 3 tháng'], ['chronic.screened', 'Người từ 40 tuổi được đo huyết áp trong năm'],
  ['cases.all', 'Ca bệnh truyền nhiễm đã báo cáo'], ['caseDeaths.all', 'Trong đó tử vong'], ...reportedDiseases.flatMap((disease) => [[caseLine(disease), `${diseaseNames[disease]}, số ca`], [deathLine(disease), `${diseaseNames[disease]}, tử vong`]] as const),
  ['cold.readings', 'Lần đo nhiệt độ bảo quản vắc xin đã đo (trên số lần phải đo)'],
  ['stock.listed', 'Thuốc trong danh mục của trạm'], ['stock.available', 'Thuốc còn hàng cuối tháng'], ['stock.outOfStock', 'Thuốc có ngày hết hàng'], ['stock.days', 'Tổng số ngày hết hàng'],
]);
export const reportLineWords = (id: string): string => lineWords.get(id) ?? id;

export const notKeptWords: Readonly<Record<(typeof notKept)[number], string>> = {
  deaths: 'tử vong và nguyên nhân', budget: 'thu chi ngân sách', referrals: 'lượt chuyển tuyến', traditional: 'khám y học cổ truyền', hepb0Within24h: 'viêm gan B trong 24 giờ',
  vitaminA: 'uống vitamin A', contraception: 'kế hoạch hóa gia đình', tuberculosis: 'lao', injuries: 'tai nạn thương tích', latrines: 'nhà tiêu hợp vệ sinh', water: 'nước sạch',
};
export const relockWords: Readonly<Record<RelockReason, string>> = { recordsAdded: 'có bản ghi nhập thêm', recordsCorrected: 'có bản ghi được sửa', figuresCorrected: 'sửa dân số', returned: 'cấp trên trả lại' };
