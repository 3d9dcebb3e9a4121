import type { DiagnosisRow } from '../../../src-shared/contract/queries.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { catalogueContents } from '../../../src-shared/domain/reference/catalogue.schema.ts';
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

/** Diagnoses by the beginning of their code or by words of their name, with or without marks; the shortest names first. */
export const diagnosisSearch: Query<'diagnosisSearch'> = ({ text, limit = usualLimit }, { db }) => {
  const words = foldForSearch(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const code = text.trim().toUpperCase();
  const isCode = /^[A-Z]\d/.test(code);
  return diagnosesOf(db)
    .filter((row) => (isCode ? row.icd10.startsWith(code) : words.every((word) => foldForSearch(row.text).split(' ').some((part) => part.startsWith(word)))))
    .sort((a, b) => (isCode ? (a.icd10 < b.icd10 ? -1 : 1) : a.text.length - b.text.length || (a.icd10 < b.icd10 ? -1 : 1)))
    .slice(0, limit);
};
