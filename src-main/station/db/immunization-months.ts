import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import type { DerivedRows, StoredDocument } from '../../../store/index.ts';

/** Which records are of which month, in the file itself: a month's counts read its own records only. Change `version` with whatever changes what is written. */
export const immunizationMonths: DerivedRows = {
  name: 'immunizationMonths', from: 'immunizations', version: '1',
  reset(sql) {
    sql.run('DROP TABLE IF EXISTS immunization_months');
    sql.run('CREATE TABLE immunization_months (month TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (month, number)) WITHOUT ROWID');
  },
  follow(sql, changes) {
    for (const { number, document, previous } of changes) {
      const [before, after] = [monthOf(previous), monthOf(document)];
      if (before === after) continue;
      if (before !== undefined) sql.run('DELETE FROM immunization_months WHERE month = ? AND number = ?', before, number);
      if (after !== undefined) sql.run('INSERT OR IGNORE INTO immunization_months (month, number) VALUES (?, ?)', after, number);
    }
  },
};

/** Of a record of something done or not done here; what was done elsewhere counts in no month. */
function monthOf(stored: StoredDocument | undefined): string | undefined {
  if (!stored || stored._deleted) return undefined;
  const { place, occurredOn } = stored as StoredDocument & Partial<Immunization>;
  return place === 'here' && typeof occurredOn === 'string' && occurredOn.length >= 7 ? occurredOn.slice(0, 7) : undefined;
}
