import type { CareEncounter, CareRecords } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { episode, type Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { followUp, type FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import { isRealDate } from '../../../src-shared/domain/common/fields.ts';
import { measured } from '../../../src-shared/domain/encounter/derive-bmi.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import { stands } from '../../../src-shared/domain/handover/stands.ts';
import type { StorageCore } from '../../../store/index.ts';
import type { HandoverIndex } from './handover-index.ts';
import type { PeopleIndex } from './people-index.ts';
import { bodyOf } from './read-record.ts';

/** The unit that wrote a record, where it came along from another station. */
export interface Carried { carriedFromUnit?: string; carriedFromName?: string }
export type KnownEpisode = Episode & Carried & { isCarried: boolean };
export type KnownFollowUp = FollowUp & Carried;
export interface ChronicRecords extends CareRecords { episodes: KnownEpisode[]; followUps: KnownFollowUp[] }
interface Sources { store: Pick<StorageCore, 'getWith'>; people: Pick<PeopleIndex, 'recordsOf'>; handovers: Pick<HandoverIndex, 'carried'> }

/**
 * What is known of a person's chronic conditions, whichever of their records it was written to, and what came along with them from other stations; in no order. What came over the wire from a
 * program that knows no rules must not stop the others from being shown; `station verify` names it.
 */
export function chronicOf(db: Sources, patientId: string): ChronicRecords {
  const patientIds = db.people.recordsOf(patientId);
  const own = (table: string) => patientIds.flatMap((id) => db.store.getWith(table, 'patientId', id)).map((stored) => bodyOf<{ _id: string }>(stored));
  const found: ChronicRecords = { episodes: [], followUps: [], encounters: [] };
  const encounters: CareEncounter[] = [];
  const take = (kind: string, body: unknown, carried?: Carried) => {
    const read = kind === 'episode' ? episode.safeParse(body) : kind === 'followUp' ? followUp.safeParse(body) : undefined;
    if (kind === 'encounter') encounters.push(...careEncounterOf(body as Encounter));
    else if (read?.success && kind === 'episode') found.episodes.push({ ...(read.data as Episode), ...carried, isCarried: carried !== undefined });
    else if (read?.success) found.followUps.push({ ...(read.data as FollowUp), ...carried });
  };
  const ours = new Set<string>();
  for (const [table, kind] of [['episodes', 'episode'], ['followUps', 'followUp'], ['encounters', 'encounter']] as const) for (const body of own(table)) { ours.add(body._id); take(kind, body); }
  for (const { transfer, record } of db.handovers.carried(patientIds)) {
    // Back where it was written: it stands here as our own.
    if (ours.has(record.id) || !stands(record)) continue;
    take(record.kind, { ...record.body, _id: record.id }, { carriedFromUnit: record.unit, ...(record.unit === transfer.fromUnit && transfer.fromName !== undefined ? { carriedFromName: transfer.fromName } : {}) });
  }
  return { ...found, encounters };
}

/** A checkup or visit in force, with its blood pressure where both numbers were measured. */
export function careEncounterOf({ _id: id, occurredOn: on, createdAt: at, status, observations }: Encounter): CareEncounter[] {
  if (status === 'voided' || status === 'draft' || typeof on !== 'string' || !isRealDate(on)) return [];
  const [systolicMmHg, diastolicMmHg] = [measured(observations, 'systolicMmHg'), measured(observations, 'diastolicMmHg')];
  return [{ id, on, at, ...(systolicMmHg === undefined || diastolicMmHg === undefined ? {} : { pressure: { systolicMmHg, diastolicMmHg } }) }];
}
