import type { DraftRecordRow } from '../../../src-shared/contract/queries.ts';
import { awaitsConclusion } from '../../../src-shared/domain/encounter/awaits-conclusion.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Query } from './query.ts';

/** A day of checkups for a whole school, with room to spare. */
const mostShown = 500;

/** Visits and checkups saved as drafts and not submitted yet, whoever began them, the newest first. */
export const draftRecords: Query<'draftRecords'> = async (_, { db }) => {
  const today = db.clock.today();
  const drafts = await (await db.screens()).find<Encounter>('encounters', { selector: { status: 'draft' }, sort: [{ status: 'desc' }, { occurredOn: 'desc' }], limit: mostShown });
  return drafts.map((encounter): DraftRecordRow => {
    const patient = db.people.get(encounter.patientId)?.patient;
    return {
      ...encounter, patientName: patient?.fullName ?? '', ...(patient ? { patient: { sex: patient.sex, bornOn: patient.bornOn, village: patient.village } } : {}),
      awaitsConclusion: awaitsConclusion(encounter, patient, { today }),
    };
  });
};
