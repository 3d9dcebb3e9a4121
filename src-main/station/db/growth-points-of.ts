import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { encounter, type Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { GrowingChild } from '../../../src-shared/domain/growth/growth-of.ts';
import { growthPoints, type GrowthPoint } from '../../../src-shared/domain/growth/growth-points.ts';
import { stands } from '../../../src-shared/domain/handover/stands.ts';
import type { StorageCore } from '../../../store/index.ts';
import type { HandoverIndex } from './handover-index.ts';
import type { PeopleIndex } from './people-index.ts';
import { bodyOf } from './read-record.ts';

/** What came over the wire from a program that knows no rules must not stop the others from being shown. */
const isReadable = ({ occurredOn, createdAt, observations }: Encounter): boolean => typeof occurredOn === 'string' && occurredOn.length === 10 && partialDate.safeParse(occurredOn).success && typeof createdAt === 'string' && (observations === undefined || (typeof observations === 'object' && observations !== null));

/** The days a child was weighed or measured, whichever of its own records the visit was written to, and at the stations it was handed over from. */
export function growthPointsOf(db: { store: Pick<StorageCore, 'getWith'>; people: Pick<PeopleIndex, 'recordsOf'>; handovers: Pick<HandoverIndex, 'carried'> }, patientId: string, child: GrowingChild): GrowthPoint[] {
  const patientIds = db.people.recordsOf(patientId);
  const own = patientIds.flatMap((id) => db.store.getWith('encounters', 'patientId', id)).map((stored) => bodyOf<Encounter>(stored)).filter(isReadable);
  const ours = new Set(own.map(({ _id }) => _id));
  const carried = db.handovers.carried(patientIds).flatMap(({ record }) => {
    // Back where it was written: it stands here as our own.
    if (record.kind !== 'encounter' || ours.has(record.id) || !stands(record)) return [];
    const read = encounter.safeParse({ ...record.body, _id: record.id });
    return read.success ? [read.data] : [];
  });
  return growthPoints(child, [...own, ...carried]);
}
