import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChronicCareView } from '../../../src-shared/contract/queries.ts';
import { chronicConditions } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import { statusOn } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { conditionName } from '../../ui/care-words.ts';
import { formatDate, today } from '../../ui/format.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { ControlledBadge } from './CareStateBadge.tsx';
import styles from './CarePanel.module.css';

/** Every condition written down, those under management first; each opens its record. */
export function ConditionList({ view: { episodes, standing }, onOpen }: { view: ChronicCareView; onOpen(id: string): void }) {
  const { t } = useTranslation();
  const stateOf = new Map(standing.conditions.map((state) => [state.episodeId, state]));
  const rank = ({ _id, voided }: (typeof episodes)[number]) => (voided ? 2 : stateOf.get(_id)?.status === 'active' ? 0 : 1);
  const rows = [...episodes].sort((a, b) => rank(a) - rank(b) || chronicConditions.indexOf(a.condition) - chronicConditions.indexOf(b.condition));
  if (rows.length === 0) return null;
  return (
    <ul className={styles.rows} data-testid="conditions" aria-label={t('chronic.panel.conditions')}>
      {rows.map((episode) => {
        const { status, since } = statusOn(episode, today());
        const controlled = stateOf.get(episode._id)?.controlled;
        return (
          <li key={episode._id} data-faded={episode.voided ? true : undefined}>
            <button type="button" onClick={() => { onOpen(episode._id); }}>
              <span className={styles.words}><strong>{conditionName(episode.condition, t)}</strong> <span className={styles.faint}>{[episode.icd10, status === 'active' ? t('chronic.panel.since', { on: formatDate(episode.enrolledOn) }) : t('chronic.episode.line', { status: t(`chronic.statuses.${status}`), on: formatDate(since) }), episode.carriedFrom !== undefined && t('handover.carried', { unit: episode.carriedFrom })].filter(Boolean).join(' · ')}</span></span>
              <span className={styles.badges}>
                {episode.voided ? <Badge tone="stop">{t('chronic.panel.voided')}</Badge> : status === 'active' ? controlled && <ControlledBadge controlled={controlled} /> : <Badge tone="calm">{t(`chronic.statuses.${status}`)}</Badge>}
                <IconChevronRight size={15} aria-hidden />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
