import type { DiagnosisRow } from '../../../src-shared/contract/queries.ts';
import { catalogueContents } from '../../../src-shared/domain/reference/catalogue.schema.ts';
import { findDiagnoses } from '../../../src-shared/domain/reference/find-diagnoses.ts';
import { starterDiagnoses } from '../../../src-shared/domain/reference/starter-diagnoses.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { Query } from './query.ts';

const usualLimit = 12;

/** The published list as it is in force today, else the one that comes with the program. */
function diagnosesOf(db: StationDatabase): readonly DiagnosisRow[] {
  const published = db.catalogues.on('diagnoses', db.clock.today()).flatMap(({ code, content }): DiagnosisRow[] => {
    const shape = catalogueContents.diagnoses.strip().safeParse(content);
    return shape.success ? [{ icd10: code, text: shape.data.text }] : [];
  });
  return published.length > 0 ? published : starterDiagnoses;
}

export const diagnosisSearch: Query<'diagnosisSearch'> = ({ text, limit = usualLimit }, { db }) => findDiagnoses(diagnosesOf(db), text, limit);
