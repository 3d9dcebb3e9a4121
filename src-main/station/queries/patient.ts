import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { readRecord } from '../db/read-record.ts';
import type { Query } from './query.ts';

export const patient: Query<'patient'> = ({ id }, { db }) => readRecord<Patient>(db.store, 'patients', id) ?? null;
