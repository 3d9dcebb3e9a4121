import { expect, it } from 'vitest';
import { readList } from '../../../src-main/station/import/read-list.ts';
import { readTable } from '../../../src-main/station/import/read-table.ts';
import { makeXlsx, type MadeCell } from '../../support/xlsx.ts';
import { aFile, aStation, openWork, tramxa } from './world.ts';

const list: MadeCell[][] = [
  ['TRẠM Y TẾ XÃ AN BÌNH'], ['STT', 'Tên thiết bị', 'ĐVT', 'Số lượng', 'Số máy', 'Tình trạng', 'Nguyên giá', 'Nơi đặt'],
  [1, 'Giường khám bệnh', null, 4, null, 'Tốt', 8000000, 'Phòng khám'],
  [2, 'Máy điện tim', 'máy', 1, 'SN-123', 'Hỏng', null, null],
  [3, 'Máy điện tim', 'máy', 1, 'sn-123', 'Tốt', null, null],
  [4, 'Ghế', 'cái', 2, null, null, null, null],
  [5, 'Ghế', 'cái', 2, null, null, null, null],
  [6, 'Tủ lạnh', 'cái', 2, 'TL-9', null, null, null],
];

it('[IMP22] [IMP23] a list of equipment goes in once, with what is broken; a dry run says the same', async () => {
  const { dir } = await aStation();
  const file = aFile('equipment.xlsx', makeXlsx(list));
  const args = ['station', 'import', '--dir', dir, '--account', 'lan', '--kind', 'equipment', file, '--json', '--quiet'];
  const answer = async (...more: string[]) => JSON.parse((await tramxa([...args, ...more])).stdout) as { ok: number; already: number; refused: unknown[] };
  const refused = [
    { row: 5, code: 'RepeatedInFile', value: '4' },
    { row: 8, code: 'SerialNeedsOnePiece', field: 'serial', column: 'E', heading: 'Số máy' },
  ];
  expect(await answer('--dry-run')).toMatchObject({ ok: 4, already: 0, refused });
  expect(await answer()).toMatchObject({ ok: 4, already: 0, refused });
  expect(await answer()).toMatchObject({ ok: 0, already: 4, refused });

  const work = await openWork(dir);
  const found = await work.ask('equipmentList', {});
  expect(found).toMatchObject({ ok: true });
  const lines = (found as unknown as { answer: { name: string; counts: Record<string, number> }[] }).answer;
  expect(lines.map(({ name, counts }) => [name, counts['working'], counts['awaitingRepair']]).sort()).toEqual([['Ghế', 2, 0], ['Ghế', 2, 0], ['Giường khám bệnh', 4, 0], ['Máy điện tim', 0, 1]]);
  expect(lines.find(({ name }) => name === 'Giường khám bệnh')).toMatchObject({ code: 'KCB-01', countUnit: 'cái', priceVnd: 2_000_000, location: 'Phòng khám' });
});

it('[IMP22] a second run adds the event a power cut left out', async () => {
  const { dir } = await aStation();
  const work = await openWork(dir);
  const { lines } = await readList(await readTable(makeXlsx([list[1] ?? [], list[3] ?? []])), 'equipment');
  const [line] = lines;
  if (line?.kind !== 'equipment') throw new Error('no line');
  // All that was written before the power went: the line, by the key of its own.
  await work.importLines([{ ...line, key: `${line.key}:line`, input: { line: line.input.line } }], { dryRun: false, includeLikely: false });
  expect(await work.importLines(lines, { dryRun: false, includeLikely: false })).toMatchObject([{ outcome: 'added' }]);
  const found = await work.ask('equipmentList', {}) as unknown as { answer: { counts: Record<string, number> }[] };
  expect(found.answer.map(({ counts }) => counts)).toMatchObject([{ working: 0, awaitingRepair: 1 }]);
});

it('[IMP23] a serial number the register has is refused, row by row on a dry run too', async () => {
  const { dir } = await aStation();
  const work = await openWork(dir);
  const one = await readList(await readTable(makeXlsx([list[1] ?? [], [1, 'Máy in', 'cái', 1, 'P-1', 'Tốt', null, null]])), 'equipment');
  expect(await work.importLines(one.lines, { dryRun: false, includeLikely: false })).toMatchObject([{ outcome: 'added' }]);
  const again = await readList(await readTable(makeXlsx([list[1] ?? [], [1, 'Máy in', 'cái', 1, 'P-1', 'Tốt', null, 'Phòng dược']])), 'equipment');
  expect(await work.importLines(again.lines, { dryRun: true, includeLikely: false })).toMatchObject([{ outcome: 'refused', problems: [{ code: 'SerialTaken', field: 'serial' }] }]);
});

it('[IMP32] what keeps vaccines is written down with the line, and takes no row twice because of it', async () => {
  const { dir } = await aStation();
  const work = await openWork(dir);
  const things = (...said: (string | null)[]) => makeXlsx([['Tên thiết bị', 'ĐVT', 'Số lượng', 'Giữ vắc xin'], ...said.map((one, n) => [`Máy lạnh ${n}`, 'cái', 1, one])]);
  const before = await readList(await readTable(things(null, null)), 'equipment');
  const { lines } = await readList(await readTable(things('Tủ lạnh', 'Không')), 'equipment');
  expect(lines.map(({ key }) => key)).toEqual(before.lines.map(({ key }) => key));
  expect((await work.importLines(lines, { dryRun: false, includeLikely: false })).map(({ outcome }) => outcome)).toEqual(['added', 'added']);
  for (const again of [lines, before.lines]) expect((await work.importLines(again, { dryRun: false, includeLikely: false })).map(({ outcome }) => outcome)).toEqual(['already', 'already']);
  expect(await work.ask('equipmentList', {})).toMatchObject({ answer: [{ name: 'Máy lạnh 0', coldPlace: 'fridge' }, { name: 'Máy lạnh 1', coldPlace: 'none' }] });
});
