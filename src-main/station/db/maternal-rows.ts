import { childOf } from '../../../src-shared/domain/maternal/child-of.ts';
import { birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import type { DerivedRows, StoredDocument } from '../../../store/index.ts';

/** Whose record names a pregnancy, in the file itself: whoever asks for the list reads nobody else. */
export const maternalPeople: DerivedRows = {
  name: 'maternalPeople', from: 'pregnancies', version: '1',
  reset(sql) {
    sql.run('DROP TABLE IF EXISTS maternal_people');
    sql.run('CREATE TABLE maternal_people (patient_id TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (patient_id, number)) WITHOUT ROWID');
  },
  follow(sql, changes) {
    for (const { number, document, previous } of changes) {
      const [before, after] = [patientOf(previous), patientOf(document)];
      if (before === after) continue;
      if (before !== undefined) sql.run('DELETE FROM maternal_people WHERE patient_id = ? AND number = ?', before, number);
      if (after !== undefined) sql.run('INSERT OR IGNORE INTO maternal_people (patient_id, number) VALUES (?, ?)', after, number);
    }
  },
};

/** Which person of the book which baby is: a child has one birth. */
export const newbornRows: DerivedRows = {
  name: 'newborns', from: 'births', version: '1',
  reset(sql) {
    sql.run('DROP TABLE IF EXISTS newborns');
    sql.run('CREATE TABLE newborns (child_id TEXT NOT NULL, birth_id TEXT NOT NULL, baby INTEGER NOT NULL, PRIMARY KEY (child_id, birth_id, baby)) WITHOUT ROWID');
  },
  follow(sql, changes) {
    for (const { document, previous } of changes) {
      for (const { childId, birthId, baby } of linksOf(previous)) sql.run('DELETE FROM newborns WHERE child_id = ? AND birth_id = ? AND baby = ?', childId, birthId, baby);
      for (const { childId, birthId, baby } of linksOf(document)) sql.run('INSERT OR IGNORE INTO newborns (child_id, birth_id, baby) VALUES (?, ?, ?)', childId, birthId, baby);
    }
  },
};

function patientOf(stored: StoredDocument | undefined): string | undefined {
  const patientId = stored && !stored._deleted ? (stored as StoredDocument & { patientId?: unknown }).patientId : undefined;
  return typeof patientId === 'string' ? patientId : undefined;
}

function linksOf(stored: StoredDocument | undefined): { childId: string; birthId: string; baby: number }[] {
  const read = stored && !stored._deleted ? birth.safeParse(stored) : undefined;
  if (!read?.success || read.data.voided) return [];
  const { _id: birthId, babies } = read.data;
  return babies.flatMap((_, baby) => { const childId = childOf(read.data, baby); return childId === undefined ? [] : [{ childId, birthId, baby }]; });
}
