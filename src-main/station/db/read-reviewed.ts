import { collectionOfId, type CollectionName } from '../../../src-shared/domain/collections.ts';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../src-shared/domain/chronic/follow-up.schema.ts';
import type { Encounter } from '../../../src-shared/domain/encounter/encounter.schema.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import type { AntenatalVisit } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import type { Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import type { PostnatalVisit } from '../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import type { CaseReport } from '../../../src-shared/domain/surveillance/case-report.schema.ts';
import type { StorageCore } from '../../../store/index.ts';
import { readRecord } from './read-record.ts';

/** A record the tiers above speak of. */
export type Reviewed = { kind: 'encounter'; record: Encounter } | { kind: 'immunization'; record: Immunization } | { kind: 'episode'; record: Episode } | { kind: 'followUp'; record: FollowUp }
  | { kind: 'pregnancy'; record: Pregnancy } | { kind: 'antenatalVisit'; record: AntenatalVisit } | { kind: 'birth'; record: Birth } | { kind: 'postnatalVisit'; record: PostnatalVisit } | { kind: 'caseReport'; record: CaseReport };

const kinds: Readonly<Partial<Record<CollectionName, Reviewed['kind']>>> = { encounters: 'encounter', immunizations: 'immunization', episodes: 'episode', followUps: 'followUp', pregnancies: 'pregnancy', antenatalVisits: 'antenatalVisit', births: 'birth', postnatalVisits: 'postnatalVisit', caseReports: 'caseReport' };

export function readReviewed(store: StorageCore, id: string): Reviewed | undefined {
  const name = collectionOfId(id)?.name as CollectionName | undefined;
  const kind = name && kinds[name];
  const record = kind && readRecord(store, name, id);
  return record && ({ kind, record } as unknown as Reviewed);
}
