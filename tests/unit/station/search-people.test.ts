import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { samplePerson, seededRandom } from '../../../src-shared/domain/practice/sample-people.ts';
import { createPeopleIndex, type PeopleIndex } from '../../../src-main/station/db/people-index.ts';
import { searchPeople } from '../../../src-main/station/queries/search-people.ts';
import type { CommitEvent, StoredDocument } from '../../../store/index.ts';

type Fields = Record<string, unknown> & { fullName: string };
const stored = (n: number, fields: Fields, deleted = false): StoredDocument => ({
  _id: `patients:${n}`, _rev: '1-a', _deleted: deleted, _meta: { lwt: 1 }, _attachments: {}, sex: 'female', bornOn: '1985', allergies: [], updatedAt: `2026-01-01T00:00:00.${String(n).padStart(3, '0')}Z`, ...fields,
});

function anIndex(people: Fields[]): { index: PeopleIndex; change(document: StoredDocument): void } {
  const changes = new Subject<CommitEvent>();
  const index = createPeopleIndex({ changes, iterate: () => people.map((fields, n) => stored(n, fields)).values() });
  return { index, change: (document) => changes.next({ context: 'test', lwt: 2, changes: [{ table: 'patients', document, previous: undefined }] }) };
}
const names = (index: PeopleIndex, text: string, wanted = 50) => searchPeople(index, text, wanted).rows.map(({ patient }) => patient.fullName);

const { index } = anIndex([
  { fullName: 'Nguyễn Thị Hoà', bornOn: '1985-03-15', village: 'Thôn 3', phone: '0912345678', nationalId: '001185012345' },
  { fullName: 'Trần Văn Hòa', bornOn: '1990', village: 'Bản Đông', insuranceNumber: 'DN4797912345678' },
  { fullName: 'Lê Hoa', bornOn: '1985-01-01', village: 'Xóm Mới', phone: '0987000111' },
  { fullName: 'ĐẶNG HOÀNG', bornOn: '1940' },
  { fullName: 'Ðinh Công Lý' },
  { fullName: 'Lò Thị Mỷ', village: 'Thôn 10' },
]);

describe('search of people', () => {
  it('[STA10] finds any beginnings in any order, with and without marks, whatever the font typed', () => {
    expect(names(index, 'hoa thi')).toEqual(['Nguyễn Thị Hoà']);
    expect(names(index, 'ho ng').sort()).toEqual(['Nguyễn Thị Hoà']);
    expect(names(index, 'DANG')).toEqual(['ĐẶNG HOÀNG']);
    expect(names(index, 'đinh')).toEqual(['Ðinh Công Lý']);
    expect(names(index, 'li')).toEqual(['Ðinh Công Lý']);
    expect(names(index, 'my')).toEqual(['Lò Thị Mỷ']);
    expect(names(index, 'hòa'.normalize('NFD'))).toHaveLength(4);
    expect(names(index, 'oa')).toEqual([]);
    expect(names(index, '  ')).toEqual([]);
    expect(names(index, '.*[(')).toEqual([]);
  });

  it('[STA10] finds by village, birth year, phone and the last digits of cards', () => {
    expect(names(index, 'hoa 1985')).toEqual(['Lê Hoa', 'Nguyễn Thị Hoà']);
    expect(names(index, 'thon 3')).toEqual(['Nguyễn Thị Hoà']);
    expect(names(index, 'bản đông')).toEqual(['Trần Văn Hòa']);
    expect(names(index, '345678').sort()).toEqual(['Nguyễn Thị Hoà', 'Trần Văn Hòa']);
    expect(names(index, '012345')).toEqual(['Nguyễn Thị Hoà']);
    expect(names(index, '001185012345')).toEqual(['Nguyễn Thị Hoà']);
    expect(names(index, '0987')).toEqual(['Lê Hoa']);
  });

  it('[STA11] puts the same marks first, then whole words, then the given name', () => {
    expect(names(index, 'Hoà')[0]).toBe('Nguyễn Thị Hoà');
    expect(names(index, 'Hòa')[0]).toBe('Trần Văn Hòa');
    expect(names(index, 'hoa').at(-1)).toBe('ĐẶNG HOÀNG');
    expect(names(index, 'hoa', 2)).toHaveLength(2);
    expect(searchPeople(index, 'hoa', 2).total).toBe(4);
  });

  it('[STA11] without a text shows who was changed last', () => {
    const world = anIndex([{ fullName: 'A B' }, { fullName: 'C D' }]);
    expect(world.index.recent().map(({ patient }) => patient.fullName)).toEqual(['C D', 'A B']);
    world.change(stored(0, { fullName: 'A Bê', updatedAt: '2026-02-01T00:00:00.000Z' }));
    expect(world.index.recent().map(({ patient }) => patient.fullName)).toEqual(['A Bê', 'C D']);
  });

  it('[STA8] forgets an old name and a person who is gone', () => {
    const world = anIndex([{ fullName: 'Hoàng Lan' }, { fullName: 'Hoàng Mai' }]);
    world.change(stored(0, { fullName: 'Vũ Lan' }));
    expect(names(world.index, 'hoang')).toEqual(['Hoàng Mai']);
    expect(names(world.index, 'vu')).toEqual(['Vũ Lan']);
    world.change(stored(1, { fullName: 'Hoàng Mai' }, true));
    expect([names(world.index, 'hoang'), world.index.size]).toEqual([[], 1]);
  });

  it('[STA8] takes a record of any shape without stopping', () => {
    const world = anIndex([{ fullName: 'A' }]);
    world.change(stored(0, { fullName: 7, bornOn: null, village: {}, phone: 12, allergies: 'no', updatedAt: undefined } as unknown as Fields));
    expect(world.index.get('patients:0')).toMatchObject({ patient: { fullName: '', bornOn: '' }, hasAllergies: false });
    expect(names(world.index, 'a')).toEqual([]);
  });

  it('[STA12] takes milliseconds among thirty thousand', () => {
    const random = seededRandom(7);
    const big = anIndex(Array.from({ length: 30_000 }, (_, n) => ({ ...samplePerson(random, { today: '2026-11-22', serial: n + 1, id: `patients:${n}` }) })));
    const slowest = Math.max(...['Nguyễn', 'thi hoa', 'h', 'lan 1985', '0912'].map((text) => {
      const runs = Array.from({ length: 9 }, () => {
        const before = process.cpuUsage().user;
        searchPeople(big.index, text, 50);
        return (process.cpuUsage().user - before) / 1000;
      });
      return runs.sort((a, b) => a - b)[4] ?? Infinity;
    }));
    expect(slowest).toBeLessThan(25);
  });
});
