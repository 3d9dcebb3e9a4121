import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { DerivedRows, NumberedChange, Sql } from '../../../store/index.ts';
import { orderKey, orderKeyBytes } from './order-key.ts';
import { personEntry, type PersonEntry } from './person-entry.ts';
import { bodyOf } from './read-record.ts';
import { changedRows, chunkOf, offsetOf, packRows, unpackRows } from './row-list.ts';

/** People whose orders, or numbers, lie in one row of the file. */
export const orderChunk = 256;
export const numberChunk = 256;
/** Before words with their marks as they are written; no folded word begins so. */
export const marked = '=';
/** Before the id of the record that stands for this person. */
export const sameAsMark = '@';
/** Stands at everybody whose record is struck out. */
export const voidedMark = '#';

const tables = [
  // Who has a word: rows of the chunk, packed. A few thousand words serve a hundred thousand people.
  'CREATE TABLE people_words (word TEXT NOT NULL, chunk INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (word, chunk)) WITHOUT ROWID',
  'CREATE TABLE people_order (chunk INTEGER PRIMARY KEY, keys BLOB NOT NULL)',
  // One line for each person of the chunk, empty where there is no number.
  'CREATE TABLE people_numbers (chunk INTEGER PRIMARY KEY, phones TEXT NOT NULL, ids TEXT NOT NULL, cards TEXT NOT NULL)',
];
const names = ['people_words', 'people_order', 'people_numbers'];

/** Words people are found by, their order and their numbers, in the file itself (decision 0061). Change `version` with whatever changes what is written. */
export const peopleTables: DerivedRows = {
  name: 'people', from: 'patients', version: '2',
  reset(sql) {
    for (const name of names) sql.run(`DROP TABLE IF EXISTS ${name}`);
    for (const table of tables) sql.run(table);
  },
  follow(sql, changes) {
    const moves = changes.map(({ number, document, previous }) => ({ row: number, before: entryOf(previous), after: entryOf(document) }));
    writeWords(sql, moves);
    writeOrders(sql, moves);
    writeNumbers(sql, moves);
  },
};

interface Move { row: number; before: PersonEntry | undefined; after: PersonEntry | undefined }

const entryOf = (document: NumberedChange['previous']): PersonEntry | undefined => (document && !document._deleted ? personEntry(bodyOf<Patient>(document)) : undefined);

function wordsOf(entry: PersonEntry | undefined): Set<string> {
  if (!entry) return new Set();
  const { words, markedWords, patient: { sameAs, voided } } = entry;
  return new Set([...words, ...markedWords.map((word) => marked + word), ...(sameAs === undefined ? [] : [sameAsMark + sameAs]), ...(voided ? [voidedMark] : [])]);
}

function writeWords(sql: Sql, moves: readonly Move[]): void {
  const lists = new Map<string, { word: string; chunk: number; added: Set<number>; removed: Set<number> }>();
  const listOf = (word: string, row: number) => {
    const chunk = chunkOf(row);
    const key = `${chunk} ${word}`;
    const list = lists.get(key) ?? { word, chunk, added: new Set<number>(), removed: new Set<number>() };
    lists.set(key, list);
    return list;
  };
  for (const { row, before, after } of moves) {
    const [old, now] = [wordsOf(before), wordsOf(after)];
    const offset = offsetOf(row);
    for (const word of old) {
      if (now.has(word)) continue;
      const { added, removed } = listOf(word, row);
      added.delete(offset);
      removed.add(offset);
    }
    for (const word of now) {
      if (old.has(word)) continue;
      const { added, removed } = listOf(word, row);
      removed.delete(offset);
      added.add(offset);
    }
  }
  for (const { word, chunk, added, removed } of lists.values()) {
    const known = sql.get<{ rows: Uint8Array }>('SELECT rows FROM people_words WHERE word = ? AND chunk = ?', word, chunk);
    const rows = changedRows(known ? unpackRows(known.rows) : new Uint16Array(), added, removed);
    if (rows.length > 0) sql.run('INSERT OR REPLACE INTO people_words (word, chunk, rows) VALUES (?, ?, ?)', word, chunk, packRows(rows));
    else sql.run('DELETE FROM people_words WHERE word = ? AND chunk = ?', word, chunk);
  }
}

function writeOrders(sql: Sql, moves: readonly Move[]): void {
  for (const [chunk, inChunk] of Map.groupBy(moves, ({ row }) => Math.floor(row / orderChunk))) {
    const known = sql.get<{ keys: Uint8Array }>('SELECT keys FROM people_order WHERE chunk = ?', chunk);
    const keys = Buffer.alloc(orderChunk * orderKeyBytes);
    if (known) keys.set(known.keys);
    for (const { row, after } of inChunk) {
      const [first, second] = after ? orderKey(after.order) : [0, 0];
      keys.writeDoubleLE(first, (row % orderChunk) * orderKeyBytes);
      keys.writeDoubleLE(second, (row % orderChunk) * orderKeyBytes + 8);
    }
    sql.run('INSERT OR REPLACE INTO people_order (chunk, keys) VALUES (?, ?)', chunk, keys);
  }
}

function writeNumbers(sql: Sql, moves: readonly Move[]): void {
  for (const [chunk, inChunk] of Map.groupBy(moves, ({ row }) => Math.floor(row / numberChunk))) {
    const known = sql.get<Record<'phones' | 'ids' | 'cards', string>>('SELECT phones, ids, cards FROM people_numbers WHERE chunk = ?', chunk);
    const lines = (text: string | undefined): string[] => text?.slice(1, -1).split('\n') ?? Array.from({ length: numberChunk }, () => '');
    const [phones, ids, cards] = [lines(known?.phones), lines(known?.ids), lines(known?.cards)];
    for (const { row, after } of inChunk) {
      const at = row % numberChunk;
      phones[at] = lineOf(after?.patient.phone);
      ids[at] = lineOf(after?.patient.nationalId);
      cards[at] = lineOf(after?.patient.insuranceNumber);
    }
    const text = (all: readonly string[]) => `\n${all.join('\n')}\n`;
    sql.run('INSERT OR REPLACE INTO people_numbers (chunk, phones, ids, cards) VALUES (?, ?, ?, ?)', chunk, text(phones), text(ids), text(cards));
  }
}

const lineOf = (value: string | undefined): string => value?.replaceAll('\n', ' ') ?? '';
