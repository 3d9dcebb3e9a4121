import { expect, it } from 'vitest';
import { makePaper } from '../../../src-main/station/reports/make-paper.ts';
import { anId } from '../../support/builders.ts';
import { readPaper, stationOfLines } from './station-of-lines.ts';
import { aPerson, personId } from './world.ts';

const first = anId('caseReports', 1);
const second = anId('caseReports', 2);
const content = { diagnosis: 'Sốt xuất huyết Dengue có dấu hiệu cảnh báo', classification: 'probable', onsetOn: '2026-11-18', visitOn: '2026-11-21', outcome: 'transferred', outcomeOn: '2026-11-21', vaccination: 'none', doses: 0, workplace: 'Trường Tiểu học số 2', exposure: 'Mới về từ tỉnh khác', sample: { takenOn: '2026-11-21', kind: 'Máu', result: 'pending' }, action: 'Diệt bọ gậy quanh nhà' };

it('[PAP19] the report of a case has the person, the illness, when it was due and each version its number; taken back it says so', async () => {
  const db = stationOfLines([
    ['registerPatient', aPerson(1, { fullName: 'Lò Thị An', village: 'Bản Nà Pó', ethnicity: 'Thái', occupation: 'Học sinh' })],
    ['reportCase', { id: first, patientId: personId(1), diseaseId: 'dengue', detectedAt: '2026-11-19T01:30:00.000Z', ...content }],
    ['withdrawCaseReport', { id: second, reportId: first, reason: 'ruledOut', note: 'NS1 âm tính' }],
  ]);
  const { text, fileName } = await readPaper(db, { paper: 'caseReport', id: first, size: 'A4' });
  for (const said of ['BÁO CÁO TRƯỜNG HỢP BỆNH TRUYỀN NHIỄM', 'bản 1', 'Sốt xuất huyết Dengue (nhóm B)', 'dấu hiệu cảnh báo', 'có thể', 'Lò Thị An, Nữ', 'Thái', 'Học sinh', 'Bản Nà Pó', 'Trường Tiểu học số 2', '18/11/2026', 'chuyển viện, 21/11/2026', 'chưa tiêm, 0 mũi', 'Máu, lấy ngày 21/11/2026, chờ kết quả', 'Diệt bọ gậy', '08:30 ngày 19/11/2026', '08:30 ngày 21/11/2026 (báo trễ hạn)', 'Người báo cáo', 'Trưởng trạm']) expect(text).toContain(said);
  expect(text).not.toContain('LOẠI TRỪ');
  expect(fileName).toBe('bao-cao-ca-benh-lo-thi-an.pdf');
  expect((await readPaper(db, { paper: 'caseReport', id: second, size: 'A4' })).text).toContain('ĐÃ LOẠI TRỪ: loại trừ bệnh, NS1 âm tính');
  expect(await makePaper(db, { paper: 'caseReport', id: anId('caseReports', 8), size: 'A4' })).toEqual({ ok: false, refusal: { code: 'CaseReportNotFound' } });
});
