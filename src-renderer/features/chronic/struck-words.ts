import type { TFunction } from 'i18next';
import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { formatWhen } from '../../ui/format.ts';

/** That a record was struck out, by whom and why; nothing of one that stands. */
export function struckWords(voided: Episode['voided'], t: TFunction): string | undefined {
  return voided && [t('chronic.struck', { reason: t(`chronic.voidReasons.${voided.reason}`), name: voided.by.displayName, when: formatWhen(voided.at, t) }), voided.note].filter(Boolean).join('. ');
}
