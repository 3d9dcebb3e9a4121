import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChronicCareView } from '../../../src-shared/contract/queries.ts';
import { followUpSummary } from '../../ui/care-words.ts';
import { formatDate } from '../../ui/format.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './CarePanel.module.css';

/** More are shown when asked for; all of them stand in the timeline too. */
const SHOWN = 4;

/** The control visits, newest first; each opens its record. */
export function FollowUpList({ followUps, onOpen }: { followUps: ChronicCareView['followUps']; onOpen(id: string): void }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? followUps : followUps.slice(0, SHOWN);
  return (
    <section>
      <h3 className={styles.sub}>{t('chronic.panel.followUps')}</h3>
      {followUps.length === 0 && <p className={styles.none}>{t('chronic.panel.noFollowUps')}</p>}
      <ul className={styles.rows} data-testid="follow-ups">
        {shown.map((visit) => (
          <li key={visit._id} data-faded={visit.voided ? true : undefined}>
            <button type="button" data-dated onClick={() => { onOpen(visit._id); }}>
              <span className="num">{formatDate(visit.occurredOn)}</span>
              <span className={styles.words}>{followUpSummary(visit, t, i18n.language)}</span>
              <span className={styles.badges}>{visit.voided && <Badge tone="stop">{t('chronic.panel.voided')}</Badge>}<IconChevronRight size={15} aria-hidden /></span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < followUps.length && <Button className={styles.older} variant="subtle" size="compact-sm" onClick={() => { setAll(true); }}>{t('chronic.panel.older', { count: followUps.length - shown.length })}</Button>}
    </section>
  );
}
