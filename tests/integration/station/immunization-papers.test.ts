import { expect, it } from 'vitest';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { anId } from '../../support/builders.ts';
import { readPaper, stationOfLines } from './station-of-lines.ts';
import { aPerson, personId } from './world.ts';

const voided = anId('immunizations');

/** A child of three months with two doses, one of a month with none, one whose day of birth nobody knows, and a mother. */
function aStationWithChildren(): StationDatabase {
  const dose = (n: number, with_: object) => ['recordImmunization', { patientId: personId(n), doseNumber: 1, place: 'here', programme: 'expanded', lotNumber: 'BCG-77', expiresOn: '2028-01', ...with_ }] as const;
  const lines: (readonly [string, object])[] = [
    ['registerPatient', aPerson(1, { fullName: 'Lò Minh An', bornOn: '2026-08-16', village: 'Bản Nà Pó', householdHead: 'Lò Văn Dũng', guardian: { fullName: 'Quàng Thị Hiền', relation: 'mẹ', phone: '0912000111' } })],
    ['registerPatient', aPerson(2, { fullName: 'Phạm Bảo Ngọc', bornOn: '2026-10-20', village: 'Thôn 2', phone: '0912000222' })],
    ['registerPatient', aPerson(3, { fullName: 'Giàng Thị Chi', bornOn: '2024', village: 'Bản Nà Pó' })],
    ['registerPatient', aPerson(4, { fullName: 'Trần Thị Thu', bornOn: '1995-02-11', village: 'Thôn 2' })],
    dose(1, { vaccine: 'HEPB0', occurredOn: '2026-08-16', place: 'elsewhere', placeName: 'Bệnh viện huyện', lotNumber: 'VGB-1' }), dose(1, { vaccine: 'BCG', occurredOn: '2026-09-02', vaccinator: 'Hoàng Thị Mơ' }),
    dose(1, { vaccine: 'PCV', occurredOn: '2026-11-02', programme: 'service', lotNumber: 'PCV-3' }), dose(1, { id: voided, vaccine: 'MVVAC', occurredOn: '2026-11-20', lotNumber: 'SOI-NHAM' }), ['voidImmunization', { id: voided, voidReason: 'wrongPatient' }],
    dose(4, { vaccine: 'TT', occurredOn: '2024-05-05', lotNumber: 'TT-9' }),
  ];
  return stationOfLines(lines);
}

it('[PAP7] the card of a child has every dose of the schedule, given or with its day, and the others; what was struck out is not on it', async () => {
  const db = aStationWithChildren();
  for (const size of ['A4', 'A5'] as const) {
    const { text, fileName } = await readPaper(db, { paper: 'immunizationCard', patientId: personId(1), size });
    for (const said of ['PHIẾU TIÊM CHỦNG', 'Lò Minh An', 'Quàng Thị Hiền, mẹ, 0912000111', 'Viêm gan B sơ sinh', '16/08/2026', 'Bệnh viện huyện', 'BCG-77', 'Hoàng Thị Mơ', '18 tháng', '7 tuổi', 'Phế cầu', 'PCV-3', 'Người nhà']) expect(text, size).toContain(said);
    expect(text).toMatch(/từ 16\/05\/2027/);
    expect(text).not.toContain('SOI-NHAM');
    expect(fileName).toBe('phieu-tiem-chung-lo-minh-an.pdf');
  }
});

it('[PAP7] a birth not known to the day is said with the day it is reckoned from; of an adult what was given stands on it, without the schedule', async () => {
  const db = aStationWithChildren();
  expect((await readPaper(db, { paper: 'immunizationCard', patientId: personId(3), size: 'A4' })).text).toContain('Không rõ ngày sinh: lịch tính từ 31/12/2024.');
  const { text } = await readPaper(db, { paper: 'immunizationCard', patientId: personId(4), size: 'A4' });
  expect(text).toContain('Uốn ván hấp phụ');
  expect(text).not.toContain('Sơ sinh');
  expect(await makePaper(db, { paper: 'immunizationCard', patientId: personId(9), size: 'A4' })).toEqual({ ok: false, refusal: { code: 'PatientNotFound' } });
});

it('[PAP8] the list of children due has every one the page is filtered to, by village, with whom to call, what is late, and the doses needed', async () => {
  const db = aStationWithChildren();
  const all = await readPaper(db, { paper: 'immunizationsDue', size: 'A4', until: '2026-11-22' });
  for (const said of ['DANH SÁCH TRẺ ĐẾN LỊCH TIÊM', 'Tính đến ngày 22/11/2026', 'Quàng Thị Hiền, 0912000111', '0912000222', '(trễ)', 'Tổng số: 3 trẻ', 'chưa chép sổ tiêm', '1 trẻ chưa chép sổ tiêm, chưa tính liều']) expect(all.text).toContain(said);
  expect(all.text.indexOf('Lò Minh An')).toBeLessThan(all.text.indexOf('Phạm Bảo Ngọc'));
  expect(all.text).not.toContain('Trần Thị Thu');
  expect(all.fileName).toBe('tre-den-lich-2026-11-22.pdf');
  const some = await readPaper(db, { paper: 'immunizationsDue', size: 'A4', until: '2026-11-22', village: 'Thôn 2', vaccine: 'BCG', late: true });
  expect(some.text).toContain('Thôn 2, Lao (BCG), chỉ trẻ trễ lịch');
  expect(some.text).toContain('Tổng số: 1 trẻ; Lao (BCG) 1 liều');
});
