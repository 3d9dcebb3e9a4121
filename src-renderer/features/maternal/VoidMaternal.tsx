import { useTranslation } from 'react-i18next';
import { maternalVoidReasons } from '../../../src-shared/domain/maternal/maternal-lists.ts';
import { AskReason } from '../../ui/AskReason.tsx';
import { formatDate } from '../../ui/format.ts';
import type { OpenMaternal } from './open-maternal.ts';

type Voids = Extract<OpenMaternal['what'], `void${string}`>;
interface VoidMaternalProps { what: Voids; record: { _id: string; patientId: string; registeredOn?: string; occurredOn?: string; bornOn?: string }; /** Whose it is, for the list of unfinished forms. */ name: string; draftKey: string | undefined; onClose(): void }

/** By which name a half-written voiding knows its record. */
const idNames = { voidPregnancy: 'pregnancyId', voidAntenatalVisit: 'antenatalVisitId', voidBirth: 'birthId', voidPostnatalVisit: 'postnatalVisitId' } as const;

/** Strikes out what was written by mistake; it stays readable. */
export function VoidMaternal({ what, record, name, draftKey, onClose }: VoidMaternalProps) {
  const { t } = useTranslation();
  const on = formatDate(record.occurredOn ?? record.bornOn ?? record.registeredOn ?? '');
  const words = {
    voidPregnancy: { title: t('maternal.pregnancy.voidTitle'), body: t('maternal.pregnancy.voidBody'), confirm: t('maternal.pregnancy.void'), done: t('maternal.pregnancy.voidDone') },
    voidAntenatalVisit: { title: t('maternal.visit.voidTitle', { on }), body: t('maternal.visit.voidBody'), confirm: t('maternal.visit.void'), done: t('maternal.visit.voidDone') },
    voidBirth: { title: t('maternal.birthRecord.voidTitle', { on }), body: t('maternal.birthRecord.voidBody'), confirm: t('maternal.birthRecord.void'), done: t('maternal.birthRecord.voidDone') },
    voidPostnatalVisit: { title: t('maternal.postnatalRecord.voidTitle', { on }), body: t('maternal.visit.voidBody'), confirm: t('maternal.postnatalRecord.void'), done: t('maternal.postnatalRecord.voidDone') },
  }[what];
  return (
    <AskReason
      operation={what} form={what} draftKey={draftKey} patientId={record.patientId} about={{ title: name, [idNames[what]]: record._id }} strikes onClose={onClose}
      words={{ ...words, reason: t('maternal.voidReason'), note: t('maternal.voidNote') }} reasons={maternalVoidReasons.map((value) => ({ value, label: t(`maternal.voidReasons.${value}`) }))} input={({ reason, note }) => ({ id: record._id, voidReason: reason, note })}
    />
  );
}
