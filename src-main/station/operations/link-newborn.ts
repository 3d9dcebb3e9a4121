import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { planLinkNewborn } from '../../../src-shared/domain/maternal/plan-birth.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { babiesOf } from '../db/babies-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const linkNewborn: Operation<'linkNewborn'> = (input, context, db) => {
  const { id, baby, childId } = input;
  const previous = readRecord<Birth>(db.store, 'births', id);
  const child = childId === undefined ? undefined : readRecord<Patient>(db.store, 'patients', childId);
  const linked = childId === undefined ? undefined : babiesOf(db, childId).find((one) => one.birthId !== id || one.baby !== baby);
  const isMother = previous !== undefined && childId !== undefined && db.people.recordsOf(previous.patientId).includes(childId);
  const outcome = planLinkNewborn(previous, input, { child, linked, isMother }, context);
  return outcome.ok ? accepted({ id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
