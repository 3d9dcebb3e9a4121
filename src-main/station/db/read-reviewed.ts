import { collectionOfId } from '../../../src-shared/domain/collections.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import type { StorageCore } from '../../../store/index.ts';
import { readRecord } from './read-record.ts';

/** A record the tiers above speak of: an encounter or a dose. */
export function readReviewed(store: StorageCore, id: string): Encounter | Immunization | undefined {
  return collectionOfId(id)?.name === 'immunizations' ? readRecord<Immunization>(store, 'immunizations', id) : readRecord<Encounter>(store, 'encounters', id);
}

export const isImmunization = (record: Encounter | Immunization): record is Immunization => collectionOfId(record._id)?.name === 'immunizations';
