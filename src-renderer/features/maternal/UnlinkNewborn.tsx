import { useTranslation } from 'react-i18next';
import type { BirthView } from '../../../src-shared/contract/queries.ts';
import { maternalVoidReasons } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { AskReason } from '../../ui/AskReason.tsx';

/** Says that a person of the book is not this baby; both records stay. */
export function UnlinkNewborn({ birth, baby, name, draftKey, onClose }: { birth: BirthView; baby: number; /** The mother, for the list of unfinished forms. */ name: string; draftKey: string | undefined; onClose(): void }) {
  const { t } = useTranslation();
  const child = birth.babies[baby]?.childName ?? t('maternal.birth.baby', { number: baby + 1 });
  return (
    <AskReason
      operation="linkNewborn" form="unlinkNewborn" draftKey={draftKey} patientId={birth.patientId} about={{ title: name, birthId: birth._id, baby: String(baby) }} strikes onClose={onClose}
      words={{ title: t('maternal.newborn.unlinkTitle', { name: child }), body: t('maternal.newborn.unlinkBody'), confirm: t('maternal.newborn.unlink'), done: t('maternal.newborn.unlinked'), reason: t('maternal.voidReason'), note: t('maternal.voidNote') }}
      reasons={maternalVoidReasons.map((value) => ({ value, label: t(`maternal.voidReasons.${value}`) }))} input={({ reason, note }) => ({ id: birth._id, baby, unlinkReason: reason, note })}
    />
  );
}
