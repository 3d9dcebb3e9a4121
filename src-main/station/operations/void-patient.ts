import type { CollectionName } from '../../../src-shared/domain/collections.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { planVoidPatient } from '../../../src-shared/domain/patient/void-patient.ts';
import { caseStandings } from '../../../src-shared/domain/surveillance/case-standings.ts';
import type { Dispense } from '../../../src-shared/domain/supply/supply.schema.ts';
import { maternalTables } from '../db/maternal-of.ts';
import { bodyOf, readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Operation } from './operation.ts';

export const voidPatient: Operation<'voidPatient'> = (input, context, db) => {
  const { id } = input;
  const previous = readRecord<Patient>(db.store, 'patients', id);
  const hangs = {
    encounters: recordsOf<Encounter>(db, 'encounters', id).filter(({ status }) => status !== 'voided').length,
    dispenses: recordsOf<Dispense>(db, 'dispenses', id).filter(({ status }) => status !== 'reversed').length,
    immunizations: recordsOf<Immunization>(db, 'immunizations', id).filter(({ voided }) => voided === undefined).length,
    chronicCare: [...recordsOf<Episode>(db, 'episodes', id), ...recordsOf<FollowUp>(db, 'followUps', id)].filter(({ voided }) => voided === undefined).length,
    maternalCare: maternalTables.flatMap(([table]) => recordsOf<{ patientId: string; voided?: unknown }>(db, table, id)).filter(({ voided }) => voided === undefined).length,
    caseReports: caseStandings(db.caseReports.ofPatients([id])).filter(({ current }) => !current.withdrawn).length,
    secondRecords: previous?.sameAs ? 0 : db.people.recordsOf(id).length - 1, handedOver: db.handovers.away(id) !== undefined,
  };
  const outcome = planVoidPatient(previous, input, hangs, context);
  return outcome.ok ? accepted({ id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};

const recordsOf = <T extends { patientId: string }>(db: StationDatabase, table: CollectionName, patientId: string): T[] =>
  db.store.getWith(table, 'patientId', patientId).filter(({ _deleted }) => !_deleted).map((stored) => bodyOf<T>(stored));
