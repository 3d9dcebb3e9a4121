import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { maternalOf, type KnownMaternal, type KnownPregnancy } from './maternal-of.ts';
import { readRecord } from './read-record.ts';
import type { StationDatabase } from './station-database.ts';

/** What the rules of a visit or a birth are given: the woman, the pregnancy it is said of, and what was written of that one. */
export interface OfPregnancyFacts extends Pick<KnownMaternal, 'visits' | 'births' | 'postnatal'> { patient: Patient | undefined; pregnancy: KnownPregnancy | Pregnancy | undefined; isHers: boolean }

export function ofPregnancy(db: StationDatabase, { patientId, pregnancyId }: { patientId: string; pregnancyId: string }): OfPregnancyFacts {
  const { pregnancies, visits, births, postnatal } = maternalOf(db, patientId);
  const hers = pregnancies.find(({ _id }) => _id === pregnancyId);
  const ofThis = <T extends { pregnancyId: string }>(records: readonly T[]): T[] => records.filter((one) => one.pregnancyId === pregnancyId);
  return { patient: readRecord<Patient>(db.store, 'patients', patientId), pregnancy: hers ?? readRecord<Pregnancy>(db.store, 'pregnancies', pregnancyId), isHers: hers !== undefined, visits: ofThis(visits), births: ofThis(births), postnatal: ofThis(postnatal) };
}
