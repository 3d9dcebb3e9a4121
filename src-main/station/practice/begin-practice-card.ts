import { documentStamp } from '../../../src-shared/domain/common/build-document.ts';
import type { PracticeCard } from '../../../src-shared/domain/practice/practice-cards.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Person } from '../accounts/accounts.ts';
import { recordWrite, type RecordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { noteBegun } from './practice-book.ts';

/** The other PC of the invented disagreement, and who sits there. */
const elsewhere = { device: 'pc-tap-thu-2', by: 'minh', name: 'Trần Văn Minh' };

/** Begins a card anew for this person; only in "Tập thử". Two answers for one telephone number are laid out for the last card. */
export async function beginPracticeCard(db: StationDatabase, person: Person, card: PracticeCard): Promise<{ ok: boolean }> {
  if (!db.identity.practice) return { ok: false };
  const at = db.clock.instant();
  if (card !== 'conflict') {
    noteBegun(db, person.account, card, { at });
    return { ok: true };
  }
  const context = db.contextFor(person);
  const [patient] = await (await db.screens()).find<Patient>('patients', { selector: { phone: { $exists: true } }, limit: 1 });
  if (patient?.phone === undefined) return { ok: false };
  const { phone, _id: recordId } = patient;
  const other = `${phone.slice(0, -1)}${String((Number(phone.slice(-1)) + 1) % 10)}`;
  const stamp = documentStamp(context);
  const conflict: RecordWrite = recordWrite({
    _id: `conflict:${recordId}:${patient.version}:${stamp.version}`, ...stamp, schemaVersion: 1, recordId, collection: 'patients', kind: 'fields', fields: [{ field: 'phone', kept: phone, other }],
    kept: { by: person.account, at: patient.updatedAt, device: patient.device, rev: '' }, other: { ...elsewhere, at, rev: '' }, losing: {},
  });
  const { event, note } = db.auditChain.next(context, 'practice', [conflict.body._id]);
  db.journal.save({
    documents: [conflict, { body: event, expectedRev: null }], context: 'practice', note,
    sql: () => {
      db.rememberTime();
      noteBegun(db, person.account, card, { at, recordId: conflict.body._id });
    },
  });
  return { ok: true };
}
