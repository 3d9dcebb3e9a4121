import { describe, expect, it } from 'vitest';
import { samplePerson, seededRandom } from '../../../src-shared/domain/practice/sample-people.ts';
import { createPeopleIndex, type PeopleIndex } from '../../../src-main/station/db/people-index.ts';
import { bodyOf } from '../../../src-main/station/db/read-record.ts';
import { personEntry, type PersonEntry } from '../../../src-main/station/db/person-entry.ts';
import { foldForSearch, foldYToI } from '../../../src-shared/domain/common/fold-for-search.ts';
import { documentTables } from '../../../src-main/station/db/document-tables.ts';
import { searchPeople } from '../../../src-main/station/queries/search-people.ts';
import { openStore, type StorageCore, type StoredDocument } from '../../../store/index.ts';
import { aDirectory, aKey } from '../store/store-in-temp-dir.ts';

type Fields = Record<string, unknown> & { fullName: string };
const stored = (n: number, fields: Fields, deleted = false): StoredDocument => ({
  _id: `patients:${n}`, _rev: '1-a', _deleted: deleted, _meta: { lwt: 1 }, _attachments: {}, sex: 'female', bornOn: '1985', allergies: [], updatedAt: `2026-01-01T00:00:00.${String(n).padStart(3, '0')}Z`, ...fields,
});

function aWorld(people: Fields[], store = openStore({ file: `${aDirectory()}/people.db`, key: aKey() })) {
  for (const table of documentTables) store.defineTable(table);
  const change = (...documents: StoredDocument[]) => { store.commit({ documents: documents.map((document) => ({ table: 'patients', document })), context: 'test' }); };
  const index = createPeopleIndex(store);
  for (let from = 0; from < people.length; from += 500) change(...people.slice(from, from + 500).map((fields, n) => stored(from + n, fields)));
  return { index, change, store };
}
const names = (index: PeopleIndex, text: string, wanted = 50) => searchPeople(index, text, wanted).rows.map(({ patient }) => patient.fullName);

const { index } = aWorld([
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

  it('[STA8] forgets an old name and a person who is gone', () => {
    const world = aWorld([{ fullName: 'Hoàng Lan' }, { fullName: 'Hoàng Mai' }]);
    world.change(stored(0, { fullName: 'Vũ Lan' }));
    expect(names(world.index, 'hoang')).toEqual(['Hoàng Mai']);
    expect(names(world.index, 'vu')).toEqual(['Vũ Lan']);
    world.change(stored(1, { fullName: 'Hoàng Mai' }, true));
    expect([names(world.index, 'hoang'), world.index.size]).toEqual([[], 1]);
  });

  it('[STA8] takes a record of any shape without stopping', () => {
    const world = aWorld([{ fullName: 'A' }]);
    world.change(stored(0, { fullName: 7, bornOn: null, village: {}, phone: 12, allergies: 'no', updatedAt: undefined } as unknown as Fields));
    expect(world.index.get('patients:0')).toMatchObject({ patient: { fullName: '', bornOn: '' }, hasAllergies: false });
    expect(names(world.index, 'a')).toEqual([]);
  });

  it('[STA12] reads little of thirty thousand people, and takes milliseconds', () => {
    const random = seededRandom(7);
    const big = aWorld(Array.from({ length: 30_000 }, (_, n) => ({ ...samplePerson(random, { today: '2026-11-22', serial: n + 1, id: `patients:${n}` }) })));
    const slowest = Math.max(...['Nguyễn', 'thi hoa', 'h', 'lan 1985', '0912'].map((text) => {
      const runs = Array.from({ length: 9 }, () => {
        const before = process.cpuUsage().user;
        searchPeople(big.index, text, 50);
        return (process.cpuUsage().user - before) / 1000;
      });
      return runs.sort((a, b) => a - b)[4] ?? Infinity;
    }));
    expect(slowest).toBeLessThan(25);
    big.store.close();
  }, 60_000);
});

/** As people were searched before there was an index: everybody looked at, one by one. */
function slowSearch(people: readonly PersonEntry[], text: string): string[] {
  const words = [...new Set(foldForSearch(text).split(' ').filter(Boolean))];
  const exact = text.normalize('NFC').toLowerCase().split(/\s+/u).filter((word) => word !== '' && foldForSearch(word) !== word);
  const fits = (entry: PersonEntry, word: string) => {
    const { phone = '', nationalId = '', insuranceNumber = '' } = entry.patient;
    if (entry.words.some((own) => own.startsWith(word) || own.startsWith(foldYToI(word)))) return true;
    if (!/^\d{3,}$/.test(word)) return false;
    return phone.includes(word) || nationalId.endsWith(word) || insuranceNumber.endsWith(word) || (word.length >= 9 && (nationalId.startsWith(word) || insuranceNumber.includes(word)));
  };
  const scoreOf = (entry: PersonEntry) => 100 * exact.filter((word) => entry.patient.fullName.normalize('NFC').toLowerCase().split(/\s+/u).some((own) => own.startsWith(word))).length
    + words.reduce((sum, word) => sum + Number(entry.words.includes(word)), 0);
  return people.filter((entry) => words.every((word) => fits(entry, word)))
    .sort((a, b) => scoreOf(b) - scoreOf(a) || (a.order < b.order ? -1 : Number(a.order > b.order)))
    .map(({ patient, order }) => `${order} ${patient.fullName}`);
}

it('[STA10] [STA11] finds just those, in that order, whom looking at everybody finds, whatever was changed before', () => {
  const random = seededRandom(11);
  const person = (n: number): Fields => ({ ...samplePerson(random, { today: '2026-11-22', serial: n + 1, id: `patients:${n % 400}` }) });
  const { index, change, store } = aWorld(Array.from({ length: 400 }, (_, n) => person(n)));
  for (let round = 0; round < 30; round += 1) {
    const at = () => Math.floor(random() * 400);
    change(stored(at(), person(400 + round)), stored(at(), person(500 + round), random() < 0.3), stored(at(), person(600 + round)));
  }
  const everybody = [...store.iterate('patients')].map((document) => personEntry(bodyOf(document)));
  expect(index.size).toBe(everybody.length);
  const some = everybody.find(({ patient }) => patient.phone && patient.nationalId && patient.insuranceNumber);
  expect(some).toBeDefined();
  const texts = ['nguyen', 'Nguyễn', 'h', 'thi h', 'Thị', 'van', 'thon 1', '19', '198', '1985 nguyen', '091', '09', 'tran 0', some?.patient.fullName ?? '', some?.patient.phone ?? '', some?.patient.nationalId ?? '', (some?.patient.insuranceNumber ?? '').slice(-6), 'ly', 'Mỹ', 'đ', 'nguyen thi van anh'];
  for (const text of texts) {
    const expected = slowSearch(everybody, text);
    for (const wanted of [3, 50, 1000]) {
      const { rows, total } = searchPeople(index, text, wanted);
      expect([text, total, rows.map(({ order, patient }) => `${order} ${patient.fullName}`)]).toEqual([text, expected.length, expected.slice(0, wanted)]);
    }
  }
  // Made anew from the documents it is the same.
  const written = (core: StorageCore) => ['people_words', 'people_order', 'people_numbers'].map((table) => core.sql.all(`SELECT * FROM ${table} ORDER BY 1, 2`));
  const before = written(store);
  store.sql.run("UPDATE store_meta SET value = 'older' WHERE key = 'derived patients people'");
  store.close();
  const again = openStore({ file: store.file, key: aKey() });
  createPeopleIndex(again);
  const alive = (tables: unknown[][]) => tables.map((rows) => rows.length);
  expect(written(again)[0]).toEqual(before[0]);
  expect(alive(written(again))).toEqual(alive(before));
  again.close();
}, 60_000);

it('[STA10] knows who may be the same person, and all records of one', () => {
  const { index, change, store } = aWorld([
    { fullName: 'Nguyễn Thị Hoà', bornOn: '1985-03-15' }, { fullName: 'Nguyen Thi Hoa', bornOn: '1990' }, { fullName: 'Trần Hoà', bornOn: '1985' },
    { fullName: 'Lê Lan', bornOn: '1970', nationalId: '001185012345' }, { fullName: 'Hoà Trần', bornOn: '1985' },
  ]);
  const ids = (found: readonly { _id: string }[]) => found.map(({ _id }) => _id).sort();
  expect(ids(index.mayBeSame({ fullName: 'nguyễn thị hoà', bornOn: '1985', nationalId: '001185012345' }))).toEqual(['patients:0', 'patients:1', 'patients:2', 'patients:3']);
  expect(ids(index.mayBeSame({ fullName: 'Ai Đó' }))).toEqual([]);
  change(stored(1, { fullName: 'Nguyen Thi Hoa', bornOn: '1990', sameAs: { patientId: 'patients:0' } }));
  expect([index.recordsOf('patients:0'), index.recordsOf('patients:1'), index.recordsOf('patients:2')]).toEqual([['patients:0', 'patients:1'], ['patients:1', 'patients:0'], ['patients:2']]);
  store.close();
});
