import { antenatalVisit, type AntenatalVisit } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { birth, type Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import type { MaternalRecords } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { postnatalVisit, type PostnatalVisit } from '../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import { pregnancy, type Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { stands } from '../../../src-shared/domain/handover/stands.ts';
import type { StorageCore } from '../../../store/index.ts';
import type { Carried } from './chronic-of.ts';
import type { HandoverIndex } from './handover-index.ts';
import type { PeopleIndex } from './people-index.ts';
import { bodyOf } from './read-record.ts';

export type KnownPregnancy = Pregnancy & Carried & { isCarried: boolean };
export type KnownVisit = AntenatalVisit & Carried;
export type KnownBirth = Birth & Carried;
export type KnownPostnatal = PostnatalVisit & Carried;
export interface KnownMaternal extends MaternalRecords<KnownPregnancy, KnownVisit, KnownBirth, KnownPostnatal> { pregnancies: KnownPregnancy[]; visits: KnownVisit[]; births: KnownBirth[]; postnatal: KnownPostnatal[] }
interface Sources { store: Pick<StorageCore, 'getWith'>; people: Pick<PeopleIndex, 'recordsOf'>; handovers: Pick<HandoverIndex, 'carried'> }

export const maternalTables = [['pregnancies', 'pregnancy'], ['antenatalVisits', 'antenatalVisit'], ['births', 'birth'], ['postnatalVisits', 'postnatalVisit']] as const;

/**
 * What is known of a woman's pregnancies, whichever of her records it was written to, and what came along with her from other stations; in no order. What came over the wire from a
 * program that knows no rules must not stop the others from being shown; `station verify` names it.
 */
export function maternalOf(db: Sources, patientId: string): KnownMaternal {
  const patientIds = db.people.recordsOf(patientId);
  const found: KnownMaternal = { pregnancies: [], visits: [], births: [], postnatal: [] };
  const take = (kind: string, body: unknown, carried?: Carried) => {
    switch (kind) {
      case 'pregnancy': { const read = pregnancy.safeParse(body); if (read.success) found.pregnancies.push({ ...read.data, ...carried, isCarried: carried !== undefined }); break; }
      case 'antenatalVisit': { const read = antenatalVisit.safeParse(body); if (read.success) found.visits.push({ ...read.data, ...carried }); break; }
      case 'birth': { const read = birth.safeParse(body); if (read.success) found.births.push({ ...read.data, ...carried }); break; }
      case 'postnatalVisit': { const read = postnatalVisit.safeParse(body); if (read.success) found.postnatal.push({ ...read.data, ...carried }); break; }
    }
  };
  const ours = new Set<string>();
  for (const [table, kind] of maternalTables) {
    for (const id of patientIds) for (const stored of db.store.getWith(table, 'patientId', id)) { ours.add(stored._id); take(kind, bodyOf(stored)); }
  }
  for (const { transfer, record } of db.handovers.carried(patientIds)) {
    // Back where it was written: it stands here as our own.
    if (ours.has(record.id) || !stands(record)) continue;
    take(record.kind, { ...record.body, _id: record.id }, { carriedFromUnit: record.unit, ...(record.unit === transfer.fromUnit && transfer.fromName !== undefined ? { carriedFromName: transfer.fromName } : {}) });
  }
  return found;
}
