import { describe, expect, it } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { readList } from '../../../src-main/station/import/read-list.ts';
import { readTable } from '../../../src-main/station/import/read-table.ts';
import { makeXlsx, type MadeCell } from '../../support/xlsx.ts';
import { aFile, aPerson, aStation, openWork, run, tramxa } from './world.ts';

const heading = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD', 'Thôn', 'Điện thoại'];
const people: MadeCell[][] = [
  ['TRẠM Y TẾ XÃ AN BÌNH'], heading,
  [1, 'Nguyễn Thị Hoà', 'Nữ', { serial: 31121 }, 79185000001, 'Thôn 3', 912345678],
  [2, 'Trần Văn Bình', 'Nam', 1950, null, 'Thôn 3', null],
  [3, 'Lê Văn Lỗi', 'Nam', '31/02/1990', '12', 'Thôn 1', null],
  [4, 'Trần Văn Bình', 'Nam', 1950, null, 'Thôn 3', null],
];
const said = (json: string) => JSON.parse(json) as { ok: number; already: number; letters: string; separator?: string; columns: Record<string, string>; refused: { row: number; code: string; column?: string; field?: string; value?: string; people?: { id: string }[]; more?: unknown[] }[] };

describe('station import', () => {
  it('[IMP1] takes good rows in once however often it runs, and names every bad one with its reason', async () => {
    const { dir } = await aStation();
    const file = aFile('people.xlsx', makeXlsx(people));
    const args = ['station', 'import', '--dir', dir, '--account', 'lan', '--kind', 'patients', file, '--json', '--quiet'];
    const tried = said((await tramxa([...args, '--dry-run'])).stdout);
    const first = await tramxa(args);
    const again = said((await tramxa(args)).stdout);

    expect(first.code).toBe(0);
    expect(said(first.stdout)).toMatchObject({ ok: 2, already: 0, columns: { fullName: 'B', sex: 'C', bornOn: 'D', nationalId: 'E', village: 'F', phone: 'G' } });
    expect(said(first.stdout).refused).toEqual([
      { row: 5, code: 'NationalIdMalformed', field: 'nationalId', column: 'E', heading: 'Số CCCD', value: '12', more: [{ code: 'NotADate', field: 'bornOn', column: 'D', heading: 'Ngày sinh', value: '31/02/1990' }] },
      { row: 6, code: 'RepeatedInFile', value: '4' },
    ]);
    expect(tried).toMatchObject({ ok: 2, already: 0 });
    expect(again).toMatchObject({ ok: 0, already: 2 });

    const work = await openWork(dir);
    const found = await work.ask('patientSearch', { text: 'nguyen thi hoa' });
    expect(found).toMatchObject({ ok: true, answer: { total: 1, people: 2, rows: [{ fullName: 'Nguyễn Thị Hoà', bornOn: '1985-03-15', nationalId: '079185000001', phone: '0912345678' }] } });
  });

  it('[IMP7] leaves out who is in the book already, and who is likely to be unless told otherwise', async () => {
    const { dir } = await aStation();
    const work = await openWork(dir);
    await run(work, 'registerPatient', aPerson(1, { nationalId: '079185000001', noNationalIdReason: undefined, village: 'Thôn 9' }));
    await run(work, 'registerPatient', aPerson(2, { fullName: 'Trần Văn Bình', sex: 'male', bornOn: '1950', village: 'Thôn 3' }));
    const list = await readList(await readTable(makeXlsx(people)), 'patients');
    const outcomes = await work.importLines(list.lines, { dryRun: false, includeLikely: false });
    expect(outcomes).toMatchObject([{ row: 3, outcome: 'there', people: [{ id: aPerson(1).id, because: expect.arrayContaining(['nationalId']) as string[] }] }, { row: 4, outcome: 'likely', people: [{ id: aPerson(2).id }] }, { row: 6, outcome: 'refused', problems: [{ code: 'RepeatedInFile', value: '4' }] }]);
    expect(await work.importLines(list.lines, { dryRun: false, includeLikely: true })).toMatchObject([{ outcome: 'there' }, { outcome: 'added' }, { outcome: 'refused' }]);
  });

  it('[IMP2] reads CSV with ; or , in UTF-8 and in TCVN3', async () => {
    const comma = await readTable(Buffer.from('\uFEFFHọ tên,Giới,Năm sinh,Địa chỉ\n"Trần, Văn Bình",Nam,1950,"12, đường A"\n'));
    expect(comma).toMatchObject({ separator: ',', letters: 'unicode', rows: [['Họ tên', 'Giới', 'Năm sinh', 'Địa chỉ'], ['Trần, Văn Bình', 'Nam', '1950', '12, đường A']] });
    const old = await readTable(Buffer.from('Hä vµ tªn;Giíi tÝnh;N¨m sinh;Th«n\r\nNguyÔn ThÞ Hoµ;N÷;1985;Th«n §«ng\r\nTrÇn V¨n B×nh;Nam;1950;Th«n §oµi\r\n', 'latin1'));
    expect(old).toMatchObject({ separator: ';', letters: 'tcvn3' });
    expect((await readList(old, 'patients')).lines.map(({ input }) => input)).toMatchObject([{ fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985', village: 'Thôn Đông' }, { fullName: 'Trần Văn Bình' }]);
    await expect(readTable(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).rejects.toMatchObject({ code: 'OldExcelFile' });
    await expect(readTable(Buffer.from('PK\u0003\u0004 damaged'))).rejects.toMatchObject({ code: 'NotASpreadsheet' });
  });

  it('[IMP8] takes opening stock in: known medicines by code or name, usual ones, and new ones', async () => {
    const { dir } = await aStation();
    const work = await openWork(dir);
    const file = makeXlsx([['Mã thuốc', 'Tên thuốc', 'Hàm lượng', 'ĐVT', 'Số lô', 'HSD', 'Tồn'],
      ['T1', 'Thuốc riêng', '10 mg', 'viên', 'A12', '06/2031', '1.000'], ['T1', null, null, null, 'A13', { serial: 48000 }, 50],
      [null, 'Thuốc khác', null, null, 'B1', '06/2031', 5], ['T1', null, null, null, 'A14', '06/2031', 12.5]]);
    const list = await readList(await readTable(file), 'stock');
    expect(list.refused).toEqual([{ row: 5, problems: [{ field: 'quantity', code: 'NotAQuantity', value: '12.5' }] }]);
    expect(await work.importLines(list.lines, { dryRun: false, includeLikely: false })).toMatchObject([{ outcome: 'added' }, { outcome: 'added' }, { row: 4, outcome: 'refused', problems: [{ field: 'baseUnit', code: 'Missing' }] }]);
    expect((await work.importLines(list.lines, { dryRun: false, includeLikely: false })).map(({ outcome }) => outcome)).toEqual(['already', 'already', 'refused']);
    expect(await work.ask('medicineList', {})).toMatchObject({ answer: [{ code: 'T1', inn: 'Thuốc riêng', balance: 1050 }] });
  });

  it('[IMP7] tries the second row of a person whose first row was refused, and leaves out the third', async () => {
    const { dir } = await aStation();
    const row = (phone: string): MadeCell[] => [1, 'Trần Văn Bình', 'Nam', 1950, null, 'Thôn 3', phone];
    // Over a hundred rows between them: the command hands rows over in parts.
    const others = Array.from({ length: 120 }, (_, i): MadeCell[] => [i, 'Lê Thị Lan', 'Nữ', 1950, null, `Ấp ${i}`, 'không']);
    const file = aFile('repeats.xlsx', makeXlsx([heading, row('12'), row('0912345678'), ...others, row('0912345679')]));
    const outcome = said((await tramxa(['station', 'import', '--dir', dir, '--account', 'lan', '--kind', 'patients', file, '--json', '--quiet', '--include-likely', '--dry-run'])).stdout);
    expect(outcome.ok).toBe(121);
    expect(outcome.refused).toMatchObject([{ row: 2, code: 'PhoneMalformed' }, { row: 124, code: 'RepeatedInFile', value: '3' }]);
  });

  const shelf: MadeCell[][] = [['Mã thuốc', 'Tên thuốc', 'Hàm lượng', 'Dạng', 'ĐVT', 'Số lô', 'HSD', 'Tồn'],
    ['A01', 'Amoxicillin', '500 mg', 'viên', 'viên', 'LO1', '06/2028', 1000], ['A01', 'Amoxicillin', '500 mg', 'viên', 'viên', 'LO1', '06/2028', 1000],
    ['A01', 'Amoxicillin', '250 mg', 'viên', 'gói', 'LO2', '06/2028', 500], ['A01', 'amoxicillin', '500mg', null, 'Viên', 'LO3', '2020-01', 70]];

  it('[IMP11] counts a line of stock that stands twice in a list once', async () => {
    const { dir } = await aStation();
    const work = await openWork(dir);
    const list = await readList(await readTable(makeXlsx(shelf.slice(0, 3))), 'stock');
    for (const first of ['added', 'already']) {
      expect(await work.importLines(list.lines, { dryRun: false, includeLikely: false })).toMatchObject([{ row: 2, outcome: first }, { row: 3, outcome: 'refused', problems: [{ code: 'RepeatedInFile', value: '2' }] }]);
    }
    expect(await work.ask('medicineList', {})).toMatchObject({ answer: [{ code: 'A01', balance: 1000 }] });
  });

  it('[IMP31] writes the stage of vial monitors down with the lot, holds a darkened one, and takes no row twice because of it', async () => {
    const { dir } = await aStation();
    const work = await openWork(dir);
    const vaccines = (...stages: MadeCell[]) => makeXlsx([['Mã thuốc', 'Tên thuốc', 'ĐVT', 'Số lô', 'HSD', 'Tồn', 'VVM'], ...stages.map((stage, n): MadeCell[] => ['TD', 'Vắc xin Td', 'liều', `TD-${n}`, '06/2031', 20, stage])]);
    const before = await readList(await readTable(vaccines(null, null)), 'stock');
    const first = await readList(await readTable(vaccines(2, 'VVM 3')), 'stock');
    expect(first.lines.map(({ key }) => key)).toEqual(before.lines.map(({ key }) => key));
    expect(await work.importLines(first.lines, { dryRun: false, includeLikely: false })).toMatchObject([{ outcome: 'added' }, { outcome: 'added', warnings: ['LotHeldByVvm'] }]);
    for (const { lines } of [first, before]) expect((await work.importLines(lines, { dryRun: false, includeLikely: false })).map(({ outcome }) => outcome)).toEqual(['already', 'already']);
    expect(await work.ask('lotsOnHand', {})).toMatchObject({ answer: [{ lotNumber: 'TD-0', balance: 20, state: 'usable', vvmChecks: [{ stage: 2 }] }, { lotNumber: 'TD-1', balance: 20, state: 'onHold', vvmChecks: [{ stage: 3 }] }] });
    const twice = await readList(await readTable(makeXlsx([['Tên thuốc', 'ĐVT', 'Số lô', 'HSD', 'Tồn', 'VVM'], ['Vắc xin BCG', 'liều', 'B', '06/2031', 20, 1], ['Vắc xin BCG', 'liều', 'B', '06/2031', 20, 2]])), 'stock');
    expect(twice.lines.map(({ sameAs }) => sameAs)).toEqual([undefined, 2]);
  });

  it('[IMP12] refuses another strength or unit under the code of a known medicine, on a dry run too', async () => {
    const { dir } = await aStation();
    const work = await openWork(dir);
    const list = await readList(await readTable(makeXlsx(shelf)), 'stock');
    for (const dryRun of [true, false]) {
      expect(await work.importLines(list.lines, { dryRun, includeLikely: false })).toMatchObject([{ outcome: 'added' }, { outcome: 'refused' },
        { row: 4, outcome: 'refused', problems: [{ field: 'strength', code: 'MedicineDiffers', value: '250 mg' }, { field: 'baseUnit', code: 'MedicineDiffers', value: 'gói' }] }, { outcome: 'added' }]);
    }
    expect(await work.ask('medicineList', {})).toMatchObject({ answer: [{ code: 'A01', strength: '500 mg' }] });
    const usual = await readList(await readTable(makeXlsx([shelf[0] ?? [], ['MELOXICAM-7.5', 'Meloxicam', '75 mg', null, 'viên', 'L1', '06/2028', 5]])), 'stock');
    expect(await work.importLines(usual.lines, { dryRun: false, includeLikely: false })).toMatchObject([{ outcome: 'refused', problems: [{ field: 'strength', code: 'MedicineDiffers' }] }]);
  });

  it('[IMP12] a dry run of the command tells the same of a list of more than a hundred rows', async () => {
    const { dir } = await aStation();
    const lots = Array.from({ length: 110 }, (_, i): MadeCell[] => ['A01', null, null, null, null, `LO${i + 10}`, '06/2028', 5]);
    const file = aFile('long.xlsx', makeXlsx([...shelf.slice(0, 2), ...lots, ...shelf.slice(3, 4)]));
    const outcome = said((await tramxa(['station', 'import', '--dir', dir, '--account', 'lan', '--kind', 'stock', file, '--json', '--quiet', '--dry-run'])).stdout);
    expect(outcome).toMatchObject({ ok: 111, refused: [{ row: 113, code: 'MedicineDiffers', field: 'strength', value: '250 mg' }] });
  });

  it('[IMP19] a dry run tells of stock and of people, row by row, what the real one does', async () => {
    const { dir } = await aStation();
    const work = await openWork(dir);
    const stock = await readList(await readTable(makeXlsx([...shelf.slice(0, 2), ['A01', null, null, null, null, 'LO1', '07/2028', 5], ['A01', null, null, null, null, 'lo 1', '06/2028', 6], ['X9', 'Thuốc mới', null, null, 'viên', 'L1', '06/2028', 1], ['X9', null, null, null, null, 'L1', '01/2029', 1]])), 'stock');
    const people = await readList(await readTable(makeXlsx([heading, [1, 'Lê Thị Lan', 'Nữ', '01/02/1950', '079150000001', 'Ấp 1', null], [2, 'Lê Thị Lan', 'Nữ', '01/02/1950', null, 'Ấp 2', null], [3, 'Lê Thị Lan', 'Nữ', '01/02/1950', '079150000001', 'Ấp 3', null]])), 'patients');
    for (const { lines } of [stock, people]) {
      const tried = await work.importLines(lines, { dryRun: true, includeLikely: false });
      const real = await work.importLines(lines, { dryRun: false, includeLikely: false });
      const told = (outcomes: typeof real) => outcomes.map(({ row, outcome, ...more }) => ({ row, outcome, problems: 'problems' in more ? more.problems : [], warnings: 'warnings' in more ? more.warnings : [] }));
      expect(told(tried)).toEqual(told(real));
      expect(tried.map(({ outcome }) => outcome)).toEqual(lines === stock.lines ? ['added', 'refused', 'added', 'added', 'refused'] : ['added', 'likely', 'refused']);
      expect(tried.flatMap((outcome) => ('people' in outcome ? outcome.people.map(({ id, fullName }) => [id, fullName]) : []))).toEqual(lines === stock.lines ? [] : [['', 'Lê Thị Lan']]);
    }
  });

  it('[IMP20] names the row of a person whose insurance number somebody else has, on a dry run too', async () => {
    const { dir } = await aStation();
    const file = aFile('cards.xlsx', makeXlsx([[...heading, 'Số BHYT'], [1, 'Lê Thị Lan', 'Nữ', 1950, '079150000001', 'Ấp 1', null, 'DN4790123456789'], [2, 'Trần Văn Bình', 'Nam', 1960, '079060000002', 'Ấp 2', null, 'DN4790123456789']]));
    const args = ['station', 'import', '--dir', dir, '--account', 'lan', '--kind', 'patients', file, '--quiet'];
    for (const more of [['--dry-run'], []]) expect((await tramxa([...args, ...more])).stdout.trim().split('\n')).toEqual([more.length ? '2 would be added, 0 done before, 0 not taken in' : '2 added, 0 done before, 0 not taken in', 'row 3: taken in, but the insurance number belongs to somebody else in the book too']);
  });

  it('[IMP13] [IMP14] the command says reasons in words and names an expired lot', async () => {
    const { dir } = await aStation();
    const args = ['station', 'import', '--dir', dir, '--account', 'lan', '--quiet', '--kind'];
    const stock = await tramxa([...args, 'stock', aFile('stock.xlsx', makeXlsx(shelf))]);
    expect(stock.stdout.trim().split('\n')).toEqual([
      '2 added, 0 done before, 2 not taken in',
      'row 3: the same as row 2 of the file',
      'row 4 column C (Hàm lượng): the medicine of this code is recorded otherwise; give this one a code of its own: "250 mg"',
      'row 4 column E (ĐVT): the medicine of this code is recorded otherwise; give this one a code of its own: "gói"',
      'row 5: taken in, but the lot has expired',
    ]);
    const people = await tramxa([...args, 'patients', aFile('bad.xlsx', makeXlsx([heading, [1, 'Lê Văn Lỗi', '?', '01/02/85', null, 'Thôn 1', null]]))]);
    expect(people.stdout).toContain('column D (Ngày sinh): the year has two digits only; it is not guessed: "01/02/85"');
    expect(people.stdout).toContain('column C (Giới tính): neither male nor female: "?"');
    expect(people.stdout + stock.stdout).not.toMatch(/TwoDigitYear|SexUnclear|RepeatedInFile|MedicineDiffers/);
  });

  it('[IMP9] a list of ten thousand rows holds nobody up while it is read', async () => {
    const rows: MadeCell[][] = [heading, ...Array.from({ length: 10_000 }, (_, i): MadeCell[] => [i + 1, `Nguyễn Thị Hoà ${'ABCDEFGH'[i % 8]}`, i % 2 ? 'Nam' : 'Nữ', { serial: 20_000 + i }, null, `Thôn ${i % 9}`, null])];
    const bytes = makeXlsx(rows);
    let longestMs = 0;
    let last = process.threadCpuUsage();
    let done = false;
    // What this thread computes between two looks; what else the machine does holds nobody up here.
    const watch = (async () => { while (!done) { await wait(5); const { user, system } = process.threadCpuUsage(last); longestMs = Math.max(longestMs, (user + system) / 1000); last = process.threadCpuUsage(); } })();
    const table = await readTable(bytes);
    const list = await readList(table, 'patients');
    done = true;
    await watch;
    expect(list.lines).toHaveLength(10_000);
    // The worker's answer arrives as one message; reading it is the longest stretch. A read in this process takes seconds here.
    expect(longestMs).toBeLessThan(1500);
  });
});
