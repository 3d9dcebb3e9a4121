import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { collectionWords } from '../../ui/collection-words.ts';
import { formatWhen, unitName } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { routeToHash } from '../../ui/route.ts';
import { recordRoute } from './record-words.ts';
import styles from './SyncPage.module.css';

/** For the head: what has not reached the highest unit within a day of being saved, the oldest records by name. */
export function LateAtTop({ late }: { late: NonNullable<SyncStatus['late']> }) {
  const { t } = useTranslation();
  const records = useLive('lateRecords', {});
  return (
    <Panel title={t('sync.lateTitle')} tone="warn">
      <div data-testid="late">
        <p>{t('sync.lateBody', { unit: unitName(late, t), when: formatWhen(late.since, t) })}</p>
        <p className={styles.faint}>{t('sync.lateHint')}</p>
        <ul className={styles.late}>
          {records.answer?.map(({ id, collection, savedAt, patientName, document }) => {
            const route = recordRoute(collection, document);
            return (
              <li key={id}>
                <strong>{collectionWords(collection, t)}{patientName !== undefined && `: ${patientName}`}</strong>
                <span>{t('sync.lateSaved', { when: formatWhen(savedAt, t) })}</span>
                {route && <Anchor size="sm" href={routeToHash(route)}>{t('sync.showRecord')}</Anchor>}
              </li>
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}
