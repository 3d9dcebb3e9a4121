import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { DerivedRows, StoredDocument } from '../../../store/index.ts';

/** Whose record names a chronic condition, in the file itself: whoever asks for the list reads nobody else. */
export const chronicPeople: DerivedRows = {
  name: 'chronicPeople', from: 'episodes', version: '1',
  reset(sql) {
    sql.run('DROP TABLE IF EXISTS chronic_people');
    sql.run('CREATE TABLE chronic_people (patient_id TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (patient_id, number)) WITHOUT ROWID');
  },
  follow(sql, changes) {
    for (const { number, document, previous } of changes) {
      const [before, after] = [patientOf(previous), patientOf(document)];
      if (before === after) continue;
      if (before !== undefined) sql.run('DELETE FROM chronic_people WHERE patient_id = ? AND number = ?', before, number);
      if (after !== undefined) sql.run('INSERT OR IGNORE INTO chronic_people (patient_id, number) VALUES (?, ?)', after, number);
    }
  },
};

function patientOf(stored: StoredDocument | undefined): string | undefined {
  const patientId = stored && !stored._deleted ? (stored as StoredDocument & Partial<Episode>).patientId : undefined;
  return typeof patientId === 'string' ? patientId : undefined;
}
