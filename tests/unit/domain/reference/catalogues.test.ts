import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../../src-shared/domain/common/parse-csv.ts';
import { catalogueEntry, type CatalogueEntry } from '../../../../src-shared/domain/reference/catalogue.schema.ts';
import { entriesOn } from '../../../../src-shared/domain/reference/entries-on.ts';
import { planRelease } from '../../../../src-shared/domain/reference/plan-release.ts';
import { rowsToEntries } from '../../../../src-shared/domain/reference/rows-to-entries.ts';

const stamps = { device: 'hub-vn', createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'hub', updatedAt: '2026-01-01T00:00:00.000Z', updatedBy: 'hub', schemaVersion: 1 };
const entry = (code: string, fields: Partial<CatalogueEntry> = {}): CatalogueEntry => catalogueEntry.parse({
  ...stamps, _id: `catalogue:vn:diagnoses:${code}`, unit: 'vn', version: '1', catalogue: 'diagnoses', code, content: { text: `Bệnh ${code}` }, from: '2026-01-01', release: 1, ...fields,
});
const facts = (known: CatalogueEntry[] = []) => ({ catalogue: 'diagnoses' as const, today: '2026-11-22', known: new Map(known.map((one) => [one.code, one])), ownUnit: 'vn' });

describe('catalogues', () => {
  it('[CAT1] [CAT7] an entry counts on its days; of two with one code the later begin, then the newer version', () => {
    const all = [entry('J00', { to: '2026-06-30' }), entry('J01', { from: '2026-12-01' }), entry('J02'), entry('J02', { _id: 'catalogue:79:diagnoses:J02', unit: '79', from: '2026-03-01', content: { text: 'tỉnh' } }), entry('J03', { version: '2', content: { text: 'mới' } }), entry('J03')];
    const on = (day: string) => entriesOn(all, day).map(({ code, content }) => `${code} ${String(content['text'])}`).sort();
    expect(on('2026-02-01')).toEqual(['J00 Bệnh J00', 'J02 Bệnh J02', 'J03 mới']);
    expect(on('2026-06-30')).toEqual(['J00 Bệnh J00', 'J02 tỉnh', 'J03 mới']);
    expect(on('2026-12-01')).toEqual(['J01 Bệnh J01', 'J02 tỉnh', 'J03 mới']);
  });

  it('[CAT2] names what does not fit, by code, reason and field', () => {
    const { faults } = planRelease([
      { code: 'viêm', content: { text: 'x' } }, { code: 'J00', content: { text: 'x' } }, { code: 'J00', content: { text: 'y' } }, { code: 'J01', content: { text: '' } }, { code: 'J02', content: { text: 'x', colour: 'red' } },
      { code: 'J03', content: { text: 'x' }, from: '2026-02-31' }, { code: 'J04', content: { text: 'x' }, from: '2026-05-01', to: '2026-04-30' }, { code: 'J05', content: { text: 'x' } },
    ], facts([entry('J05', { unit: '79' })]));
    expect(faults.map(({ code, reason, field }) => [code, reason, field])).toEqual([
      ['viêm', 'badCode', undefined], ['J00', 'twice', undefined], ['J01', 'badContent', 'text'], ['J02', 'badContent', expect.anything()], ['J03', 'badDate', undefined], ['J04', 'endsBeforeItBegins', undefined], ['J05', 'ofAnotherPublisher', undefined],
    ]);
  });

  it('[CAT3] only what differs is changed; an entry keeps the day it began on', () => {
    const plan = planRelease([{ code: 'J00', content: { text: 'Bệnh J00' } }, { code: 'J01', content: { text: 'khác' } }, { code: 'J02', content: { text: 'mới' } }, { code: 'J03', content: { text: 'Bệnh J03' }, to: '2026-11-21' }], facts(['J00', 'J01', 'J03'].map((code) => entry(code))));
    expect(plan.unchanged).toBe(1);
    expect(plan.changed.map(({ code, from, to }) => [code, from, to])).toEqual([['J01', '2026-01-01', undefined], ['J02', '2026-11-22', undefined], ['J03', '2026-01-01', '2026-11-21']]);
  });

  it('[CAT5] reads tables as spreadsheets write them', () => {
    expect(parseCsv('\uFEFFa;b\r\n"x;1";"say ""hi"""\r\n\r\n;2')).toEqual([['a', 'b'], ['x;1', 'say "hi"'], ['', '2']]);
    expect(parseCsv('a\tb\n1,5\t"two\nlines"')).toEqual([['a', 'b'], ['1,5', 'two\nlines']]);
    const read = rowsToEntries('medicines', parseCsv('Mã thuốc;Hoạt chất;Hàm lượng;Đơn vị tính;Hiệu lực từ;Ghi chú\nPARA-500;Paracetamol;500 mg;viên;1/3/2026;x'));
    expect(read).toEqual({ missing: [], ignored: ['Ghi chú'], entries: [{ code: 'PARA-500', content: { inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' }, from: '2026-03-01' }] });
    expect(rowsToEntries('medicines', [['Mã', 'Tên hoạt chất', 'Đơn vị nhỏ nhất'], ['A', 'B', 'viên']]).missing).toEqual([]);
    expect(rowsToEntries('medicines', [['Code', 'INN', 'Base unit'], ['A', 'B', 'viên']]).missing).toEqual([]);
    expect(rowsToEntries('notices', [['code', 'title', 'text', 'Khẩn'], ['TB1', 'Thu hồi lô', 'Ngừng dùng', 'x']]).entries[0]).toEqual({ code: 'TB1', content: { title: 'Thu hồi lô', text: 'Ngừng dùng', urgent: true } });
    const urgent = (word: string) => rowsToEntries('notices', [['code', 'title', 'text', 'urgent'], ['TB1', 'Họp', 'Thứ hai', word]]).entries;
    expect(['Khẩn', 'Có', 'không', ''].map((word) => urgent(word)[0]?.content['urgent'])).toEqual([true, true, undefined, undefined]);
    expect(planRelease(urgent('maybe'), { ...facts(), catalogue: 'notices' }).faults).toEqual([{ code: 'TB1', reason: 'badContent', field: 'urgent' }]);
    expect(rowsToEntries('diagnoses', [['Tên bệnh'], ['Cúm']]).missing).toEqual(['code']);
    expect(rowsToEntries('diagnoses', [['icd10', 'ten benh'], ['j10.1', 'Cúm']]).entries[0]?.code).toBe('J10.1');
  });
});
