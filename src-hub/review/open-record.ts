import type { SubmittedRecord } from '../../src-shared/contract/hub-api.ts';
import { collectionOfId, databaseName } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { encounter as encounterSchema } from '../../src-shared/domain/encounter/encounter.schema.ts';
import { compareContent } from '../../src-shared/domain/review/compare-content.ts';
import { deriveReviewTrail, lastReturned } from '../../src-shared/domain/review/derive-review-trail.ts';
import type { Engine, EngineDatabase } from '../engine/engine.ts';
import { noteAccess } from '../provisioning/access-log.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { Claims } from './claims.ts';
import type { Purpose } from './console-sessions.ts';
import { submittedRow } from './list-submitted.ts';
import type { ReviewDesk } from './review-desk.ts';
import { reviewsOfRecord } from './reviews-of-record.ts';

const bodyOf = (found: DocumentBody | 'deleted' | undefined): DocumentBody | null => (found === undefined || found === 'deleted' ? null : found);

async function readAll(database: EngineDatabase, ids: string[]): Promise<DocumentBody[]> {
  const bodies = await Promise.all(ids.map((id) => database.read(id)));
  return bodies.map(bodyOf).filter((body) => body !== null);
}

/** Names of the medicines a dispense speaks of; they lie in the other database. */
async function medicineNames(engine: Engine, unit: string, dispenses: DocumentBody[]): Promise<Record<string, string>> {
  const items = dispenses.flatMap((dispense) => (Array.isArray(dispense['items']) ? dispense['items'] as { medicineId?: unknown; medicineName?: unknown }[] : []));
  const names: Record<string, string> = {};
  for (const { medicineId, medicineName } of items) if (typeof medicineId === 'string') names[medicineId] = typeof medicineName === 'string' ? medicineName : '';
  const resources = databaseName('resources', unit);
  if (!engine.has(resources)) return names;
  const found = await engine.use(resources, (database) => readAll(database, Object.keys(names)));
  for (const medicine of found) names[medicine._id] = [medicine['inn'], medicine['strength']].filter((part) => typeof part === 'string').join(' ') || (names[medicine._id] ?? '');
  return names;
}

/** What was said of it, and how it differs from the version that was returned last. */
function reviewed(desk: ReviewDesk, unit: string, record: DocumentBody): Pick<SubmittedRecord, 'trail' | 'compared'> {
  // Nothing but a visit or checkup is edited: an error is voided and entered anew.
  if (collectionOfId(record._id)?.name !== 'encounters') return { trail: deriveReviewTrail({ _id: record._id, amendments: [] }, reviewsOfRecord(desk.place.book.sql, unit, record._id)) };
  const shape = encounterSchema.safeParse(record);
  if (!shape.success) return { trail: [] };
  const trail = deriveReviewTrail(shape.data, reviewsOfRecord(desk.place.book.sql, unit, record._id));
  const returned = lastReturned(trail);
  return { trail, ...(returned ? { compared: { ...returned, differences: compareContent(returned.before, shape.data) } } : {}) };
}

export interface OpenRecord { desk: ReviewDesk; claims: Claims; account: string; purpose: Purpose; unit: string; recordId: string }

/** One record with its patient and what was dispensed for it, as a reviewer opens it. Writes the access log first: no record is seen without a row. */
export async function openRecord({ desk, claims, account, purpose, unit, recordId }: OpenRecord): Promise<SubmittedRecord | null> {
  const { book, engine, now } = desk.place;
  const row = submittedRow(desk.place, unit, recordId);
  const known = book.sql.get<{ receivedAt: string }>('SELECT receivedAt FROM consoleEncounters WHERE unit = ? AND id = ?', unit, recordId);
  if (!row || !known) return null;
  noteAccess(book, { at: instantOf(now()), account, action: 'openRecord', unit, recordId, patientId: row.patientId, purpose: purpose.purpose, note: purpose.note ?? '' });
  const dispenseIds = book.sql.all<{ id: string }>('SELECT id FROM consoleDispenses WHERE unit = ? AND patientId = ? AND encounterId = ?', unit, row.patientId, recordId).map(({ id }) => id);
  const found = await engine.use(databaseName('health', unit), async (database) => ({
    record: bodyOf(await database.read(recordId)), patient: bodyOf(await database.read(row.patientId)), dispenses: await readAll(database, dispenseIds),
  }));
  if (!found.record || found.record['status'] === 'draft') return null;
  const claim = claims.of(unit, recordId);
  return {
    unit, record: found.record, patient: found.patient, dispenses: found.dispenses, receivedAt: known.receivedAt, rev: String(found.record._rev), row, reviewedBy: desk.org.reviewerOf(unit),
    medicines: await medicineNames(engine, unit, found.dispenses), ...reviewed(desk, unit, found.record), ...(claim ? { claim } : {}),
  };
}
