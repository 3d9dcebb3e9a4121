import type { PregnancyView } from '../../../src-shared/contract/queries.ts';
import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { alertsText, findings, gestationWords, givenWords, paraWords, placeWords, risksWords, testsDoneWords } from './maternal-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { ageWords, day, homeWords } from './paper-words.ts';
import type { Pen } from './pen.ts';
import { drawPregnancyFigure } from './pregnancy-figure.ts';

const FIGURE_HEIGHT = 190;

/** Phiếu khám thai, for the woman: the pregnancy, its visits, how the fundal height went. Tests are said to be done; no result stands on it, for it is seen by others. */
export function drawPregnancyCard(pen: Pen, { patient, view: { pregnancy, standing, visits, points }, letterhead }: { patient: Patient; view: PregnancyView; letterhead: Letterhead }): void {
  paperHead(pen, letterhead, 'PHIẾU KHÁM THAI', `Đăng ký ngày ${day(pregnancy.registeredOn)}`);
  pen.field('Họ tên', `${patient.fullName}, ${ageWords(patient.bornOn, letterhead.today)} tuổi`);
  pen.field('Địa chỉ', [homeWords(patient), patient.phone].filter(Boolean).join(', '));
  pen.field('Chồng', [pregnancy.husbandName, pregnancy.husbandPhone].filter(Boolean).join(', '));
  pen.field('Có thai', paraWords(pregnancy));
  pen.field('Kinh cuối', pregnancy.lastPeriodOn === undefined ? undefined : day(pregnancy.lastPeriodOn));
  pen.field('Ngày dự sinh', standing.due && `${day(standing.due.dueOn)} (${standing.due.by === 'ultrasound' ? 'theo siêu âm' : 'theo kinh cuối'})`);
  pen.field('Tuổi thai hôm nay', gestationWords(standing.gestation));
  pen.field('Chiều cao, cân nặng trước khi có thai', [pregnancy.heightCm === undefined ? '' : `${formatDecimal(pregnancy.heightCm)} cm`, pregnancy.weightBeforeKg === undefined ? '' : `${formatDecimal(pregnancy.weightBeforeKg)} kg`].filter(Boolean).join(', '));
  pen.field('Nhóm máu', pregnancy.bloodGroup && `${pregnancy.bloodGroup}${pregnancy.rhesus === undefined ? '' : pregnancy.rhesus === 'positive' ? ', Rh dương' : ', Rh âm'}`);
  pen.field('Xét nghiệm đã làm', testsDoneWords(pregnancy));
  pen.field('Tiền sử, nguy cơ', risksWords(pregnancy));
  pen.field('Dự định đẻ tại', pregnancy.plannedPlace && placeWords[pregnancy.plannedPlace]);
  pen.gap(6);
  const held = visits.filter(({ voided }) => voided === undefined).reverse();
  pen.table([
    { heading: 'Ngày', share: 56, align: 'center' }, { heading: 'Tuổi thai', share: 52 }, { heading: 'Cân (kg)', share: 32, align: 'center' }, { heading: 'HA', share: 40, align: 'center' }, { heading: 'Cao TC / vòng bụng', share: 48, align: 'center' }, { heading: 'Tim thai, ngôi', share: 54 },
    { heading: 'Xét nghiệm', share: 60 }, { heading: 'Tiêm, thuốc', share: 52 }, { heading: 'Bất thường', share: 82 }, { heading: 'Hẹn khám', share: 56, align: 'center' },
  ], held.map((visit) => [day(visit.occurredOn), gestationWords(visit.gestation), ...findings(visit), givenWords(visit), [alertsText(visit.alerts), visit.referredTo === undefined ? '' : `chuyển ${visit.referredTo}`].filter(Boolean).join('; '), visit.nextVisitOn === undefined ? '' : day(visit.nextVisitOn)]), { size: 7.5, empty: 'Chưa khám lần nào' });
  pen.gap(8);
  if (points.some(({ fundalHeightCm }) => fundalHeightCm !== undefined)) pen.figure(FIGURE_HEIGHT, (canvas) => { drawPregnancyFigure(canvas, points); });
  pen.need(signaturesRoom);
  if (standing.kind === 'antenatal' && standing.nextVisitOn !== undefined) pen.text(`Hẹn khám lần sau: ${day(standing.nextVisitOn)}. Đến ngay cơ sở y tế khi ra máu, ra nước ối, đau bụng, đau đầu nhìn mờ, co giật, sốt, thai cử động ít.`, { bold: true });
  signatures(pen, letterhead.today, ['Người khám']);
}
