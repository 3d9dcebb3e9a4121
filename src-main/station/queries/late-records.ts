import type { LateRow } from '../../../src-shared/contract/queries.ts';
import { collectionOfId, collections } from '../../../src-shared/domain/collections.ts';
import { readRecord } from '../db/read-record.ts';
import type { Query } from './query.ts';
import { dayMs, lateAtTop } from './sync-status.ts';

/** More than these are told by the oldest ones. */
const mostRows = 20;
/** Where so many were looked at, most of them notes of the program, the rest is not looked for. */
const mostLookedAt = 300;

/** What the highest unit has not proved a day after it was saved: of the records people wrote those of before the others. */
export const lateRecords: Query<'lateRecords'> = ({}, { db }) => {
  const now = db.clock.now();
  const late = lateAtTop(db.journal.proofs(), now);
  const rows: LateRow[] = [];
  if (!late) return rows;
  let lookedAt = 0;
  for (const { id, at } of db.journal.missing(late.unit, Date.parse(late.oldestMissingAt))) {
    if (rows.length >= mostRows || (lookedAt += 1) > mostLookedAt) break;
    const collection = collectionOfId(id)?.name;
    if (now - at < dayMs || collection === undefined || collection === collections.auditEvents.name || collection === collections.conflicts.name) continue;
    const document = readRecord<Record<string, unknown> & { _id: string }>(db.store, collection, id);
    if (!document) continue;
    const patientId = collection === 'patients' ? id : document['patientId'];
    const patientName = typeof patientId === 'string' ? db.people.get(patientId)?.patient.fullName : undefined;
    rows.push({ id, collection, savedAt: new Date(at).toISOString(), ...(patientName === undefined ? {} : { patientName }), document });
  }
  return rows;
};
