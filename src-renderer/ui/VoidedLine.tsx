import { useTranslation } from 'react-i18next';
import type { Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';
import { formatWhen } from './format.ts';

/** Who struck an encounter out, when and why. */
export function VoidedLine({ voided: { reason, by, at, note } }: { voided: NonNullable<Encounter['voided']> }) {
  const { t } = useTranslation();
  return <>{t('encounters.voidedBy', { reason: t(`encounters.voidReasons.${reason}`), name: by.displayName, when: formatWhen(at, t) })}{note && `. ${note}`}</>;
}
