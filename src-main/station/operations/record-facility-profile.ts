import { facilityId, type FacilityProfile } from '../../../src-shared/domain/facility/facility.schema.ts';
import { planFacility } from '../../../src-shared/domain/facility/plan-facility.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const recordFacilityProfile: Operation<'recordFacilityProfile'> = (input, context, db) => {
  const previous = readRecord<FacilityProfile>(db.store, 'facilityProfiles', facilityId(context.unit));
  const outcome = planFacility(input, previous, context);
  return outcome.ok ? accepted({ id: outcome.value.profile._id, records: [recordWrite(outcome.value.profile, previous)] }, outcome.warnings) : outcome;
};
