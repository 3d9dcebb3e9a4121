import type { ChronicCondition } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import type { RegisterEntry } from '../queries/chronic-register.ts';
import { complicationWords, conditionWords, controlledWords, episodeStatusWords, foundByWords, glucoseWords, pressureWords, riskFactorWords } from './chronic-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { count, day, sexWords } from './paper-words.ts';
import type { Pen, TableColumn } from './pen.ts';

/** Columns of register A11, "Sổ quản lý bệnh không lây nhiễm" (TT 37/2019/TT-BYT). FROM KNOWLEDGE (ncd.json `enrol_fields`). */
const columns: readonly TableColumn[] = [
  { heading: 'STT', share: 22, align: 'center' }, { heading: 'Họ tên', share: 92 }, { heading: 'Ngày sinh', share: 46, align: 'center' }, { heading: 'Giới', share: 26, align: 'center' }, { heading: 'Thôn, điện thoại', share: 74 },
  { heading: 'Bệnh (ICD-10)', share: 92 }, { heading: 'Phát hiện', share: 66 }, { heading: 'Vào quản lý', share: 50, align: 'center' }, { heading: 'Yếu tố nguy cơ; biến chứng', share: 100 },
  { heading: 'Lần đo gần nhất', share: 84 }, { heading: 'Mục tiêu', share: 42, align: 'center' }, { heading: 'Hẹn khám', share: 48, align: 'center' }, { heading: 'Tình trạng', share: 66 },
];

/** The register of chronic conditions, what is no longer managed too; what was struck out is not in it. */
export function drawChronicRegister(pen: Pen, { entries, condition, letterhead }: { entries: readonly RegisterEntry[]; condition: ChronicCondition | undefined; letterhead: Letterhead }): void {
  paperHead(pen, letterhead, 'SỔ QUẢN LÝ BỆNH KHÔNG LÂY NHIỄM', [condition && conditionWords[condition], `Đến ngày ${day(letterhead.today)}`].filter(Boolean).join(' · '));
  pen.table(columns, entries.map(lineOf), { size: 7.5, empty: 'Sổ chưa có ai', keep: signaturesRoom });
  pen.gap(8);
  const active = entries.filter(({ status, isAway }) => status === 'active' && !isAway);
  pen.text(`Tổng số: ${count(entries.length)} lượt bệnh, đang quản lý ${count(active.length)} của ${count(new Set(active.map(({ person }) => person._id)).size)} người`, { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

function lineOf({ person, episode, standing: { lastPressure, lastGlucose, nextVisitOn }, status, since, controlled, isAway }: RegisterEntry, index: number): string[] {
  const isManaged = status === 'active' && !isAway;
  return [
    String(index + 1), person.fullName, day(person.bornOn), sexWords[person.sex], [person.village, person.phone].filter(Boolean).join(', '),
    `${conditionWords[episode.condition]}${episode.icd10 === undefined ? '' : ` (${episode.icd10})`}`, `${day(episode.foundOn)}, ${foundByWords[episode.foundBy]}`, day(episode.enrolledOn),
    [(episode.riskFactors ?? []).map((one) => riskFactorWords[one]).join(', '), [...(episode.complications ?? []).map((one) => complicationWords[one]), episode.otherComplications].filter(Boolean).join(', ')].filter(Boolean).join('; '),
    [lastPressure && `${pressureWords(lastPressure)} (${day(lastPressure.on)})`, lastGlucose && `${glucoseWords(lastGlucose)} (${day(lastGlucose.on)})`].filter(Boolean).join('; '),
    isManaged && controlled !== undefined ? controlledWords[controlled] : '', isManaged && nextVisitOn !== undefined ? day(nextVisitOn) : '',
    isAway ? 'đã bàn giao trạm khác' : `${episodeStatusWords[status]}${status === 'active' ? '' : ` ${day(since)}`}`,
  ];
}
