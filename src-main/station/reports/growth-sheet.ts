import type { GrowthView } from '../../../src-shared/contract/queries.ts';
import { ageOn } from '../../../src-shared/domain/common/age-on.ts';
import { datePrecision } from '../../../src-shared/domain/common/partial-date.ts';
import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import { growthChart } from '../../../src-shared/domain/growth/growth-chart.ts';
import { FOLLOWED_MONTHS } from '../../../src-shared/domain/growth/growth-of.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { drawGrowthFigure } from './growth-figure.ts';
import { growthValueWords } from './growth-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { ageWords, day, homeWords, sexWords } from './paper-words.ts';
import type { Pen } from './pen.ts';

const FIGURE_HEIGHT = 205;
const decimal = (value: number | undefined): string => (value === undefined ? '' : formatDecimal(value, Number.isInteger(value) ? 0 : 1));

/** How a child grew, for the family to keep: weight and length for age with the bands of the standard, and each day it was measured. */
export function drawGrowthSheet(pen: Pen, { patient, view, letterhead }: { patient: Patient; view: GrowthView; letterhead: Letterhead }): void {
  const { sex, bornOn, points } = view;
  const precision = datePrecision(bornOn);
  paperHead(pen, letterhead, 'BIỂU ĐỒ TĂNG TRƯỞNG', `Đến ngày ${day(letterhead.today)}`);
  pen.field('Họ tên', patient.fullName);
  pen.columns([`Ngày sinh: ${day(patient.bornOn)}`, `Giới: ${sexWords[patient.sex]}`]);
  pen.field('Địa chỉ', homeWords(patient));
  pen.field('Người giám hộ', patient.guardian && [patient.guardian.fullName, patient.guardian.relation, patient.guardian.phone].filter(Boolean).join(', '));
  pen.gap(4);
  // Without an age there is nothing to draw over it.
  if (sex !== 'undetermined' && precision !== 'year') {
    const untilMonths = Math.min(ageOn(bornOn, letterhead.today)?.months ?? 0, FOLLOWED_MONTHS);
    for (const index of ['weightForAge', 'heightForAge'] as const) pen.figure(FIGURE_HEIGHT, (canvas) => { drawGrowthFigure(canvas, growthChart(index, { sex, points, untilMonths })); });
  }
  pen.gap(4);
  pen.table([
    { heading: 'Ngày đo', share: 13, align: 'center' }, { heading: 'Tuổi', share: 11, align: 'center' }, { heading: 'Cân nặng (kg)', share: 10, align: 'center' }, { heading: 'Chiều cao (cm)', share: 10, align: 'center' },
    { heading: 'Cân nặng theo tuổi (SD)', share: 23 }, { heading: 'Chiều cao theo tuổi (SD)', share: 23 }, { heading: 'Cân nặng theo chiều cao (SD)', share: 23 },
  ], points.map(({ on, weightKg, heightCm, indices }) => [day(on), ageWords(bornOn, on), decimal(weightKg), decimal(heightCm), growthValueWords('weightForAge', indices.weightForAge), growthValueWords('heightForAge', indices.heightForAge), growthValueWords('weightForHeight', indices.weightForHeight)]),
  { size: 8, empty: 'Chưa cân đo lần nào', keep: signaturesRoom });
  pen.text(`Chuẩn tăng trưởng của WHO 2006. ${assumedWords(precision, bornOn)}`, { faint: true, size: 7.5 });
  signatures(pen, letterhead.today, ['Người nhà', 'Người lập']);
}

function assumedWords(precision: ReturnType<typeof datePrecision>, bornOn: string): string {
  const lying = 'Dưới 24 tháng coi như đo nằm, từ 24 tháng đo đứng.';
  switch (precision) {
    case 'day': return lying;
    case 'month': return `Không rõ ngày sinh: tuổi tính từ ngày 15/${day(bornOn)}. ${lying}`;
    case 'year': return 'Chỉ biết năm sinh: chỉ so cân nặng với chiều cao, dưới 87 cm coi như đo nằm.';
  }
}
