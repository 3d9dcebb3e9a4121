import { describe, expect, it } from 'vitest';
import { checkArchive } from '../../../src-main/station/import/check-archive.ts';
import { parseTable } from '../../../src-main/station/import/parse-table.ts';
import { readList } from '../../../src-main/station/import/read-list.ts';
import { makeXlsx, makeZip } from '../../support/xlsx.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const workbook = { 'xl/workbook.xml': `<workbook ${main}/>` };
const problemOf = async (bytes: Uint8Array): Promise<unknown> => { const read = await parseTable(bytes); return 'problem' in read ? read.problem : read.rows; };
const ole = (...words: string[]): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), ...words.map((word) => Buffer.from(word, 'utf16le')), Buffer.alloc(500)]);

describe('a hostile or mistaken list', () => {
  it('[IMP17] is told apart in words: an old .xls, one with a password, a picture, a PDF, a web page, another kind of archive, a cut file', async () => {
    expect([await problemOf(ole('Workbook')), await problemOf(ole('EncryptedPackage'))]).toEqual(['OldExcelFile', 'ExcelWithPassword']);
    const others = [Buffer.from('%PDF-1.7\nx,y\n'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from('<html>\n<table><tr><td>Họ tên</td></tr></table>'), Buffer.from('{\\rtf1\n}'), makeZip({ 'word/document.xml': '<w/>' }), makeZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), makeXlsx([['a']]).subarray(0, 700), Buffer.from('PK\u0003\u0004')];
    for (const other of others) expect(await problemOf(other)).toBe('NotASpreadsheet');
    expect([await problemOf(new Uint8Array()), await problemOf(makeXlsx([])), await problemOf(makeXlsx([[null, null], [null]]))]).toEqual(['FileEmpty', 'FileEmpty', 'FileEmpty']);
  });

  it('[IMP18] is not unpacked when it would fill the memory, whatever it claims of its size', async () => {
    const sheet = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(4_200_000);
    const bomb = makeZip({ ...workbook, 'xl/worksheets/sheet1.xml': sheet }, { deflate: true, claimedBytes: 1000 });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(checkArchive(bomb, 200_000)).toBe('bomb');
    expect(await problemOf(bomb)).toBe('NotASpreadsheet');
    expect(await problemOf(Buffer.alloc(3_000_000, 'a'))).toBe('NotASpreadsheet');
  });

  it('[IMP18] that goes on to the last row of Excel without anything there is told so at once', async () => {
    const endless = makeZip({ ...workbook, 'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row spans="1:2" r="1048576" x="1"><c r="B1048576"/></row></sheetData></worksheet>` }, { deflate: true });
    expect(await problemOf(endless)).toBe('TooManyRows');
    expect(checkArchive(makeXlsx([['Họ tên'], ['A']]), 200_000)).toBe('fits');
  });

  it('[IMP2] with a quotation mark that is never closed keeps its other rows; UTF-16 is read from either end', async () => {
    expect(await problemOf(Buffer.from('Họ tên,Năm\n"Nguyễn A,1980\nB,1990\n'))).toEqual([['Họ tên', 'Năm'], ['"Nguyễn A', '1980'], ['B', '1990']]);
    const text = '\uFEFFHọ tên\tNăm\nHoà\t1980\n';
    for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]) expect(await problemOf(bytes)).toEqual([['Họ tên', 'Năm'], ['Hoà', '1980']]);
  });

  it('[IMP37] with two lonely quotation marks keeps the rows between them, and what is quoted rightly stays', async () => {
    const list = ['Họ tên,Năm,Thôn', '"Hoà,1980,A', 'Lan,1981,B', 'Mai,1982,Thôn "Hạ"', '"Bảy",1983,"Thôn 3, xã A"'];
    expect(await problemOf(Buffer.from(list.join('\r\n')))).toEqual([['Họ tên', 'Năm', 'Thôn'], ['"Hoà', '1980', 'A'], ['Lan', '1981', 'B'], ['Mai', '1982', 'Thôn "Hạ"'], ['Bảy', '1983', 'Thôn 3, xã A']]);
    const ofAMac = 'Họ tên,Năm,Thôn\rHoà,1980,"a\nb"\rLan,1981,B\r';
    expect(await problemOf(Buffer.from(ofAMac))).toEqual([['Họ tên', 'Năm', 'Thôn'], ['Hoà', '1980', 'a\nb'], ['Lan', '1981', 'B']]);
    const twoLines = 'Họ tên,Năm,Thôn\nHoà,1980,"Thôn 3,\nxã A"\nLan,1981,B\n';
    expect(await problemOf(Buffer.from(twoLines))).toEqual([['Họ tên', 'Năm', 'Thôn'], ['Hoà', '1980', 'Thôn 3,\nxã A'], ['Lan', '1981', 'B']]);
  });

  it('[IMP38] with a letter that cannot be read, or cut off in one, keeps the others and names the row', async () => {
    const start = Buffer.from('Họ và tên;Năm sinh;Giới tính;Thôn\nNguyễn Thị Hoà;1985;Nữ;Thôn Hạ\nTrần Văn Bảy;1990;Nam;Th');
    for (const end of [Buffer.from('ô').subarray(0, 1), Buffer.from([0xea, 0x6e])]) {
      const read = await parseTable(Buffer.concat([start, end]));
      if ('problem' in read) throw new Error(read.problem);
      expect(read.rows[1]).toEqual(['Nguyễn Thị Hoà', '1985', 'Nữ', 'Thôn Hạ']);
      const { lines, refused } = await readList(read, 'patients');
      expect(lines.map(({ row }) => row)).toEqual([2]);
      expect(refused).toMatchObject([{ row: 3, problems: [{ field: 'village', code: 'ControlCharacters' }] }]);
    }
  });

  it('[IMP39] with a number under the format of dates that is no day keeps all else; 1 January 1900 is that day', async () => {
    const days = [{ serial: 912_345_678 }, { serial: 0 }, { serial: -4 }, { serial: 1 }, { serial: 59 }, { serial: 61 }, { serial: 32_000 }];
    expect(await problemOf(makeXlsx([['Họ tên', ...days]]))).toEqual([['Họ tên', ...['#####', '#####', '#####', '1900-01-01', '1900-02-28', '1900-03-01', '1987-08-11'].map((date) => ({ date }))]]);
  });
});
