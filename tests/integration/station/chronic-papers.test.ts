import { expect, it } from 'vitest';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { anId } from '../../support/builders.ts';
import { readings } from '../../support/chronic.ts';
import { readPaper, stationOfLines } from './station-of-lines.ts';
import { aPerson, personId } from './world.ts';

const [wrong, referred] = [anId('episodes', 8), anId('episodes', 9)];

/** One overdue with two conditions, one lost, one referred, one handed over, one struck out of the register. */
function aStationWithPatients(): StationDatabase {
  const enrol = (n: number, with_: object = {}) => ['enrolCondition', { patientId: personId(n), condition: 'hypertension', icd10: 'I10', foundOn: '2025-02', foundBy: 'screening', enrolledOn: '2026-01-10', ...with_ }] as const;
  const lines: (readonly [string, object])[] = [
    ...([[1, 'Lò Văn An', 'Bản Nà Pó'], [2, 'Phạm Thị Ngọc', 'Thôn 2'], [3, 'Giàng Thị Chi', 'Thôn 2'], [4, 'Trần Thị Thu', 'Thôn 2'], [5, 'Ghi Nhầm', 'Thôn 2']] as const).map(([n, fullName, village]) => ['registerPatient', aPerson(n, { fullName, village, bornOn: '1960-05-01', phone: `091200011${n}` })] as const),
    enrol(1, { riskFactors: ['salt', 'family'], complications: ['eye'], otherComplications: 'phù chân' }), enrol(1, { condition: 'diabetes', icd10: 'E11.9' }),
    ['recordFollowUp', { patientId: personId(1), occurredOn: '2026-10-10', bloodPressure: readings('152/94'), fastingGlucoseMmolL: 6.5, nextVisitOn: '2026-11-09' }],
    enrol(2), enrol(3, { id: referred }), ['changeEpisodeStatus', { id: referred, on: '2026-11-02', status: 'referred' }],
    enrol(4), ['handOverPerson', { patientId: personId(4), toUnit: '25002', reason: 'movedHome' }], enrol(5, { id: wrong }), ['voidEpisode', { id: wrong, voidReason: 'wrongPatient' }],
  ];
  return stationOfLines(lines);
}

it('[PAP9] the list of people to come has every one the page is filtered to, by village, with whom to call, what was measured, and how late', async () => {
  const db = aStationWithPatients();
  const all = await readPaper(db, { paper: 'careDue', size: 'A4', until: '2026-11-22' });
  for (const said of ['ĐẾN HẸN TÁI KHÁM', 'Tính đến ngày 22/11/2026', '0912000111', 'Tăng huyết áp (chưa đạt); Đái tháo đường (đạt)', 'HA 152/94 (10/10/2026); ĐH đói 6,5 (10/10/2026)', '09/11/2026', 'quá hẹn 13 ngày', 'bỏ trị', 'Tổng số: 2 người; 1 quá hẹn; 1 bỏ trị']) expect(all.text).toContain(said);
  expect(all.text.indexOf('Lò Văn An')).toBeLessThan(all.text.indexOf('Phạm Thị Ngọc'));
  for (const other of ['Giàng Thị Chi', 'Trần Thị Thu', 'Ghi Nhầm']) expect(all.text).not.toContain(other);
  expect(all.fileName).toBe('benh-man-tinh-den-hen-2026-11-22.pdf');
  const some = await readPaper(db, { paper: 'careDue', size: 'A4', until: '2026-11-22', village: 'Thôn 2', condition: 'hypertension', state: 'lost' });
  expect(some.text).toContain('Thôn 2, Tăng huyết áp, chỉ người bỏ trị');
  expect(some.text).toContain('Tổng số: 1 người; 1 bỏ trị');
});

it('[PAP10] register A11 has a line for each condition with how it stands, and nothing that was struck out', async () => {
  const db = aStationWithPatients();
  const { text, fileName } = await readPaper(db, { paper: 'chronicRegister', size: 'A4' });
  for (const said of ['SỔ QUẢN LÝ BỆNH KHÔNG LÂY NHIỄM', 'Đái tháo đường (E11.9)', '02/2025, khám sàng lọc', 'ăn mặn, gia đình có người mắc; mắt, phù chân', 'chuyển tuyến 02/11/2026', 'đã bàn giao trạm khác', 'Tổng số: 5 lượt bệnh, đang quản lý 3 của 2 người']) expect(text).toContain(said);
  expect(text).not.toContain('Ghi Nhầm');
  expect(fileName).toBe('so-benh-khong-lay-nhiem-2026-11-22.pdf');
  const some = await readPaper(db, { paper: 'chronicRegister', size: 'A4', condition: 'diabetes' });
  expect(some.text).toContain('Đái tháo đường · Đến ngày 22/11/2026');
  expect(some.text).toContain('Tổng số: 1 lượt bệnh');
});
