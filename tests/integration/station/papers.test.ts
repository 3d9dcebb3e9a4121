import { describe, expect, it } from 'vitest';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { databaseFile } from '../../../src-main/station/accounts/keyring.ts';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { aPerson, aStation, aVisit, atEnd, password, personId } from './world.ts';

const medicineId = 'medicines:019a0000-0000-7000-8000-000000000003';
const visitId = 'encounters:019a0000-0000-7000-8000-000000000002';
const [day, later] = ['2026-03-01', '2026-03-02'];

async function aStationAtWork(): Promise<StationDatabase> {
  const { dir } = await aStation();
  const accounts = createAccounts(dir, Date.now);
  const unlocked = await accounts.unlock('lan', password);
  if (!unlocked.ok) throw new Error('not unlocked');
  const keyring = accounts.keyring();
  const db = openStationDatabase({ file: databaseFile(dir), key: unlocked.key, identity: keyring, cipher: keyring.cipher, now: Date.now, mustExist: true });
  atEnd(() => db.close());
  const lines: [string, object][] = [
    ['registerPatient', aPerson(1, { fullName: 'Đặng Thuỳ Trâm', insuranceNumber: 'HD4797912345678', occupation: 'Làm ruộng', ethnicity: 'Kinh', village: 'Thôn Đông Ngàn', allergies: [{ substance: 'Penicillin' }] })],
    ['recordVisit', aVisit(1, { id: visitId, occurredOn: day, symptoms: 'Họng đỏ, phổi trong', diagnoses: [{ icd10: 'J06.9', text: 'Viêm đường hô hấp trên' }], treatment: 'Nghỉ ngơi', observations: { systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 }, temperatureC: { value: 38.5 } } })],
    ['recordVisit', aVisit(1, { occurredOn: day, reason: 'Của ngày này nhưng là nháp', status: 'draft' })],
    ['recordVisit', aVisit(1, { occurredOn: later, reason: 'Của ngày sau' })],
    ['addMedicine', { id: medicineId, code: 'PARA500', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' }],
    ['recordOpeningStock', { medicineId, lotNumber: 'A123', expiresOn: '2031-06', quantityBaseUnits: 1500, occurredOn: '2026-02-01' }],
    ['dispenseMedicine', { patientId: personId(1), encounterId: visitId, occurredOn: day, items: [{ medicineId, quantityBaseUnits: 10, dosage: 'Ngày 2 lần, mỗi lần 1 viên' }] }],
  ];
  lines.forEach(([operation, input], index) => {
    const answer = runOperation(db, unlocked.person, { operation, key: `k${index}`, input });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  });
  return db;
}

describe('papers', () => {
  it('[PAP1] the register A1 has its fourteen columns and everybody examined on the day, drafts and other days left out', async () => {
    const paper = await makePaper(await aStationAtWork(), { paper: 'examinationRegister', from: day, to: day });
    if (!paper.ok) throw new Error(paper.refusal.code);
    const { text } = pdfText(paper.bytes);
    for (const heading of ['STT', 'Ngày', 'Họ tên', 'Tuổi', 'Giới', 'Số thẻ BHYT', 'Địa chỉ', 'Nghề', 'Dân', 'Triệu chứng', 'Chẩn đoán', 'Phương pháp điều', 'Y/BS khám', 'Ghi chú']) expect(text).toContain(heading);
    for (const said of ['Đặng Thuỳ Trâm', 'HD4797912345678', 'Thôn Đông Ngàn', 'Làm ruộng', 'Kinh', 'Họng đỏ', 'J06.9', 'Tổng số: 1 lượt khám', 'TRẠM Y TẾ AN BÌNH']) expect(text).toContain(said);
    expect(text).not.toContain('nháp');
    expect(text).not.toContain('ngày sau');
    expect(paper.fileName).toBe(`so-kham-benh-${day}.pdf`);
  });

  it('[PAP6] a sheet that is too long for one page takes advice and next visit along to where it is signed', async () => {
    const db = await aStationAtWork();
    const symptoms = Array.from({ length: 60 }, () => 'Bụng mềm, ấn đau thượng vị, phổi trong.');
    for (const [index, sentences] of [14, 20, 26].entries()) {
      const id = `encounters:019a0000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`;
      runOperation(db, { account: 'lan', displayName: 'Lan', role: 'head' }, { operation: 'recordVisit', key: id, input: aVisit(1, { id, symptoms: symptoms.slice(0, sentences).join(' '), advice: 'Uống đủ nước', nextVisitOn: '2026-04-01' }) });
      const paper = await makePaper(db, { paper: 'encounterSheet', id, size: 'A5' });
      if (!paper.ok) throw new Error(paper.refusal.code);
      const pages = pdfText(paper.bytes).text.split('\f').filter((page) => page.trim() !== '');
      expect(pages.at(-1), `${sentences} sentences`).toMatch(/Dặn dò[^]*Người khám/);
    }
  });

  it('[PAP2] every letter of Vietnamese is drawn from an embedded font and read back as it was written', async () => {
    const db = await aStationAtWork();
    const letters = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
    runOperation(db, { account: 'lan', displayName: 'Lan', role: 'head' }, { operation: 'recordVisit', key: 'letters', input: aVisit(1, { id: 'encounters:019a0000-0000-7000-8000-000000000009', reason: letters, symptoms: letters.toUpperCase() }) });
    for (const size of ['A4', 'A5'] as const) {
      const paper = await makePaper(db, { paper: 'encounterSheet', id: 'encounters:019a0000-0000-7000-8000-000000000009', size });
      if (!paper.ok) throw new Error(paper.refusal.code);
      const { text, embeddedFonts, pages } = pdfText(paper.bytes);
      const plain = text.replaceAll('\n', '').normalize('NFC');
      expect(plain).toContain(letters);
      expect(plain).toContain(letters.toUpperCase());
      expect(plain).not.toContain('�');
      expect([pages, embeddedFonts >= 4]).toEqual([1, true]);
      expect(paper.bytes.length).toBeLessThan(120_000);
    }
  });

  it('[PAP3] a sheet says who, what was found, what was given and against what there is an allergy', async () => {
    const paper = await makePaper(await aStationAtWork(), { paper: 'encounterSheet', id: visitId, size: 'A5' });
    if (!paper.ok) throw new Error(paper.refusal.code);
    const { text } = pdfText(paper.bytes);
    for (const said of ['PHIẾU KHÁM BỆNH', 'Đặng Thuỳ Trâm', 'DỊ ỨNG: Penicillin', 'Huyết áp: 118/74 mmHg', 'Nhiệt độ: 38,5 °C', 'Paracetamol 500\u00a0mg', 'Ngày 2 lần, mỗi lần 1 viên']) expect(text).toContain(said);
    expect(await makePaper(await aStationAtWork(), { paper: 'encounterSheet', id: 'encounters:019a0000-0000-7000-8000-00000000ffff', size: 'A5' })).toEqual({ ok: false, refusal: { code: 'EncounterNotFound' } });
  });

  it('[PAP4] the list of medicine given, and the card of one medicine with its balance', async () => {
    const db = await aStationAtWork();
    const list = await makePaper(db, { paper: 'dispensingList', from: day, to: day, size: 'A4' });
    const card = await makePaper(db, { paper: 'stockCard', medicineId, from: day, size: 'A5' });
    if (!list.ok || !card.ok) throw new Error('refused');
    for (const said of ['SỔ CẤP THUỐC', 'A123', '10 viên', 'Tổng số: 1 lượt cấp thuốc']) expect(pdfText(list.bytes).text).toContain(said);
    for (const said of ['THẺ KHO', 'Tồn trước kỳ1.500', '1.490', 'Cấp thuốc']) expect(pdfText(card.bytes).text.replace(/\n/g, '')).toContain(said);
  });
});
