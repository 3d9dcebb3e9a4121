import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientRow } from '../../src-shared/contract/queries.ts';

/** The words of a row of people, looked up once for a whole list. */
export interface RowWords { sexes: Readonly<Record<PatientRow['sex'], string>>; second: string; voided: string; allergy: string; noId: string }

export function useRowWords(): RowWords {
  const { t } = useTranslation();
  return useMemo(() => ({
    sexes: { male: t('sexes.male'), female: t('sexes.female'), undetermined: t('sexes.undetermined') },
    second: t('same.badge'), voided: t('voidPerson.badge'), allergy: t('people.allergyMark'), noId: t('people.noId'),
  }), [t]);
}
