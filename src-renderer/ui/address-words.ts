import type { TFunction } from 'i18next';
import { communeWords } from '../../src-shared/domain/org/commune-names-2025.ts';
import type { Patient } from '../../src-shared/domain/patient/patient.schema.ts';

/** `Số 4 · Xã An Phú, Tỉnh An Giang`; a commune of a set without a list here by its code, said to be one. */
export function addressWords({ line, communeCode, codeSet }: NonNullable<Patient['address']>, t: TFunction): string {
  const named = communeCode === undefined ? undefined : codeSet === 'pre2025' ? t('people.person.communeCodeOld', { code: communeCode }) : communeWords(communeCode) ?? t('people.person.communeCode', { code: communeCode });
  return [line, named].filter(Boolean).join(' · ');
}
