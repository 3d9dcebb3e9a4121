import type { FacilityProfile } from '../../../src-shared/domain/facility/facility.schema.ts';
import { bedTypes, roomKinds, stationStaff, villageStaff, type StaffCategory } from '../../../src-shared/domain/facility/facility-lists.ts';
import { DOCTORS_TARGET, summarizeFacility } from '../../../src-shared/domain/facility/summarize-facility.ts';
import { formatDecimal } from '../../../src-shared/domain/common/parse-decimal.ts';
import { bedWords, roomWords, siteFieldWords, siteValueWords, staffWords } from './facility-words.ts';
import { count, day } from './paper-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import type { Pen } from './pen.ts';

/** The whole profile of a station on one sheet: staff, beds, rooms, building and utilities. */
export function drawFacilitySheet(pen: Pen, { profile, letterhead }: { profile: FacilityProfile; letterhead: Letterhead }): void {
  paperHead(pen, letterhead, 'NGUỒN LỰC CỦA TRẠM', `Theo xác nhận ngày ${day(profile.confirmedOn)}`);
  const { doctors, nursesMidwives, staff, bedsPlanned, bedsActual, bedsOccupied } = summarizeFacility(profile);
  pen.columns([`Bác sĩ: ${count(doctors)} (cần ít nhất ${DOCTORS_TARGET} vào năm 2027)`, `Điều dưỡng, hộ sinh: ${count(nursesMidwives)}`, `Nhân lực của trạm: ${count(staff)}`], { bold: true });
  pen.gap(5);

  const people = (categories: readonly StaffCategory[]) => categories.flatMap((category) => {
    const one = profile.staff[category];
    return one ? [[staffWords[category], count(one.headcount), count(one.atWork)]] : [];
  });
  const counted = [{ heading: 'Nhân lực', share: 30 }, { heading: 'Tổng số', share: 9, align: 'right' }, { heading: 'Đang làm', share: 11, align: 'right' }] as const;
  pen.table([...counted, ...counted], sideBySide([...people(stationStaff), ...people(villageStaff)], ['', '', '']), { empty: 'Chưa ghi nhân lực' });
  pen.gap(8);
  pen.table([{ heading: 'Giường', share: 40 }, { heading: 'Kế hoạch', share: 20, align: 'right' }, { heading: 'Thực có', share: 20, align: 'right' }, { heading: 'Đang có người nằm', share: 20, align: 'right' }],
    bedTypes.flatMap((type) => { const one = profile.beds[type]; return one ? [[bedWords[type], count(one.planned), count(one.actual), count(one.occupied)]] : []; }),
    { empty: 'Chưa ghi giường', totals: ['Cộng', count(bedsPlanned), count(bedsActual), count(bedsOccupied)] });
  pen.gap(8);
  const rooms = roomKinds.flatMap((kind) => { const n = profile.rooms[kind]; return n === undefined ? [] : [`${roomWords[kind]}: ${count(n)}`]; });
  pen.field('Số phòng', rooms.join('; '));
  pen.gap(4);
  const facts = (Object.keys(siteFieldWords) as (keyof typeof siteFieldWords)[]).flatMap((field) => {
    const value = profile.site[field];
    return value === undefined ? [] : [[siteFieldWords[field], typeof value === 'number' ? (field === 'builtYear' || field === 'criteriaYear' ? String(value) : Number.isInteger(value) ? count(value) : formatDecimal(value, 1)) : siteValueWords(field, value)]];
  });
  pen.table([{ heading: 'Cơ sở', share: 27 }, { heading: '', share: 23 }, { heading: 'Cơ sở', share: 27 }, { heading: '', share: 23 }],
    sideBySide(facts, ['', '']), { empty: 'Chưa ghi cơ sở', keep: signaturesRoom });
  signatures(pen, letterhead.today, ['Người lập', 'Trưởng trạm']);
}

/** The second half of the lines beside the first, so that a long list takes half the page. */
function sideBySide(lines: readonly string[][], nothing: readonly string[]): string[][] {
  const half = Math.ceil(lines.length / 2);
  return lines.slice(0, half).map((left, n) => [...left, ...(lines[half + n] ?? nothing)]);
}
