import type Driver from 'better-sqlite3-multiple-ciphers';
import { foldForSearch, foldYToI } from '../../src-shared/domain/common/fold-for-search.ts';
import type { Patient } from '../../src-shared/domain/patient/patient.schema.ts';
import { personEntry } from '../../src-main/station/db/person-entry.ts';
import { openRawConnection } from '../support/raw-connection.ts';
import { peopleShown, type PeopleSubject } from './people-subject.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS people (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ord TEXT NOT NULL, phone TEXT NOT NULL, nid TEXT NOT NULL, card TEXT NOT NULL, body TEXT NOT NULL);
  CREATE VIRTUAL TABLE IF NOT EXISTS people_words USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')`;

const inNumbers = "SELECT number FROM people WHERE instr(phone, ?) > 0 OR nid LIKE '%' || ? OR card LIKE '%' || ?";

/** What SQLite itself offers for it: full-text search with indexes of prefixes, over words folded by hand. */
export function createRawPeople(): PeopleSubject {
  let connection: Driver | undefined;
  const current = () => {
    if (!connection) throw new Error('not open');
    return connection;
  };
  return {
    open(place) {
      connection = openRawConnection(place);
      connection.exec(tables);
    },
    close() { current().close(); connection = undefined; },
    insert(people) {
      const insertPerson = current().prepare('INSERT INTO people (id, ord, phone, nid, card, body) VALUES (?, ?, ?, ?, ?, ?)');
      const insertWords = current().prepare('INSERT INTO people_words (rowid, words) VALUES (?, ?)');
      current().transaction(() => {
        for (const person of people) {
          const { words, order, patient: { phone = '', nationalId = '', insuranceNumber = '' } } = personEntry(person as unknown as Patient);
          const { lastInsertRowid } = insertPerson.run(person._id, order, phone, nationalId, insuranceNumber, JSON.stringify(person));
          insertWords.run(lastInsertRowid, words.join(' '));
        }
      }).immediate();
    },
    search(text) {
      const words = [...new Set(foldForSearch(text).split(' ').filter(Boolean))];
      const matches = words.map((word) => `(${[...new Set([word, foldYToI(word)])].map((beginning) => `"${beginning}"*`).join(' OR ')})`);
      const inWords = 'SELECT rowid FROM people_words WHERE people_words MATCH ?';
      // A number may also be part of a phone number or the end of a card's; only then each word is asked for by itself.
      const digits = words.filter((word) => /^\d{3,}$/.test(word));
      const found = digits.length === 0 ? inWords : words.map((word) => `SELECT * FROM (${inWords}${digits.includes(word) ? ` UNION ${inNumbers}` : ''})`).join(' INTERSECT ');
      const values = digits.length === 0 ? [matches.join(' AND ')] : words.flatMap((word, n) => [matches[n], ...(digits.includes(word) ? [word, word, word] : [])]);
      const shown = current().prepare(`SELECT body FROM people WHERE number IN (${found}) ORDER BY ord LIMIT ?`).pluck().all(...values, peopleShown) as string[];
      for (const body of shown) JSON.parse(body);
      return current().prepare(`SELECT count(*) FROM (${found})`).pluck().get(...values) as number;
    },
  };
}
