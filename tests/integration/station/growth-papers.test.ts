import { expect, it } from 'vitest';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { readPaper, stationOfLines } from './station-of-lines.ts';
import { aPerson, personId } from './world.ts';

/** A girl who falls behind, one whose weight was typed without its comma, one known by the year of birth, one never weighed. */
function aStationWithChildren(): StationDatabase {
  const visit = (n: number, occurredOn: string, kg: number, cm?: number) => ['recordVisit', { patientId: personId(n), occurredOn, diagnoses: [{ text: 'Khám trẻ em' }], treatment: 'Tư vấn', observations: { weightKg: { value: kg }, ...(cm ? { heightCm: { value: cm } } : {}) } }] as const;
  const lines: (readonly [string, object])[] = [
    ['registerPatient', aPerson(1, { fullName: 'Vàng Thị Hoa', sex: 'female', bornOn: '2025-01-10', village: 'Bản Nà Pó', householdHead: 'Vàng A Sính', guardian: { fullName: 'Thào Thị Dợ', relation: 'mẹ', phone: '0912000611' } })],
    ['registerPatient', aPerson(2, { fullName: 'Trần Gia Hưng', sex: 'male', bornOn: '2023-07-10', village: 'Thôn 2', phone: '0912000622', nationalId: undefined, noNationalIdReason: 'neverIssued' })],
    ['registerPatient', aPerson(3, { fullName: 'Sùng A Yên', sex: 'male', bornOn: '2024', village: 'Thôn 2', nationalId: undefined, noNationalIdReason: 'neverIssued' })],
    ['registerPatient', aPerson(4, { fullName: 'Hoàng Đức Lương', sex: 'male', bornOn: '2026-02', nationalId: undefined, noNationalIdReason: 'newborn', village: undefined })],
    visit(1, '2025-01-13', 3.1, 48.5), visit(1, '2025-07-13', 6.9, 64.4), visit(1, '2026-01-13', 7.7, 70.5), visit(1, '2026-10-13', 8.2, 76.1),
    visit(2, '2026-10-10', 146, 98), visit(3, '2026-10-23', 11.2, 84),
  ];
  return stationOfLines(lines);
}

it('[GRO18] the chart of a child has both charts for age, every day it was measured with its classes, and what is assumed', async () => {
  const db = aStationWithChildren();
  const { text, fileName } = await readPaper(db, { paper: 'growthChart', patientId: personId(1), size: 'A4' });
  for (const said of ['BIỂU ĐỒ TĂNG TRƯỞNG', 'Vàng Thị Hoa', 'Thào Thị Dợ, mẹ, 0912000611', 'Cân nặng theo tuổi', 'Chiều cao theo tuổi', 'tháng tuổi', '+3', '-3', 'nhẹ cân nặng', 'thấp còi', '13/10/2026', '8,2', '76,1', 'Dưới 24 tháng coi như đo nằm', 'Người nhà']) expect(text).toContain(said);
  expect(text).toMatch(/-2,\d\d \(nhẹ cân\)/);
  expect(fileName).toBe('bieu-do-tang-truong-vang-thi-hoa.pdf');
  // Typed without its comma: on the paper, but called nothing.
  expect((await readPaper(db, { paper: 'growthChart', patientId: personId(2), size: 'A4' })).text).toContain('khó tin, xem lại');
  const year = await readPaper(db, { paper: 'growthChart', patientId: personId(3), size: 'A4' });
  expect(year.text).toContain('Chỉ biết năm sinh');
  expect(year.text).not.toContain('tháng tuổi');
  expect((await readPaper(db, { paper: 'growthChart', patientId: personId(4), size: 'A4' })).text).toContain('tuổi tính từ ngày 15/02/2026');
  expect(await makePaper(db, { paper: 'growthChart', patientId: personId(9), size: 'A4' })).toEqual({ ok: false, refusal: { code: 'PatientNotFound' } });
});

it('[GRO19] the list has every child the page was filtered to, with whom to call, and the counts', async () => {
  const db = aStationWithChildren();
  const all = await readPaper(db, { paper: 'nutritionList', size: 'A4' });
  for (const said of ['DANH SÁCH DINH DƯỠNG TRẺ DƯỚI 5 TUỔI', 'Thào Thị Dợ, 0912000611', '0912000622', '8,2 kg ngày 13/10/2026; 76,1 cm', 'chưa cân lần nào', 'Trong sổ: 4 trẻ; 12 tháng qua: nhẹ cân 1/1 (100,0 %); thấp còi 1/2 (50,0 %)', 'quá hạn cân 1']) expect(all.text).toContain(said);
  expect(all.text.indexOf('Vàng Thị Hoa')).toBeLessThan(all.text.indexOf('Trần Gia Hưng'));
  expect(all.fileName).toBe('dinh-duong-tre-em-2026-11-22.pdf');
  const some = await readPaper(db, { paper: 'nutritionList', size: 'A4', village: 'Thôn 2', finding: 'implausible' });
  expect(some.text).toContain('Thôn 2, số đo khó tin');
  expect(some.text).not.toContain('Sùng A Yên');
  expect(some.text).toContain('Trong sổ của thôn: 2 trẻ');
});
