import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RefusedAboveRow } from '../../../src-shared/contract/queries.ts';
import { Panel } from '../../ui/Panel.tsx';
import { collectionWords } from '../../ui/collection-words.ts';
import { routeToHash } from '../../ui/route.ts';
import { recordRoute, refusalWords } from './record-words.ts';
import styles from './SyncPage.module.css';

/** What a unit further up would not keep although the one below it does. It is offered there again by itself; a correction goes up at once. */
export function RefusedAbove({ rows, nameOf }: { rows: readonly RefusedAboveRow[]; nameOf(unit: string): string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('sync.refusedAboveTitle')} hint={t('sync.refusedAboveBody')} tone="warn" flush>
      <ul className={styles.rows} data-testid="refused-above">
        {rows.map(({ id, collection, unit, reason, document }) => {
          const route = recordRoute(collection, document);
          return (
            <li key={`${id} ${unit}`} className={styles.row}>
              <div className={styles.words}>
                <strong>{collectionWords(collection, t)}{typeof document['fullName'] === 'string' && `: ${document['fullName']}`}</strong>
                <span>{t('sync.refusedAboveBy', { unit: nameOf(unit), reason: refusalWords(reason, t) })}</span>
              </div>
              {route && <Anchor size="sm" href={routeToHash(route)}>{t('sync.showRecord')}</Anchor>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
