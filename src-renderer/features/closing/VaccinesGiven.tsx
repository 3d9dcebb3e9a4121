import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { thrownAway } from '../../../src-shared/domain/immunization/sum-vaccine-use.ts';
import { useLive } from '../../api/use-live.ts';
import { formatCount, today } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import styles from './ClosingPage.module.css';

/** Doses given today from the store room, and what of opened vials was written as thrown away; nothing on a day without a dose. */
export function VaccinesGiven() {
  const { t, i18n } = useTranslation();
  const rows = useLive('vaccineSession', { on: today() }).answer?.rows ?? [];
  const given = rows.reduce((sum, { use }) => sum + use.given, 0);
  if (given === 0) return null;
  const thrown = rows.reduce((sum, { use }) => sum + thrownAway(use), 0);
  return (
    <Panel title={t('closing.vaccines')}>
      <div className={styles.lines} data-testid="closing-vaccines">
        <p>{t('closing.vaccinesGiven', { count: given })} · {thrown === 0 ? t('closing.vaccinesNoneThrown') : t('closing.vaccinesThrown', { thrown: formatCount(thrown, i18n.language) })}</p>
        {thrown === 0 && <p className={styles.faint}>{t('closing.vaccinesAsk')}</p>}
        <Button variant="default" size="xs" onClick={() => { go({ page: 'vaccineSession' }); }}>{t('closing.vaccinesOpen')}</Button>
      </div>
    </Panel>
  );
}
