import type { DuplicateCandidate, HalfKnown } from '../../../src-shared/domain/patient/find-duplicates.ts';
import { nameKey } from '../../../src-shared/domain/patient/find-same-identity.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { StorageCore } from '../../../store/index.ts';
import { orderKeyBytes } from './order-key.ts';
import { numberChunk, orderChunk, peopleTables, sameAsMark, voidedMark } from './people-tables.ts';
import { personEntry, type PersonEntry } from './person-entry.ts';
import { bodyOf } from './read-record.ts';
import { chunkBits, unpackRows } from './row-list.ts';
import { rowsWithWords } from './rows-with-words.ts';
import { standsFor } from './stands-for.ts';

/** Rows of one chunk that have a word; a row is `base` and the offset. */
export interface WordRows { word: string; base: number; offsets: Uint16Array }
/** Digits as they stand in a column of numbers: wherever, at the end or at the beginning of a number. */
export type NumberPart = { column: 'phones' | 'ids' | 'cards'; at: 'anywhere' | 'end' | 'beginning' };

/** The people of the station as they lie in the file's own index (decision 0061); nothing is held in memory but how many they are and, between searches, their order. */
export interface PeopleIndex {
  /** People; records that are struck out do not count. */
  readonly size: number;
  /** Records of the list, those struck out too. */
  readonly records: number;
  get(id: string): PersonEntry | undefined;
  /** Rows are below this. */
  rowLimit(): number;
  /** Every word that begins so, with its rows. */
  starting(beginning: string): WordRows[];
  /** Rows with these digits. */
  withNumber(digits: string, parts: readonly NumberPart[]): Set<number>;
  /** Two numbers a row, at twice the row: smaller comes first (`orderKey`). */
  orders(): Float64Array;
  entries(rows: readonly number[]): PersonEntry[];
  /** Rows of those born in a year; of a few others too, whose name or village is that number. */
  rowsBornIn(year: string): number[];
  /** At least everybody with the same numbers, the same name (without marks), or the same given name and birth year as this person; nobody whose record is struck out. */
  mayBeSame(person: HalfKnown): DuplicateCandidate[];
  /** All records of the person this record is of: itself, and those marked as the same one (`sameAs`), over however many links. */
  recordsOf(id: string): string[];
}

type Store = Pick<StorageCore, 'sql' | 'get' | 'count' | 'derive' | 'getNumbered' | 'getWith' | 'changes'>;

export function createPeopleIndex(store: Store): PeopleIndex {
  const { sql } = store;
  store.derive(peopleTables);
  // Sixteen bytes a person, kept from one letter typed to the next.
  let ordersRead: Float64Array | undefined;
  // A list asks before it registers, and registering asks again.
  let lastAlike: { asked: string; found: DuplicateCandidate[] } | undefined;
  let counted: { records: number; voided: number } | undefined;
  const counts = () => (counted ??= { records: store.count('patients'), voided: rowsWithWords(sql, [voidedMark]).length });
  store.changes.subscribe(({ changes }) => {
    for (const { table, document, previous } of changes) {
      if (table !== 'patients') continue;
      ordersRead = undefined;
      lastAlike = undefined;
      if (!counted) continue;
      counted.records += Number(isThere(document)) - Number(isThere(previous));
      counted.voided += Number(isThere(document) && isVoided(document)) - Number(isThere(previous) && isVoided(previous));
    }
  });
  /** As it stands in the record itself; who stands for the person is found over all links. */
  const writtenIn = (id: string): PersonEntry['patient'] | undefined => {
    const stored = store.get('patients', id);
    return stored && !stored._deleted ? personEntry(bodyOf<Patient>(stored)).patient : undefined;
  };
  const entryOf = (stored: Parameters<typeof bodyOf>[0]): PersonEntry => {
    const entry = personEntry(bodyOf<Patient>(stored));
    if (entry.patient.sameAs === undefined) return entry;
    const { sameAs: _written, ...patient } = entry.patient;
    const main = standsFor(patient._id, writtenIn);
    return { ...entry, patient: main === patient._id ? patient : { ...patient, sameAs: main } };
  };

  const index: PeopleIndex = {
    get size() { const { records, voided } = counts(); return records - voided; },
    get records() { return counts().records; },
    get(id) {
      const stored = store.get('patients', id);
      return stored && !stored._deleted ? entryOf(stored) : undefined;
    },
    rowLimit: () => ((sql.get<{ last: number | null }>('SELECT MAX(chunk) AS last FROM people_order')?.last ?? -1) + 1) * orderChunk,
    starting: (beginning) => sql.all<{ word: string; chunk: number; rows: Uint8Array }>('SELECT word, chunk, rows FROM people_words WHERE word >= ? AND word < ?', beginning, `${beginning}\u{10ffff}`)
      .map(({ word, chunk, rows }) => ({ word, base: chunk << chunkBits, offsets: unpackRows(rows) })),
    withNumber(digits, parts) {
      const found = new Set<number>();
      for (const { chunk, ...columns } of sql.all<{ chunk: number } & Record<NumberPart['column'], string>>('SELECT chunk, phones, ids, cards FROM people_numbers')) {
        for (const { column, at } of parts) addLines(columns[column], patternOf(digits, at), chunk * numberChunk, found);
      }
      return found;
    },
    orders() {
      if (ordersRead) return ordersRead;
      const orders = new Float64Array(index.rowLimit() * 2);
      const bytes = new Uint8Array(orders.buffer);
      for (const { chunk, keys } of sql.all<{ chunk: number; keys: Uint8Array }>('SELECT chunk, keys FROM people_order')) bytes.set(keys, chunk * orderChunk * orderKeyBytes);
      return (ordersRead = orders);
    },
    entries: (rows) => store.getNumbered('patients', rows).map(entryOf),
    rowsBornIn: (year) => rowsWithWords(sql, [year]),
    mayBeSame({ fullName, bornOn, nationalId, insuranceNumber }) {
      const asked = JSON.stringify([fullName, bornOn, nationalId, insuranceNumber]);
      if (lastAlike?.asked === asked) return [...lastAlike.found];
      const key = nameKey(fullName ?? '');
      const given = givenOf(key);
      const year = bornOn?.slice(0, 4) ?? '';
      const withWords = (words: readonly string[], fits: (entry: PersonEntry) => boolean) => index.entries(rowsWithWords(sql, words)).filter(fits);
      const sameName = key ? withWords(key.split(' '), (entry) => entry.nameKey === key) : [];
      const sameBirth = key && year ? withWords([given, year], (entry) => givenOf(entry.nameKey) === given && entry.patient.bornOn.startsWith(year)) : [];
      const numbers = [['nationalId', nationalId], ['insuranceNumber', insuranceNumber]] as const;
      const sameNumber = numbers.flatMap(([field, value]) => (value ? store.getWith('patients', field, value).map(entryOf) : []));
      const found = [...new Map([...sameName, ...sameBirth, ...sameNumber].filter(({ patient }) => !patient.voided).map(({ patient }) => [patient._id, patient])).values()];
      lastAlike = { asked, found };
      return [...found];
    },
    recordsOf(id) {
      const all = new Set([id, index.get(id)?.patient.sameAs ?? id]);
      // A set goes on to what is put into it meanwhile.
      for (const one of all) for (const { patient } of index.entries(rowsWithWords(sql, [sameAsMark + one]))) all.add(patient._id);
      return [...all];
    },
  };
  return index;
}

const isThere = <D extends { _deleted: boolean }>(stored: D | undefined): stored is D => stored !== undefined && !stored._deleted;
const isVoided = (stored: object): boolean => 'voided' in stored && stored.voided !== undefined;

const givenOf = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);

function patternOf(digits: string, at: NumberPart['at']): string {
  return at === 'anywhere' ? digits : at === 'end' ? `${digits}\n` : `\n${digits}`;
}

/** Adds the row of each line in which the pattern stands; `lines` begins and ends with a line feed. */
function addLines(lines: string, pattern: string, firstRow: number, found: Set<number>): void {
  let row = firstRow;
  let lineEnd = lines.indexOf('\n', 1);
  for (let hit = lines.indexOf(pattern); hit !== -1; hit = lines.indexOf(pattern, lineEnd)) {
    while (lineEnd <= hit) {
      lineEnd = lines.indexOf('\n', lineEnd + 1);
      row += 1;
    }
    found.add(row);
  }
}
