import { timeInUnitZone, todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import { diseaseNames } from '../../../src-shared/domain/surveillance/disease-names.ts';
import { diseaseOf } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { ageWords, day, homeWords, sexWords } from './paper-words.ts';
import type { Pen } from './pen.ts';

const classWords: Readonly<Record<CaseReport['classification'], string>> = { suspected: 'nghi ngờ', probable: 'có thể', confirmed: 'xác định' };
const outcomeWords: Readonly<Record<CaseReport['outcome'], string>> = { treated: 'đang điều trị', recovered: 'khỏi', died: 'tử vong', transferred: 'chuyển viện' };
const vaccinationWords: Readonly<Record<CaseReport['vaccination'], string>> = { full: 'đủ mũi', partial: 'chưa đủ', none: 'chưa tiêm', unknown: 'không rõ' };
const resultWords = { pending: 'chờ kết quả', positive: 'dương tính', negative: 'âm tính', unclear: 'không rõ ràng' } as const;
const changeWords = { result: 'có kết quả xét nghiệm', outcome: 'diễn biến mới', corrected: 'sửa chỗ sai', returned: 'tuyến trên trả lại' } as const;
const withdrawWords = { ruledOut: 'loại trừ bệnh', wrongPatient: 'nhầm người', reportedTwice: 'báo trùng' } as const;

const at = (instant: string): string => { const ms = Date.parse(instant); return `${timeInUnitZone(ms)} ngày ${day(todayInUnitZone(ms))}`; };
const dayOrNothing = (on: string | undefined): string | undefined => (on === undefined ? undefined : day(on));

/** Phiếu báo cáo trường hợp bệnh truyền nhiễm: one version, with when it was due and whether it takes the place of others. Fields of TT 54/2015/TT-BYT, FROM KNOWLEDGE. */
export function drawCaseReportSheet(pen: Pen, { report, patient, letterhead }: { report: CaseReport; patient: Patient; letterhead: Letterhead }): void {
  const { sample, withdrawn, change } = report;
  paperHead(pen, letterhead, 'BÁO CÁO TRƯỜNG HỢP BỆNH TRUYỀN NHIỄM', `Báo cáo lúc ${at(report.reportedAt)}, bản ${report.number}`);
  if (withdrawn) pen.text(`ĐÃ LOẠI TRỪ: ${[withdrawWords[withdrawn.reason], withdrawn.note].filter(Boolean).join(', ')}`, { bold: true });
  if (change) pen.field('Thay bản trước vì', changeWords[change]);
  pen.field('Bệnh', `${diseaseNames[report.diseaseId]}${diseaseOf(report.diseaseId).group === '-' ? '' : ` (nhóm ${diseaseOf(report.diseaseId).group})`}`);
  pen.field('Chẩn đoán', report.diagnosis);
  pen.field('Phân loại ca', classWords[report.classification]);
  pen.gap(4);
  pen.field('Họ tên', `${patient.fullName}, ${sexWords[patient.sex]}, sinh ${day(patient.bornOn)} (${ageWords(patient.bornOn, letterhead.today)} tuổi)`);
  pen.field('Số CCCD', patient.nationalId);
  pen.field('Dân tộc', patient.ethnicity);
  pen.field('Nghề nghiệp', report.occupation ?? patient.occupation);
  pen.field('Nơi ở hiện nay', homeWords(patient));
  pen.field('Nơi ở khi khởi phát', report.addressAtOnset);
  pen.field('Trường, nơi làm việc', report.workplace);
  pen.field('Điện thoại', patient.phone);
  pen.gap(4);
  pen.field('Ngày khởi phát', dayOrNothing(report.onsetOn));
  pen.field('Ngày khám', dayOrNothing(report.visitOn));
  pen.field('Ngày nhập viện', dayOrNothing(report.admittedOn));
  pen.field('Tình trạng', [outcomeWords[report.outcome], dayOrNothing(report.outcomeOn)].filter(Boolean).join(', '));
  pen.field('Tiêm phòng bệnh này', `${vaccinationWords[report.vaccination]}${report.doses === undefined ? '' : `, ${report.doses} mũi`}`);
  pen.field('Đi lại, tiếp xúc 14 ngày trước', report.exposure);
  pen.field('Mẫu xét nghiệm', sample && `${sample.kind}, lấy ngày ${day(sample.takenOn)}, ${resultWords[sample.result]}`);
  pen.field('Đã xử lý', report.action);
  pen.gap(4);
  pen.field('Trạm biết lúc', at(report.detectedAt));
  pen.field('Hạn báo cáo', report.deadlineAt && `${at(report.deadlineAt)}${report.late ? ' (báo trễ hạn)' : ''}`);
  pen.field('Người báo cáo', report.author.displayName);
  pen.need(signaturesRoom);
  signatures(pen, letterhead.today, ['Người báo cáo', 'Trưởng trạm']);
}
