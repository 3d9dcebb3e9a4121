import type { Nutrition, NutritionRow } from '../../../src-shared/contract/queries.ts';
import type { NutritionFinding } from '../../../src-shared/domain/growth/derive-nutrition.ts';
import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import { findingWords, growthValueWords } from './growth-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { ageWords, count, day, sexWords } from './paper-words.ts';
import type { Pen } from './pen.ts';

/** `village`: `null` for children of whom none is written down. */
interface NutritionListFacts { list: Nutrition; village: string | null | undefined; finding: NutritionFinding | undefined; letterhead: Letterhead }

/** The children under five in the order one walks, by village and name, with what was last measured and what it says. */
export function drawNutritionList(pen: Pen, { list, village, finding, letterhead }: NutritionListFacts): void {
  const which = [village === null ? 'chưa ghi thôn' : village, finding && findingWords[finding]].filter(Boolean).join(', ');
  paperHead(pen, letterhead, 'DANH SÁCH DINH DƯỠNG TRẺ DƯỚI 5 TUỔI', [`Tính đến ngày ${day(list.on)}`, which].filter(Boolean).join(' · '));
  pen.table([
    { heading: 'STT', share: 4, align: 'center' }, { heading: 'Họ tên trẻ', share: 15 }, { heading: 'Ngày sinh', share: 8, align: 'center' }, { heading: 'Tuổi', share: 7, align: 'center' }, { heading: 'Giới', share: 4, align: 'center' }, { heading: 'Thôn', share: 9 },
    { heading: 'Người giám hộ, điện thoại', share: 15 }, { heading: 'Cân đo lần cuối', share: 14 }, { heading: 'Cân nặng theo tuổi', share: 11 }, { heading: 'Chiều cao theo tuổi', share: 11 }, { heading: 'Cân nặng theo chiều cao', share: 11 }, { heading: 'Ghi chú', share: 10 },
  ], list.rows.map((row, index) => rowOf(row, index, list.on)), { size: 7.5, empty: 'Không có trẻ nào', keep: signaturesRoom });
  pen.gap(8);
  const { weightForAge, heightForAge, weightForHeight } = list.counts;
  const share = (words: string, low: number, of: number) => `${words} ${count(low)}/${count(of)}${of > 0 ? ` (${formatDecimal((low / of) * 100, 1)} %)` : ''}`;
  pen.text([
    `Trong sổ${village === undefined ? '' : ' của thôn'}: ${count(list.children)} trẻ; 12 tháng qua: ${share('nhẹ cân', weightForAge.low, weightForAge.of)}`, share('thấp còi', heightForAge.low, heightForAge.of),
    share('gầy còm', weightForHeight.low, weightForHeight.of), share('thừa cân, béo phì', weightForHeight.high, weightForHeight.of), `quá hạn cân ${count(list.notWeighed)}`,
  ].join('; '), { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

function rowOf({ patient, guardian, latest, weighedOn, weightKg, measuredOn, heightCm, missed }: NutritionRow, index: number, on: string): string[] {
  const decimal = (value: number) => formatDecimal(value, Number.isInteger(value) ? 0 : 1);
  const weighed = weightKg !== undefined && `${decimal(weightKg)} kg ngày ${day(weighedOn ?? '')}`;
  const measured = heightCm !== undefined && `${decimal(heightCm)} cm${measuredOn === weighedOn ? '' : ` ngày ${day(measuredOn ?? '')}`}`;
  return [
    String(index + 1), patient.fullName, day(patient.bornOn), ageWords(patient.bornOn, on), sexWords[patient.sex], patient.village ?? '', [guardian?.fullName ?? patient.householdHead, patient.phone ?? guardian?.phone].filter(Boolean).join(', '),
    [weighed, measured].filter(Boolean).join('; '), growthValueWords('weightForAge', latest.weightForAge), growthValueWords('heightForAge', latest.heightForAge), growthValueWords('weightForHeight', latest.weightForHeight),
    missed === 'never' ? 'chưa cân lần nào' : missed === 'long' ? 'quá hạn cân' : '',
  ];
}
