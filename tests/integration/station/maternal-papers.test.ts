import { expect, it } from 'vitest';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { anId } from '../../support/builders.ts';
import { readings } from '../../support/chronic.ts';
import { readPaper, stationOfLines } from './station-of-lines.ts';
import { aPerson, personId } from './world.ts';

const pregnancy = (n: number) => anId('pregnancies', n);
const wrong = anId('antenatalVisits', 9);

/** One past her due day, one with a danger sign, one who bore twins, one visit struck out. */
function aStationWithMothers(): StationDatabase {
  const lines: (readonly [string, object])[] = [
    ...([[1, 'Lò Thị An', 'Bản Nà Pó'], [2, 'Phạm Thị Ngọc', 'Thôn 2'], [3, 'Giàng Thị Chi', 'Thôn 2']] as const).map(([n, fullName, village]) => ['registerPatient', aPerson(n, { fullName, village, bornOn: '1998-05-01', phone: `091200011${n}` })] as const),
    ['registerPregnancy', { id: pregnancy(1), patientId: personId(1), registeredOn: '2026-05-01', lastPeriodOn: '2026-02-10', gravida: 2, para: { term: 1, preterm: 0, lost: 1, living: 1 }, previousCaesarean: true, riskFactors: ['heart'], plannedPlace: 'hospital', bloodGroup: 'O', rhesus: 'positive', screenings: [{ test: 'hiv', result: 'positive', on: '2026-05-01' }, { test: 'hbsag', result: 'negative', on: '2026-05-01' }, { test: 'syphilis', result: 'declined', on: '2026-05-01' }] }],
    ['recordAntenatalVisit', { patientId: personId(1), pregnancyId: pregnancy(1), occurredOn: '2026-09-15', weightKg: 58.5, bloodPressure: readings('146/92'), fundalHeightCm: 27, fetalHeartPerMin: 144, presentation: 'cephalic', haemoglobinGPerL: 104, urineProtein: 'plus1', tetanusDose: 2, ironFolate: true, nextVisitOn: '2026-10-10' }],
    ['recordAntenatalVisit', { id: wrong, patientId: personId(1), pregnancyId: pregnancy(1), occurredOn: '2026-09-16', weightKg: 99 }], ['voidAntenatalVisit', { id: wrong, voidReason: 'wrongPatient' }],
    ['registerPregnancy', { id: pregnancy(2), patientId: personId(2), registeredOn: '2026-10-20', lastPeriodOn: '2026-07-01' }],
    ['recordAntenatalVisit', { patientId: personId(2), pregnancyId: pregnancy(2), occurredOn: '2026-11-10', dangerSigns: ['bleeding'], referredTo: 'BV huyện', nextVisitOn: '2026-11-20' }],
    ['registerPregnancy', { id: pregnancy(3), patientId: personId(3), registeredOn: '2026-05-01', lastPeriodOn: '2026-02-20', ultrasoundDue: { dueOn: '2026-11-25', seenOn: '2026-05-01' } }],
    ['recordBirth', { patientId: personId(3), pregnancyId: pregnancy(3), bornOn: '2026-11-15', bornTime: '04:20', place: 'station', attendant: 'midwife', mode: 'vaginal', complications: ['haemorrhage'], babies: [{ sex: 'female', weightG: 2450, apgar1: 8, apgar5: 9, status: 'live', hepB0: true, vitaminK: true, breastfedInFirstHour: true }, { sex: 'male', weightG: 2300, status: 'stillborn' }], motherStatus: 'referred' }],
  ];
  return stationOfLines(lines);
}

it('[PAP13] [MAT28] the card of a pregnancy has her visits, what was unusual, how the fundal height went and when to come again, and tells no result', async () => {
  const db = aStationWithMothers();
  const { text, fileName } = await readPaper(db, { paper: 'pregnancyCard', pregnancyId: pregnancy(1), size: 'A4' });
  for (const said of ['PHIẾU KHÁM THAI', 'Lò Thị An', 'lần 2, PARA 1011', '17/11/2026 (theo kinh cuối)', '40 tuần 5 ngày', 'O, Rh dương', 'HIV, HBsAg', 'mổ đẻ cũ, bệnh tim', 'bệnh viện', '58,5', '146/92', '144, ngôi đầu', 'Hb 104, đạm 1+', 'UV 2, sắt/folic', 'huyết áp cao', 'cao tử cung lệch', 'Chiều cao tử cung (cm)', 'Hẹn khám lần sau: 10/10/2026']) expect(text).toContain(said);
  for (const secret of ['dương tính', 'âm tính', 'positive', 'giang mai', '99']) expect(text).not.toContain(secret);
  expect(fileName).toBe('phieu-kham-thai-lo-thi-an.pdf');
  expect((await readPaper(db, { paper: 'pregnancyCard', pregnancyId: pregnancy(3), size: 'A4' })).text).toContain('25/11/2026 (theo siêu âm)');
  expect(await makePaper(db, { paper: 'pregnancyCard', pregnancyId: pregnancy(8), size: 'A4' })).toEqual({ ok: false, refusal: { code: 'PregnancyNotFound' } });
});

it('[PAP14] the list of women to come has every one the page is filtered to, by village, with whom to call and what is unusual', async () => {
  const db = aStationWithMothers();
  const all = await readPaper(db, { paper: 'maternalDue', size: 'A4', until: '2026-11-22' });
  for (const said of ['DANH SÁCH BÀ MẸ ĐẾN HẸN KHÁM', 'Tính đến ngày 22/11/2026', '0912000111', 'quá ngày dự sinh 5 ngày', 'NGUY HIỂM: ra máu', 'sinh 15/11/2026', 'Tổng số: 3 người; 1 đến hẹn; 1 quá hẹn; 1 quá ngày dự sinh']) expect(all.text).toContain(said);
  expect(all.text.indexOf('Lò Thị An')).toBeLessThan(all.text.indexOf('Phạm Thị Ngọc'));
  expect(all.fileName).toBe('ba-me-den-hen-2026-11-22.pdf');
  const some = await readPaper(db, { paper: 'maternalDue', size: 'A4', until: '2026-11-22', village: 'Thôn 2', kind: 'antenatal', state: 'due', highRisk: true });
  expect(some.text).toContain('chỉ khám thai, Thôn 2, chỉ người đến hẹn, chỉ thai nguy cơ cao');
  expect(some.text).toContain('Tổng số: 1 người; 1 đến hẹn');
});

it('[PAP14] [MAT28] registers A3 and A4 have the visits and births of their months, and nothing that was struck out', async () => {
  const db = aStationWithMothers();
  const visits = await readPaper(db, { paper: 'antenatalRegister', from: '2026-09', until: '2026-11', size: 'A4' });
  for (const said of ['SỔ KHÁM THAI', 'Từ ngày 01/09/2026 đến ngày 30/11/2026', '10/02/2026 17/11/2026', '31 tuần', 'đã làm HIV, HBsAg', 'chuyển BV huyện', 'Tổng số: 2 lần khám của 2 phụ nữ']) expect(visits.text).toContain(said);
  for (const left of ['Giàng Thị Chi', 'dương tính', '16/09/2026']) expect(visits.text).not.toContain(left);
  expect(visits.fileName).toBe('so-kham-thai-2026-09-2026-11.pdf');
  expect((await readPaper(db, { paper: 'antenatalRegister', from: '2026-10', until: '2026-10', size: 'A4' })).text).toContain('Không có lần khám thai nào');
  const births = await readPaper(db, { paper: 'birthRegister', from: '2026-11', until: '2026-11', size: 'A4' });
  for (const said of ['SỔ ĐẺ', 'Giàng Thị Chi', '04:20 15/11/2026', '38', 'trạm y tế; hộ sinh', 'băng huyết', 'Nữ, 2.450 g, Apgar 8/9, sống, VGB sơ sinh, vitamin K, bú giờ đầu', 'Nam, 2.300 g, thai chết lưu', 'Tổng số: 1 ca đẻ, 1 trẻ đẻ ra sống']) expect(births.text).toContain(said);
  expect(births.fileName).toBe('so-de-2026-11-2026-11.pdf');
});
