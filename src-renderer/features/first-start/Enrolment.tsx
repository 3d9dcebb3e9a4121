import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FirstStartApi } from '../../../src-shared/contract/first-start.ts';
import { EnrolmentFile } from '../../ui/EnrolmentFile.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { ChosenStation } from './chosen-station.ts';
import styles from './FirstStart.module.css';

interface EnrolmentProps { client: FirstStartApi; joined: ChosenStation['enrolment']; onJoined(joined: ChosenStation['enrolment']): void }

/** The file and PIN the tier above gave this station; without them it is joined later. */
export function Enrolment({ client, joined, onJoined }: EnrolmentProps) {
  const { t } = useTranslation();
  if (!joined) return <Panel title={t('firstStart.enrolment')} hint={t('firstStart.enrolmentHint')}><EnrolmentFile open={client.readEnrolment} onOpened={onJoined} /></Panel>;
  return (
    <div className={styles.joined} data-testid="joined">
      <strong>{joined.summary.unitName}</strong>
      <span>{t('firstStart.joined', { hub: joined.summary.hubName, unit: joined.summary.unit })}</span>
      <div><Button size="compact-sm" variant="subtle" onClick={() => { onJoined(undefined); }}>{t('firstStart.notThis')}</Button></div>
    </div>
  );
}
