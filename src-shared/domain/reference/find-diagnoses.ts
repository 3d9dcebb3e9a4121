import { foldForSearch } from '../common/fold-for-search.ts';

interface Diagnosis { icd10: string; text: string }

/**
 * Diagnoses by the beginning of their code or by words of their name, with or without marks. Names that begin with what was typed come
 * first, then the shorter ones: who types "tang huyet ap" means I10, not a disease that also has these words.
 */
export function findDiagnoses<D extends Diagnosis>(diagnoses: readonly D[], typed: string, limit: number): D[] {
  const folded = foldForSearch(typed).trim();
  const words = folded.split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const code = typed.trim().toUpperCase();
  const byCode = (a: D, b: D): number => (a.icd10 < b.icd10 ? -1 : 1);
  if (/^[A-Z]\d/.test(code)) return diagnoses.filter(({ icd10 }) => icd10.startsWith(code)).sort(byCode).slice(0, limit);
  return diagnoses
    .map((row) => ({ row, name: foldForSearch(row.text) }))
    .filter(({ name }) => words.every((word) => name.split(' ').some((part) => part.startsWith(word))))
    .sort((a, b) => Number(b.name.startsWith(folded)) - Number(a.name.startsWith(folded)) || a.row.text.length - b.row.text.length || byCode(a.row, b.row))
    .map(({ row }) => row).slice(0, limit);
}
