import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { readRecord } from '../db/read-record.ts';
import type { Query } from './query.ts';

export const encounter: Query<'encounter'> = ({ id }, { db }) => readRecord<Encounter>(db.store, 'encounters', id) ?? null;
