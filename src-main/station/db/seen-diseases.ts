import { caseDeadline } from '../../../src-shared/domain/surveillance/case-deadline.ts';
import { detectedAt, diseasesIn } from '../../../src-shared/domain/surveillance/detected-at.ts';
import { notifiableRules, type DiseaseId } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { DerivedRows, Sql, StoredDocument } from '../../../store/index.ts';
import { inTurns } from '../work/in-turns.ts';

/** A visit in force with a disease of the list. `patientId`: of the record it was written to. */
export interface SeenRow { day: string; number: number; disease: DiseaseId; patientId: string; encounterId: string; detectedAt: string }

/** Which visits have a disease of the list, in the file itself: what is to be reported is known without reading a visit. With other rules, or other rows, it is made anew. */
export const seenDiseases: DerivedRows = {
  name: 'seenDiseases', from: 'encounters', version: `1.${notifiableRules.version}`,
  reset(sql) {
    sql.run('DROP TABLE IF EXISTS seen_diseases');
    sql.run('CREATE TABLE seen_diseases (day TEXT NOT NULL, number INTEGER NOT NULL, disease TEXT NOT NULL, patient_id TEXT NOT NULL, encounter_id TEXT NOT NULL, detected_at TEXT NOT NULL, PRIMARY KEY (day, number, disease)) WITHOUT ROWID');
  },
  follow(sql, changes) {
    for (const { number, document, previous } of changes) {
      const [before, after] = [rowsOf(number, previous), rowsOf(number, document)];
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      for (const { day, disease } of before) sql.run('DELETE FROM seen_diseases WHERE day = ? AND number = ? AND disease = ?', day, number, disease);
      for (const { day, disease, patientId, encounterId, detectedAt: at } of after) sql.run('INSERT OR REPLACE INTO seen_diseases (day, number, disease, patient_id, encounter_id, detected_at) VALUES (?, ?, ?, ?, ?, ?)', day, number, disease, patientId, encounterId, at);
    }
  },
};

const isDay = /^\d{4}-\d{2}-\d{2}$/;

function rowsOf(number: number, stored: StoredDocument | undefined): SeenRow[] {
  if (!stored || stored._deleted) return [];
  const { _id: encounterId, patientId, occurredOn: day, status, ...visit } = stored as StoredDocument & Encounter;
  if (typeof patientId !== 'string' || typeof day !== 'string' || !isDay.test(day) || (status !== 'submitted' && status !== 'amended')) return [];
  return diseasesIn(visit.diagnoses).flatMap((disease): SeenRow[] => {
    const at = detectedAt({ ...visit, status }, disease);
    // What no form wrote: without an instant there is no deadline, and nothing to list.
    return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? [{ day, number, disease, patientId, encounterId, detectedAt: at }] : [];
  });
}

const columns = 'day, number, disease, patient_id AS patientId, encounter_id AS encounterId, detected_at AS detectedAt';
/** So many rows take a millisecond or two. */
const PAGE = 1000;

/** Rows of these days, oldest first; of diseases reported by case only, where asked. */
export async function seenBetween(sql: Sql, { from, until, byCase = false }: { from: string; until: string; byCase?: boolean }): Promise<SeenRow[]> {
  const found: SeenRow[] = [];
  let [day, number, disease] = [from, -1, ''];
  for (let isMore = true; isMore; ) {
    const rows = sql.all<SeenRow>(`SELECT ${columns} FROM seen_diseases WHERE (day, number, disease) > (?, ?, ?) AND day <= ? ORDER BY day, number, disease LIMIT ${PAGE}`, day, number, disease, until);
    await inTurns([rows], ([some = []]) => { for (const row of some) if (!byCase || caseDeadline(row.disease, row.detectedAt) !== undefined) found.push(row); });
    const last = rows.at(-1);
    isMore = rows.length === PAGE && last !== undefined;
    if (last) [day, number, disease] = [last.day, last.number, last.disease];
  }
  return found;
}
