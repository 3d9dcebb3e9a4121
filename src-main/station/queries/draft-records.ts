import type { EncounterRow } from '../../../src-shared/contract/queries.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Query } from './query.ts';

const mostShown = 50;

/** Visits and checkups saved as drafts and not submitted yet, whoever began them, the newest first. */
export const draftRecords: Query<'draftRecords'> = async (_, { db }) => {
  const drafts = await (await db.screens()).find<Encounter>('encounters', { selector: { status: 'draft' }, sort: [{ status: 'desc' }, { occurredOn: 'desc' }], limit: mostShown });
  return drafts.map((encounter): EncounterRow => ({ ...encounter, patientName: db.people.get(encounter.patientId)?.patient.fullName ?? '' }));
};
