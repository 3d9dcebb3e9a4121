import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { planHandOver } from '../../../src-shared/domain/handover/plan-handover.ts';
import { orgUnit } from '../../../src-shared/domain/org/org-unit.schema.ts';
import { pathOn } from '../../../src-shared/domain/org/parent-on.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { bodyOf, readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { publishedUnits } from '../queries/published-units.ts';
import { unitNames } from '../queries/unit-names.ts';
import type { Operation } from './operation.ts';

export const handOverPerson: Operation<'handOverPerson'> = (input, context, db) => {
  const person = readRecord<Patient>(db.store, 'patients', input.patientId);
  const outcome = planHandOver(input, { person, patientIds: db.people.recordsOf(input.patientId), open: db.handovers.away(input.patientId), published: publishedUnit(db, input.toUnit) }, context);
  return outcome.ok ? accepted({ id: outcome.value._id, records: [recordWrite(outcome.value)] }, outcome.warnings) : outcome;
};

/** The other station in the table of units that came down; `undefined` where none has come yet, or what came of it cannot be read here. */
function publishedUnit(db: StationDatabase, unit: string) {
  if (db.store.count('orgUnits') === 0) return undefined;
  const stored = db.store.get('orgUnits', `org:${unit}`);
  const shape = stored && !stored._deleted ? orgUnit.safeParse(bodyOf(stored)) : undefined;
  const above = pathOn(db.identity.unit, 'professional', db.clock.today(), publishedUnits(db));
  return shape?.success === false ? undefined : { unit: shape?.data, nameOf: unitNames(db), isAbove: above.includes(unit) };
}
