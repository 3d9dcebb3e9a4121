import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { stands } from '../../../src-shared/domain/handover/stands.ts';
import { immunization, type Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import type { StorageCore } from '../../../store/index.ts';
import type { HandoverIndex } from './handover-index.ts';
import type { PeopleIndex } from './people-index.ts';
import { bodyOf } from './read-record.ts';

/** One record, and the unit that wrote it where it came along from another station. */
export type KnownImmunization = Immunization & { carriedFromUnit?: string; carriedFromName?: string };

/** What came over the wire from a program that knows no rules must not stop the others from being shown; `station verify` names it. */
export const isReadable = ({ occurredOn, createdAt, doseNumber, reactions }: Immunization): boolean => partialDate.safeParse(occurredOn).success && typeof createdAt === 'string' && typeof doseNumber === 'number' && Array.isArray(reactions);

/** Every record of a person, whichever of their own it was written to, and what came along with them from other stations; in no order. */
export function immunizationsOf(db: { store: Pick<StorageCore, 'getWith'>; people: Pick<PeopleIndex, 'recordsOf'>; handovers: Pick<HandoverIndex, 'carried'> }, patientId: string): KnownImmunization[] {
  const patientIds = db.people.recordsOf(patientId);
  const own = patientIds.flatMap((id) => db.store.getWith('immunizations', 'patientId', id)).map((stored) => bodyOf<Immunization>(stored)).filter(isReadable);
  const ours = new Set(own.map(({ _id }) => _id));
  const carried = db.handovers.carried(patientIds).flatMap(({ transfer, record }) => {
    // Back where it was written: it stands here as our own.
    if (record.kind !== 'immunization' || ours.has(record.id) || !stands(record)) return [];
    const read = immunization.safeParse({ ...record.body, _id: record.id });
    return read.success ? [{ ...read.data, carriedFromUnit: record.unit, ...(record.unit === transfer.fromUnit && transfer.fromName !== undefined ? { carriedFromName: transfer.fromName } : {}) }] : [];
  });
  return [...own, ...carried];
}
