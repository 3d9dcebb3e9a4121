import type { Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { dueDay, gestationOn } from '../../../src-shared/domain/maternal/gestation.ts';
import { antenatalAlerts } from '../../../src-shared/domain/maternal/maternal-alerts.ts';
import type { BirthEntry, VisitEntry } from '../queries/maternal-register.ts';
import { alertsText, attendantWords, babyStatusWords, complicationWords, findings, gestationWords, givenWords, modeWords, motherStatusWords, paraWords, placeWords, risksWords, testsDoneWords } from './maternal-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { ageWords, count, day, homeWords, sexWords } from './paper-words.ts';
import type { Pen, TableColumn } from './pen.ts';

interface Facts<E> { entries: readonly E[]; /** Days. */ from: string; to: string; letterhead: Letterhead }
const daysWords = (from: string, to: string): string => `Từ ngày ${day(from)} đến ngày ${day(to)}`;

/** Columns of register A3, "Sổ khám thai" (TT 37/2019/TT-BYT). FROM KNOWLEDGE (maternal.json `pregnancy_fields`, `visit_fields`). */
const visitColumns: readonly TableColumn[] = [
  { heading: 'STT', share: 24, align: 'center' }, { heading: 'Ngày khám', share: 50, align: 'center' }, { heading: 'Họ tên', share: 68 }, { heading: 'Tuổi', share: 24, align: 'center' }, { heading: 'Địa chỉ, điện thoại', share: 56 },
  { heading: 'Kinh cuối; dự sinh', share: 52, align: 'center' }, { heading: 'Có thai lần; tiền sử', share: 58 }, { heading: 'Tuổi thai', share: 40 }, { heading: 'Cân (kg)', share: 26, align: 'center' }, { heading: 'HA', share: 37, align: 'center' }, { heading: 'Cao TC / vòng bụng', share: 42, align: 'center' },
  { heading: 'Tim thai, ngôi', share: 46 }, { heading: 'Xét nghiệm', share: 68 }, { heading: 'Tiêm, thuốc', share: 44 }, { heading: 'Tiên lượng; xử trí', share: 58 }, { heading: 'Hẹn khám', share: 50, align: 'center' }, { heading: 'Người khám', share: 36 },
];

/** Sổ khám thai: a line for each visit. That tests of HIV, hepatitis B and syphilis were done stands there, no result. */
export function drawAntenatalRegister(pen: Pen, { entries, from, to, letterhead }: Facts<VisitEntry>): void {
  paperHead(pen, letterhead, 'SỔ KHÁM THAI', daysWords(from, to));
  pen.table(visitColumns, entries.map(({ person, pregnancy, visit }, index) => {
    const due = pregnancy && dueDay(pregnancy);
    const [weight = '', pressure = '', height = '', heart = '', blood = ''] = findings(visit);
    return [
      String(index + 1), day(visit.occurredOn), person.fullName, ageWords(person.bornOn, visit.occurredOn), [homeWords(person), person.phone].filter(Boolean).join(', '),
      [pregnancy?.lastPeriodOn === undefined ? '' : day(pregnancy.lastPeriodOn), due ? day(due.dueOn) : ''].filter(Boolean).join('\n'), pregnancy ? [paraWords(pregnancy), risksWords(pregnancy)].filter(Boolean).join('; ') : '', gestationWords(gestationOn(due, visit.occurredOn)),
      weight, pressure, height, heart, [blood, pregnancy && testsDoneWords(pregnancy) ? `đã làm ${testsDoneWords(pregnancy)}` : ''].filter(Boolean).join('; '), givenWords(visit),
      [alertsText(antenatalAlerts(visit, due)), visit.referredTo === undefined ? '' : `chuyển ${visit.referredTo}`].filter(Boolean).join('; '), visit.nextVisitOn === undefined ? '' : day(visit.nextVisitOn), visit.author.displayName,
    ];
  }), { size: 6.8, empty: 'Không có lần khám thai nào', keep: signaturesRoom });
  pen.gap(8);
  pen.text(`Tổng số: ${count(entries.length)} lần khám của ${count(new Set(entries.map(({ visit }) => visit.patientId)).size)} phụ nữ`, { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

/** Columns of register A4, "Sổ đẻ" (TT 37/2019/TT-BYT). FROM KNOWLEDGE (maternal.json `delivery_fields`). */
const birthColumns: readonly TableColumn[] = [
  { heading: 'STT', share: 24, align: 'center' }, { heading: 'Họ tên mẹ', share: 84 }, { heading: 'Tuổi', share: 24, align: 'center' }, { heading: 'Địa chỉ', share: 66 }, { heading: 'Dân tộc, nghề', share: 50 }, { heading: 'Có thai lần', share: 50 }, { heading: 'Số lần khám', share: 32, align: 'center' },
  { heading: 'Ngày giờ đẻ', share: 52, align: 'center' }, { heading: 'Tuần', share: 26, align: 'center' }, { heading: 'Nơi đẻ; người đỡ', share: 70 }, { heading: 'Cách đẻ', share: 46 }, { heading: 'Tai biến', share: 56 }, { heading: 'Tình trạng con', share: 132 }, { heading: 'Mẹ', share: 44 }, { heading: 'Ghi chú', share: 56 },
];

/** Sổ đẻ: a line for each birth, one below the other its babies. */
export function drawBirthRegister(pen: Pen, { entries, from, to, letterhead }: Facts<BirthEntry>): void {
  paperHead(pen, letterhead, 'SỔ ĐẺ', daysWords(from, to));
  pen.table(birthColumns, entries.map(({ person, pregnancy, visits, birth }, index) => {
    const weeks = birth.weeks ?? gestationOn(pregnancy && dueDay(pregnancy), birth.bornOn)?.weeks;
    return [
      String(index + 1), person.fullName, ageWords(person.bornOn, birth.bornOn), homeWords(person), [person.ethnicity, person.occupation].filter(Boolean).join(', '), pregnancy ? paraWords(pregnancy) : '', String(visits.length),
      [birth.bornTime, day(birth.bornOn)].filter(Boolean).join(' '), weeks === undefined ? '' : String(weeks), [birth.placeName ?? placeWords[birth.place], birth.attendant && attendantWords[birth.attendant]].filter(Boolean).join('; '), modeWords[birth.mode],
      [...(birth.complications ?? []).map((one) => complicationWords[one]), birth.otherComplications].filter(Boolean).join(', '), birth.babies.map(babyLine).join('\n'), motherStatusWords[birth.motherStatus], birth.note ?? '',
    ];
  }), { size: 7, empty: 'Không có ca đẻ nào', keep: signaturesRoom });
  pen.gap(8);
  const babies = entries.flatMap(({ birth }) => birth.babies);
  pen.text(`Tổng số: ${count(entries.length)} ca đẻ, ${count(babies.filter(({ status }) => status !== 'stillborn').length)} trẻ đẻ ra sống`, { bold: true });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

function babyLine({ sex, weightG, apgar1, apgar5, status, hepB0, vitaminK, breastfedInFirstHour }: Birth['babies'][number]): string {
  const apgar = apgar1 === undefined && apgar5 === undefined ? '' : `Apgar ${apgar1 ?? '–'}/${apgar5 ?? '–'}`;
  return [sexWords[sex], weightG === undefined ? '' : `${count(weightG)} g`, apgar, babyStatusWords[status], hepB0 ? 'VGB sơ sinh' : '', vitaminK ? 'vitamin K' : '', breastfedInFirstHour ? 'bú giờ đầu' : ''].filter(Boolean).join(', ');
}
