import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../src-shared/domain/import/guess-columns.ts';
import { rowToEquipment } from '../../../../src-shared/domain/import/row-to-equipment.ts';
import { createSameRows } from '../../../../src-shared/domain/import/same-rows.ts';
import type { Cell } from '../../../../src-shared/domain/import/table.ts';

const headings = ['STT', 'Tên trang thiết bị', 'ĐVT', 'Số lượng', 'Số máy', 'Đơn giá (nghìn đồng)', 'Nguyên giá', 'Nguồn', 'Tình trạng', 'Năm sử dụng', 'Người quản lý'];
const { columns } = guessColumns([headings], 'equipment');
/** A row by its columns from the name on. */
const read = (...cells: Cell[]) => rowToEquipment([1, ...cells], columns, headings);

describe('rows of equipment', () => {
  it('[IMP22] the name, the word it is counted in and the pieces make a line; what is broken says so', () => {
    expect(read('Giường khám bệnh', null, 4, null, null, null, 'Ngân sách', 'Tốt', 2019)).toEqual({ ok: true, repairs: [], input: { line: { name: 'Giường khám bệnh', countUnit: 'cái', quantity: 4, code: 'KCB-01', source: 'stateBudget', receivedOn: '2019' } } });
    expect(read('Máy điện tim', 'máy', null, 'SN-123', null, null, 'Dự án Y tế cơ sở', 'Hỏng, chờ sửa', '05/2021')).toMatchObject({ ok: true, input: { state: 'broken', line: { quantity: 1, serial: 'SN-123', source: 'programme', receivedOn: '2021-05' } } });
  });
  it.each([
    ['Tốt', undefined], ['Đang sử dụng', undefined], ['Còn sử dụng được', undefined], ['Không hoạt động', 'broken'], ['Hư', 'broken'], ['Đang sửa chữa', 'broken'],
    ['Chờ thanh lý', 'condemned'], ['Không sử dụng được', 'condemned'], ['Hỏng hẳn', 'condemned'], ['Broken', 'broken'], ['In use', undefined],
  ])('[IMP22] "%s" is read as %s', (words, state) => {
    expect(read('Cân', 'cái', 1, null, null, null, null, words)).toEqual({ ok: true, repairs: [], input: { line: { name: 'Cân', countUnit: 'cái', quantity: 1 }, ...(state === undefined ? {} : { state }) } });
  });
  it('[IMP22] a state nobody can tell, a missing count word and missing pieces are refused together', () => {
    expect(read('Cân lạ', null, null, null, null, null, null, 'loại B')).toEqual({ ok: false, problems: [{ field: 'countUnit', code: 'Missing' }, { field: 'pieces', code: 'Missing' }, { field: 'state', code: 'StateUnclear', value: 'loại B' }] });
    expect(read('Cân', 'cái', 'ba')).toEqual({ ok: false, problems: [{ field: 'pieces', code: 'NotAQuantity', value: 'ba' }] });
    expect(read(null, null)).toBeUndefined();
  });
  it('[IMP23] things alike are as many things, those with one serial number one', () => {
    const first = createSameRows();
    const thing = (name: string, serial?: string) => ({ line: { name, countUnit: 'cái', quantity: 1, ...(serial === undefined ? {} : { serial }) } });
    expect([first(thing('Tủ thuốc'), 2), first(thing('Tủ thuốc'), 3), first(thing('Tủ lạnh', 'A-1'), 4), first(thing('Tủ  Lạnh', 'a-1'), 5), first(thing('Máy in', 'A-1'), 6)]).toEqual([undefined, undefined, undefined, 4, undefined]);
  });
  it('[IMP24] a price is of one piece in đồng, whatever the list counts in', () => {
    expect(read('Cân', 'cái', 2, null, '12.500')).toMatchObject({ input: { line: { priceVnd: 12_500_000 } }, repairs: [{ field: 'price', code: 'PriceOfOne', value: '12.500', became: '12500000' }] });
    expect(read('Cân', 'cái', 4, null, null, '10.000.000 đ')).toMatchObject({ input: { line: { priceVnd: 2_500_000 } }, repairs: [{ field: 'priceOfAll', became: '2500000' }] });
    expect(read('Cân', 'cái', 1, null, null, 10_000_000)).toMatchObject({ input: { line: { priceVnd: 10_000_000 } }, repairs: [] });
    expect(read('Cân', 'cái', 1, null, 'miễn phí')).toMatchObject({ ok: false, problems: [{ field: 'price', code: 'NotAnAmount', value: 'miễn phí' }] });
  });
  it.each([
    ['Tủ lạnh cũ', 'Không', 'none'], ['Máy lạnh Sanyo', 'Tủ lạnh', 'fridge'], ['Kho', 'tủ đông âm sâu', 'freezer'], ['Bình', 'phích vắc xin', 'coldBox'], ['Tủ lạnh TCW', 'x', 'fridge'], ['Phích TCW', 'Có', 'coldBox'],
  ])('[IMP32] %s, of which the list says "%s", is taken for %s', (name, said, coldPlace) => {
    const cold = [...headings, 'Giữ vắc xin'];
    const row = rowToEquipment([1, name, 'cái', 1, ...Array<null>(7).fill(null), said], guessColumns([cold], 'equipment').columns, cold);
    expect(row).toMatchObject({ ok: true, input: { line: { name, coldPlace } } });
  });
  it('[IMP32] a yes of a thing whose name says nothing is refused', () => {
    const cold = [...headings, 'Giữ vắc xin'];
    expect(rowToEquipment([1, 'Kệ', 'cái', 1, ...Array<null>(7).fill(null), 'Có'], guessColumns([cold], 'equipment').columns, cold)).toEqual({ ok: false, problems: [{ field: 'coldPlace', code: 'ColdPlaceUnclear', value: 'Có' }] });
  });
  it('[IMP25] who is in charge is read from no column', () => {
    expect(Object.values(columns)).not.toContain(headings.indexOf('Người quản lý'));
    const reading = read('Cân', 'cái', 1, null, null, null, null, 'Tốt', 2020, 'Nguyễn Thị Lan');
    expect(JSON.stringify(reading)).not.toContain('Lan');
  });
});
