import { Alert } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import type { Immunization } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { useHub } from '../../stores/hub-store.ts';
import styles from '../../ui/EncounterContent.module.css';
import layout from '../../ui/form.module.css';
import { formatDate, formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ReviewTrail } from '../../ui/ReviewTrail.tsx';
import { ReviewBadge } from '../../ui/StatusBadge.tsx';
import { doseName } from '../../ui/vaccine-words.ts';
import { DecideRecord } from './DecideRecord.tsx';
import { FieldRemark } from './FieldRemark.tsx';
import { RecordMarks } from './RecordMarks.tsx';
import { useClaim } from './use-claim.ts';

/** A dose to be decided on. It is never edited at the station: an error is voided there and entered anew. */
export function DoseRecord({ answer, dose, toQueue }: { answer: SubmittedRecord; dose: Immunization; toQueue(): void }) {
  const { t } = useTranslation();
  const mine = answer.reviewedBy === useHub((s) => s.session?.unit);
  const claim = useClaim(answer.unit, answer.row.recordId, mine);
  const [comments, setComments] = useState<Record<string, string>>({});
  const { voided } = dose;
  const remark = (field: string, name: string): ReactNode => mine && <FieldRemark field={field} name={name} text={comments[field] ?? ''} onChange={(text) => { setComments((all) => ({ ...all, [field]: text })); }} />;
  return (
    <div className={layout.form} data-testid="hub-record">
      {voided && <Alert color="brick" variant="light" icon={<IconBan size={18} />}>{t('immunizations.detail.struck', { reason: t(`immunizations.voidReasons.${voided.reason}`), name: voided.by.displayName, when: formatWhen(voided.at, t) })}</Alert>}
      <Panel title={<><ReviewBadge status={answer.row.review} /> <RecordMarks row={answer.row} all /></>} beside={[dose.author.displayName, formatWhen(dose.createdAt, t)].join(' · ')}>
        <div className={styles.content}><dl className={styles.texts}>{useDoseTexts(dose).map(([field, name, value]) => value && <div key={field} data-field={field}><dt>{name}</dt><dd>{value}{remark(field, name)}</dd></div>)}</dl></div>
      </Panel>
      <DecideRecord key={answer.row.version} answer={answer} comments={comments} claim={claim} onDone={toQueue} />
      <Panel title={t('review.trail')}><ReviewTrail trail={answer.trail} /></Panel>
    </div>
  );
}

/** Field, its name and what it says, in the order of the form. */
function useDoseTexts(dose: Immunization): [string, string, string | undefined][] {
  const { t } = useTranslation();
  const given = dose.status === 'completed';
  return [
    ['doseNumber', t('immunizations.field.vaccine'), doseName(dose, t)],
    ['status', t('immunizations.field.status'), given ? [t(`immunizations.places.${dose.place}`), dose.placeName].filter(Boolean).join(': ') : `${t('immunizations.statuses.notDone')}${dose.notDoneReason ? `: ${t(`immunizations.notDoneReasons.${dose.notDoneReason}`)}` : ''}`],
    ['occurredOn', given ? t('immunizations.field.occurredOn') : t('immunizations.field.notDoneOn'), formatDate(dose.occurredOn)],
    ['programme', t('immunizations.field.programme'), dose.programme && t(`immunizations.programmes.${dose.programme}`)],
    ['tradeName', t('immunizations.field.tradeName'), dose.tradeName],
    ['lotNumber', t('immunizations.field.lotNumber'), [dose.lotNumber, dose.expiresOn && t('immunizations.detail.expires', { on: formatDate(dose.expiresOn) })].filter(Boolean).join(' · ') || (given && dose.place === 'here' ? '–' : undefined)],
    ['route', t('immunizations.field.route'), dose.route && t(`immunizations.routes.${dose.route}`)],
    ['site', t('immunizations.field.site'), dose.site && t(`immunizations.sites.${dose.site}`)],
    ['vaccinator', t('immunizations.field.vaccinator'), dose.vaccinator],
    ['screening', t('immunizations.field.screening'), dose.screening && [t(`immunizations.screenings.${dose.screening.outcome}`), dose.screening.reason].filter(Boolean).join(': ')],
    ['observation', t('immunizations.field.observation'), dose.observation && t(`immunizations.observations.${dose.observation}`)],
    ['reactions', t('immunizations.reactions'), dose.reactions.map(({ onsetOn, severity, outcome, signs }) => `${t('immunizations.reactionLine', { on: formatDate(onsetOn), severity: t(`immunizations.severities.${severity}`), outcome: t(`immunizations.outcomes.${outcome}`) })}: ${signs}`).join('\n')],
    ['note', t('immunizations.field.note'), dose.note],
  ];
}
