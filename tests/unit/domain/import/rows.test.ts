import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../src-shared/domain/import/guess-columns.ts';
import { readDate, readNationalId, readPhone, readQuantity } from '../../../../src-shared/domain/import/read-cells.ts';
import { rowToPatient } from '../../../../src-shared/domain/import/row-to-patient.ts';
import { rowToStock } from '../../../../src-shared/domain/import/row-to-stock.ts';

describe('columns', () => {
  it('[IMP3] finds the headings below a title and what each column holds', () => {
    const rows = [['TRẠM Y TẾ XÃ AN BÌNH'], ['Danh sách người dân năm 2026', null], ['STT', 'Họ và tên', 'Giới', 'Ngày sinh', 'Số CCCD (12 số)', 'Số thẻ BHYT', 'Thôn', 'SĐT'], [1, 'A']];
    expect(guessColumns(rows, 'patients')).toEqual({ headerRow: 2, columns: { fullName: 1, sex: 2, bornOn: 3, nationalId: 4, insuranceNumber: 5, village: 6, phone: 7 } });
  });

  it('[IMP3] reads headings over two rows, and English ones', () => {
    expect(guessColumns([['STT', 'Họ tên', 'Năm sinh', null, 'Địa chỉ'], [null, null, 'Nam', 'Nữ', null], [1, 'A', 1950, null, 'x']], 'patients'))
      .toEqual({ headerRow: 1, columns: { fullName: 1, bornOnMale: 2, bornOnFemale: 3, addressLine: 4 } });
    expect(guessColumns([['Item code', 'Item name', 'Strength', 'Unit', 'Batch', 'Expiry date', 'Qty']], 'stock').columns)
      .toEqual({ code: 0, inn: 1, strength: 2, baseUnit: 3, lotNumber: 4, expiresOn: 5, quantity: 6 });
    expect(guessColumns([['x', 'y'], [1, 2]], 'stock').headerRow).toBe(-1);
  });
});

describe('cells', () => {
  it('[IMP4] reads dates of Excel, of people and of databases; guesses no century', () => {
    expect(readDate({ date: '1985-03-15' }, false)).toEqual({ value: '1985-03-15' });
    expect(readDate('15/3/1985', false)).toEqual({ value: '1985-03-15' });
    expect(readDate('1985-03-15 00:00:00', false)).toEqual({ value: '1985-03-15' });
    expect(readDate(31121, true)).toEqual({ value: '1985-03-15', repaired: 'ExcelDate' });
    expect(readDate(1950, true)).toEqual({ value: '1950' });
    expect(readDate('03/1985', true)).toEqual({ value: '1985-03' });
    expect(readDate('15/03/85', true)).toEqual({ problem: 'TwoDigitYear' });
    expect(readDate('2020-01', true)).toEqual({ value: '2020-01' });
    expect(readDate('2020-13', true)).toEqual({ problem: 'NotADate' });
    expect(readDate('2020-01', false)).toEqual({ problem: 'NotADate' });
    expect(readDate('31/02/1985', true)).toEqual({ problem: 'NotADate' });
    expect(readDate('3/15/1985', true)).toEqual({ problem: 'NotADate' });
    expect(readDate(1950, false)).toEqual({ problem: 'NotADate' });
  });

  it('[IMP5] gives back the zeros Excel dropped, and refuses what it rounded', () => {
    expect(readNationalId(79185000001)).toEqual({ value: '079185000001', repaired: 'LeadingZero' });
    expect(readNationalId(1185000001)).toEqual({ value: '001185000001', repaired: 'LeadingZero' });
    expect(readNationalId("'079 185 000 001")).toEqual({ value: '079185000001' });
    expect(readNationalId('7.9185E+10')).toEqual({ problem: 'NationalIdRounded' });
    expect(readNationalId('123456')).toEqual({ problem: 'NationalIdMalformed' });
    expect(readPhone(912345678)).toEqual({ value: '0912345678', repaired: 'LeadingZero' });
    expect([readQuantity('1.000'), readQuantity(500), readQuantity('500,0'), readQuantity('12,5'), readQuantity(-1), readQuantity('')])
      .toEqual([{ value: 1000 }, { value: 500 }, { value: 500 }, { problem: 'NotAQuantity' }, { problem: 'NotAQuantity' }, { problem: 'NotAQuantity' }]);
    expect([99_999_999_999, '99999999999', 99_999_999].map((cell) => readQuantity(cell))).toEqual([{ problem: 'NotAQuantity' }, { problem: 'NotAQuantity' }, { value: 99_999_999 }]);
  });
});

describe('rows', () => {
  it.each([[2, 2], ['VVM 3', 3], ['Mức 1', 1], ['mức VVM 4', 4]])('[IMP31] %j is a stage of vial monitors', (cell, vvmStage) => {
    const columns = guessColumns([['Tên thuốc', 'ĐVT', 'Số lô', 'Hạn dùng', 'Mức VVM', 'Số lượng']], 'stock').columns;
    expect(rowToStock(['Vắc xin Td', 'liều', 'TD-1', '06/2030', cell, 40], columns)).toEqual({ ok: true, repairs: [], input: { medicine: { inn: 'Vắc xin Td', baseUnit: 'liều' }, lotNumber: 'TD-1', expiresOn: '2030-06', quantityBaseUnits: 40, vvmStage } });
    expect(rowToStock(['Vắc xin Td', 'liều', 'TD-1', '06/2030', null, 40], columns)).not.toHaveProperty('input.vvmStage');
    for (const wrong of ['tốt', 0, 5, '2,5']) expect(rowToStock(['Vắc xin Td', 'liều', 'TD-1', '06/2030', wrong, 40], columns)).toEqual({ ok: false, problems: [{ field: 'vvm', code: 'VvmUnclear', value: String(wrong) }] });
  });

  const columns = { fullName: 0, sex: 1, bornOn: 2, nationalId: 3, phone: 4, note: 5 };

  it('[IMP6] a row is what the screen would register, or every reason why not', () => {
    expect(rowToPatient(['Nguyễn  Thị Hoà', 'Nữ', '15/03/1985', 79185000001, '0912 345 678', null], columns)).toEqual({
      ok: true, repairs: [{ field: 'nationalId', code: 'LeadingZero', value: '79185000001', became: '079185000001' }],
      input: { fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985-03-15', nationalId: '079185000001', phone: '0912 345 678', allergies: [] },
    });
    expect(rowToPatient([null, 'x', '15/03/85', '12', null, null], columns)).toEqual({ ok: false, problems: [
      { field: 'fullName', code: 'Missing' }, { field: 'nationalId', code: 'NationalIdMalformed', value: '12' }, { field: 'bornOn', code: 'TwoDigitYear', value: '15/03/85' }, { field: 'sex', code: 'SexUnclear', value: 'x' },
    ] });
    expect(rowToPatient([null, '', null, null, null, null], columns)).toBeUndefined();
  });

  it('[IMP6] the sex is read from the column of the birth year, or from the citizen number', () => {
    const two = { fullName: 0, bornOnMale: 1, bornOnFemale: 2, nationalId: 3 };
    expect(rowToPatient(['A Lò', null, 1950, null], two)).toMatchObject({ ok: true, input: { sex: 'female', bornOn: '1950' } });
    expect(rowToPatient(['A Lò', 1949, 1950, null], two)).toMatchObject({ ok: false });
    expect(rowToPatient(['A Lò', '1985', '079185000001'], { fullName: 0, bornOn: 1, nationalId: 2 })).toMatchObject({ ok: true, input: { sex: 'female' }, repairs: [{ code: 'SexFromNationalId' }] });
  });

  it('[IMP6] an identity card of nine digits goes into the note', () => {
    expect(rowToPatient(['A Lò', 'Nam', '1950', '123 456 789', null, 'sổ cũ'], columns)).toMatchObject({ ok: true, input: { noNationalIdReason: 'other', note: 'sổ cũ\nCMND: 123456789' }, repairs: [{ code: 'OldIdNumber' }] });
  });

  it('[IMP6] a line of stock has a medicine, a lot, a day and a whole number', () => {
    const map = { code: 0, inn: 1, strength: 2, baseUnit: 3, lotNumber: 4, expiresOn: 5, quantity: 6 };
    expect(rowToStock(['PARA500', 'Paracetamol', '500 mg', 'viên', 'A12', '06/2031', '1.000'], map)).toEqual({ ok: true, repairs: [],
      input: { medicine: { code: 'PARA500', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' }, lotNumber: 'A12', expiresOn: '2031-06', quantityBaseUnits: 1000 } });
    expect(rowToStock([null, 'Tổng cộng', null, null, null, null, 1000], map)).toEqual({ ok: false, problems: [{ field: 'lotNumber', code: 'Missing' }, { field: 'expiresOn', code: 'Missing' }] });
  });
});
