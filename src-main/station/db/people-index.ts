import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { nameKey, type Identity } from '../../../src-shared/domain/patient/find-same-identity.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { StorageCore } from '../../../store/index.ts';
import { orderKeyBytes } from './order-key.ts';
import { numberChunk, orderChunk, peopleTables } from './people-tables.ts';
import { personEntry, type PersonEntry } from './person-entry.ts';
import { bodyOf } from './read-record.ts';
import { chunkBits, unpackRows } from './row-list.ts';

/** Rows of one chunk that have a word; a row is `base` and the offset. */
export interface WordRows { word: string; base: number; offsets: Uint16Array }
/** Digits as they stand in a column of numbers: wherever, at the end or at the beginning of a number. */
export type NumberPart = { column: 'phones' | 'ids' | 'cards'; at: 'anywhere' | 'end' | 'beginning' };

/** The people of the station as they lie in the file's own index (decision 0061); nothing is held in memory but how many they are. */
export interface PeopleIndex {
  readonly size: number;
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
  /** At least everybody with the same numbers or the same name (without marks) as this person. */
  mayBeSame(person: { fullName: string; nationalId?: string; insuranceNumber?: string }): Identity[];
}

type Store = Pick<StorageCore, 'sql' | 'get' | 'count' | 'derive' | 'getNumbered' | 'getWith' | 'changes'>;

export function createPeopleIndex(store: Store): PeopleIndex {
  const { sql } = store;
  store.derive(peopleTables);
  let size: number | undefined;
  store.changes.subscribe(({ changes }) => {
    for (const { table, document, previous } of changes) {
      if (table === 'patients' && size !== undefined) size += Number(!document._deleted) - Number(previous !== undefined && !previous._deleted);
    }
  });
  const entryOf = (stored: Parameters<typeof bodyOf>[0]): PersonEntry => personEntry(bodyOf<Patient>(stored));

  const index: PeopleIndex = {
    get size() { return (size ??= store.count('patients')); },
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
      const orders = new Float64Array(index.rowLimit() * 2);
      const bytes = new Uint8Array(orders.buffer);
      for (const { chunk, keys } of sql.all<{ chunk: number; keys: Uint8Array }>('SELECT chunk, keys FROM people_order')) bytes.set(keys, chunk * orderChunk * orderKeyBytes);
      return orders;
    },
    entries: (rows) => store.getNumbered('patients', rows).map(entryOf),
    mayBeSame({ fullName, nationalId, insuranceNumber }) {
      const key = nameKey(fullName);
      const alike = index.entries(rowsWithWords(sql, key.split(' ').filter(Boolean))).filter((entry) => entry.nameKey === key);
      const sameNumber = [['nationalId', nationalId], ['insuranceNumber', insuranceNumber]] as const;
      const holders = sameNumber.flatMap(([field, value]) => (value ? store.getWith('patients', field, value).map(entryOf) : []));
      return [...new Map([...alike, ...holders].map(({ patient }) => [patient._id, patient])).values()];
    },
  };
  return index;
}

/** Rows that have every one of these whole words. */
function rowsWithWords(sql: StorageCore['sql'], words: readonly string[]): number[] {
  let rows: Set<number> | undefined;
  for (const word of new Set(words)) {
    const having = new Set<number>();
    for (const { chunk, rows: bytes } of sql.all<{ chunk: number; rows: Uint8Array }>('SELECT chunk, rows FROM people_words WHERE word = ?', word)) {
      for (const offset of unpackRows(bytes)) having.add((chunk << chunkBits) + offset);
    }
    rows = rows ? rows.intersection(having) : having;
  }
  return [...(rows ?? [])];
}

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
