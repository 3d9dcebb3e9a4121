import type { Encounter } from '../encounter/encounter.schema.ts';
import { diseaseOfCode, type DiseaseId } from './notifiable-diseases.ts';

type Visit = Pick<Encounter, 'diagnoses' | 'status' | 'submittedAt' | 'createdAt' | 'amendments'>;

/** The diseases of the list among diagnoses, each once. */
export function diseasesIn(diagnoses: unknown): DiseaseId[] {
  const codes = Array.isArray(diagnoses) ? diagnoses.map((one: { icd10?: unknown } | null) => (typeof one?.icd10 === 'string' ? one.icd10 : undefined)) : [];
  return [...new Set(codes.flatMap((code) => diseaseOfCode(code)?.id ?? []))];
}

/** When the station knew of a disease: when the visit was signed, or amended to say so. From then the hours run, whatever day the visit was of (chosen here). [DIS3] */
export function detectedAt({ submittedAt, createdAt, amendments }: Visit, disease: DiseaseId): string {
  const without = (Array.isArray(amendments) ? amendments : []).filter(({ before }) => !diseasesIn(before['diagnoses']).includes(disease));
  return without.at(-1)?.at ?? submittedAt ?? createdAt;
}
