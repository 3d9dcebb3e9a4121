import type { ColdMonthView } from '../../../src-shared/contract/cold-chain.ts';
import { bandOf, type ColdPlaceKind } from '../../../src-shared/domain/cold-chain/cold-place.ts';
import type { ColdAlarmKind } from '../../../src-shared/domain/cold-chain/derive-cold-alarms.ts';
import type { ShiftState } from '../../../src-shared/domain/cold-chain/derive-cold-month.ts';
import type { ColdOutcome } from '../../../src-shared/domain/cold-chain/cold-decision.schema.ts';
import type { coldActions, ColdShift, TemperatureReading } from '../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import { day } from './paper-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import type { Pen, TableColumn } from './pen.ts';
import { drawTemperatureFigure } from './temperature-figure.ts';

const actionWords: Readonly<Record<(typeof coldActions)[number], string>> = { adjusted: 'chỉnh lại nhiệt độ', movedVaccines: 'chuyển vắc xin đi', calledRepair: 'gọi thợ sửa', generator: 'chạy máy phát', defrosted: 'xả đá', doorClosed: 'đóng lại cửa' };
const tagWords = { ok: 'chỉ thị đông băng bình thường', activated: 'CHỈ THỊ ĐÔNG BĂNG ĐÃ KÍCH HOẠT', none: '' } as const;
const alarmWords: Readonly<Record<ColdAlarmKind, string>> = { frozen: 'có thể đã đông băng', cold: 'lạnh hơn mức cho phép', warm: 'nóng hơn mức cho phép', warmLong: 'nóng hơn mức cho phép từ 10 giờ' };
const outcomeWords: Readonly<Record<ColdOutcome, string>> = { kept: 'giữ lại dùng', shakePassed: 'thử lắc đạt', shakeFailed: 'thử lắc không đạt', quarantined: 'tạm giữ chờ ý kiến', empty: 'trong tủ không có vắc xin' };
const emptyWords: Partial<Record<ShiftState, string>> = { missing: 'CHƯA ĐO', overdue: 'chưa đo' };
const momentWords = (moment: string): string => `${moment.slice(11)} ${day(moment.slice(0, 10))}`;
const bandWords = (kind: ColdPlaceKind): string => { const { low, high } = bandOf(kind); return low === undefined ? `${String(high)} °C trở xuống` : `${String(low)} đến ${String(high)} °C`; };

/** Columns follow the sheet that hangs on the fridge. FROM KNOWLEDGE (stock_rules.json `vaccine_cold_chain.log`). */
const columns: readonly TableColumn[] = [
  { heading: 'Ngày', share: 30, align: 'center' }, { heading: 'Sáng (°C)', share: 62, align: 'center' }, { heading: 'Chiều (°C)', share: 62, align: 'center' }, { heading: 'Mất điện, chỉ thị đông băng, việc đã làm', share: 210 }, { heading: 'Người ghi', share: 100 },
];

/** One cold place in one month: the figure, every day with its readings, what was missed in words, and what was decided. */
export function drawTemperatureSheet(pen: Pen, { view, nameOf, letterhead }: { view: ColdMonthView; nameOf: (account: string) => string; letterhead: Letterhead }): void {
  const { place, month, expected, taken, missing, days } = view;
  paperHead(pen, letterhead, 'BẢNG THEO DÕI NHIỆT ĐỘ', `Tháng ${month.slice(5)}/${month.slice(0, 4)}`);
  pen.field('Tủ', [place.name, place.serial, place.location].filter(Boolean).join('; '));
  pen.field('Khoảng cho phép', bandWords(place.kind));
  pen.figure(150, (canvas) => { drawTemperatureFigure(canvas, view); });
  const standing = Map.groupBy(view.readings.filter(({ voided }) => !voided).toReversed(), ({ takenOn, shift }) => `${takenOn} ${shift}`);
  const at = (on: string, shift: ColdShift) => standing.get(`${on} ${shift}`) ?? [];
  const cell = (on: string, shift: ColdShift, state: ShiftState) => at(on, shift).map(({ temperatureC, takenAt }) => `${formatDecimal(temperatureC, 1)}${takenAt === undefined ? '' : ` (${takenAt})`}`).join('; ') || (emptyWords[state] ?? '');
  pen.table(columns, days.map(({ on, shifts }) => {
    const its = [...at(on, 'morning'), ...at(on, 'afternoon')];
    return [on.slice(8), cell(on, 'morning', shifts.morning), cell(on, 'afternoon', shifts.afternoon), [...new Set(its.flatMap(moreWords))].join('; '), [...new Set(its.map(({ createdBy }) => nameOf(createdBy)))].join('; ')];
  }), { size: 7.5, empty: 'Chưa có lần đo nào', keep: signaturesRoom });
  pen.gap(6);
  pen.text(`Đã đo ${String(taken)} / ${String(expected)} lần${missing.length > 0 ? `, ${String(missing.length)} lần chưa đo` : ''}`, { bold: true });
  for (const alarm of [...view.alarms].reverse()) {
    const decision = alarm.isOpen ? undefined : alarm.decisions[0];
    pen.text(`${momentWords(alarm.from)}${alarm.until === alarm.from ? '' : ` đến ${momentWords(alarm.until)}`}: ${formatDecimal(alarm.worstC, 1)} °C, ${alarmWords[alarm.kind]}. ${decision ? `Đã xử lý: ${outcomeWords[decision.outcome]} (${nameOf(decision.createdBy)}${decision.toldDistrict ? ', đã báo tuyến trên' : ''})` : 'Chưa xử lý'}`);
  }
  signatures(pen, letterhead.today, ['Người theo dõi', 'Trưởng trạm']);
}

const moreWords = ({ powerCut, freezeTag, action }: TemperatureReading): string[] => [powerCut ? 'mất điện' : '', freezeTag ? tagWords[freezeTag] : '', action ? actionWords[action] : ''].filter(Boolean);
