import { Button } from '@mantine/core';
import { IconActivityHeartbeat, IconBan } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ImmunizationRow } from '../../../src-shared/contract/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatDate, formatWhen } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { RecordFacts } from '../../ui/RecordFacts.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { doseName } from '../../ui/vaccine-words.ts';
import styles from './Immunizations.module.css';

interface DoseDetailProps { record: ImmunizationRow; closed: boolean; onReaction(): void; onVoid(): void; onClose(): void }

/** One record of the register, to be read, with what can be added to it. */
export function DoseDetail({ record, closed, onReaction, onVoid, onClose }: DoseDetailProps) {
  const { t } = useTranslation();
  const { voided, reactions, carriedFrom } = record;
  const mayChange = !closed && !voided && carriedFrom === undefined;
  return (
    <Dialog onClose={onClose} title={doseName(record, t)} size="lg">
      <div className={layout.form} data-testid="dose-detail">
        <RecordFacts id={record._id} struck={voided && struckWords(voided, t)} carriedFrom={carriedFrom} facts={factsOf(record, t)}>
          {record.status === 'completed' && (
            <section>
              <h3 className={styles.heading}>{t('immunizations.reactions')}</h3>
              {reactions.length === 0 && <p className={layout.note}>{t('immunizations.noReactions')}</p>}
              <ul className={styles.reactions}>
                {reactions.map((reaction) => (
                  <li key={`${reaction.at} ${reaction.by.account}`} data-serious={reaction.severity === 'serious' || undefined}>
                    <span>{t('immunizations.reactionLine', { on: formatDate(reaction.onsetOn), severity: t(`immunizations.severities.${reaction.severity}`), outcome: t(`immunizations.outcomes.${reaction.outcome}`) })}{reaction.onsetHours !== undefined && ` · ${t('immunizations.hoursAfter', { count: reaction.onsetHours })}`}</span>
                    <strong>{reaction.signs}</strong>
                    {reaction.treatment && <span>{t('immunizations.field.treatment')}: {reaction.treatment}</span>}
                    <span className={styles.faint}>{reaction.by.displayName}, {formatWhen(reaction.at, t)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </RecordFacts>
        <div className={layout.push}>
          {mayChange && <Button variant="subtle" color="brick" leftSection={<IconBan size={16} />} onClick={onVoid}>{t('immunizations.void')}</Button>}
          {mayChange && record.status === 'completed' && <Button variant="light" leftSection={<IconActivityHeartbeat size={16} />} onClick={onReaction}>{t('immunizations.addReaction')}</Button>}
          <Button variant="default" data-autofocus onClick={onClose}>{t('common.close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function factsOf(record: ImmunizationRow, t: TFunction): [string, React.ReactNode][] {
  const { status, place, screening } = record;
  const lot = [record.lotNumber, record.expiresOn && t('immunizations.detail.expires', { on: formatDate(record.expiresOn) })].filter(Boolean).join(', ');
  return [
    [t('immunizations.detail.on'), formatDate(record.occurredOn)],
    [t('immunizations.field.status'), status === 'notDone' ? <Badge tone="warn">{t('immunizations.statuses.notDone')}</Badge> : [t('immunizations.statuses.completed'), t(`immunizations.places.${place}`).toLowerCase(), record.placeName].filter(Boolean).join(', ')],
    [t('immunizations.field.notDoneReason'), record.notDoneReason && t(`immunizations.notDoneReasons.${record.notDoneReason}`)],
    [t('immunizations.field.programme'), record.programme && t(`immunizations.programmes.${record.programme}`)],
    [t('immunizations.field.tradeName'), record.tradeName],
    [t('immunizations.field.lotNumber'), lot],
    [t('immunizations.field.route'), [record.route && t(`immunizations.routes.${record.route}`), record.site && t(`immunizations.sites.${record.site}`).toLowerCase()].filter(Boolean).join(', ')],
    [t('immunizations.field.screening'), screening && [t(`immunizations.screenings.${screening.outcome}`), screening.reason].filter(Boolean).join(': ')],
    [t('immunizations.field.observation'), record.observation && t(`immunizations.observations.${record.observation}`)],
    [t('immunizations.field.vaccinator'), record.vaccinator],
    [t('immunizations.detail.author'), record.author.displayName],
    [t('immunizations.field.note'), record.note],
  ];
}

const struckWords = ({ reason, by, at, note }: NonNullable<ImmunizationRow['voided']>, t: TFunction): string =>
  [t('immunizations.detail.struck', { reason: t(`immunizations.voidReasons.${reason}`), name: by.displayName, when: formatWhen(at, t) }), note].filter(Boolean).join('. ');
