import { Loader, UnstyledButton } from '@mantine/core';
import { IconBuildingHospital, IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FirstStartApi } from '../../../src-shared/contract/first-start.ts';
import { useChange } from '../../api/use-change.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import styles from './FirstStart.module.css';

interface ChooseWayProps { client: FirstStartApi; practiceExists: boolean; onReal(): void; onPracticeMade(): void; opening: boolean }

/** A real station, or invented people to practise with: never both in one folder. */
export function ChooseWay({ client, practiceExists, onReal, onPracticeMade, opening }: ChooseWayProps) {
  const { t } = useTranslation();
  const change = useChange();
  const busy = change.running || opening;
  const practise = async () => { if (await change.attempt(() => client.makePractice())) onPracticeMade(); };
  return (
    <>
      <header><h1>{t('firstStart.welcome')}</h1><p className={styles.lead}>{t('firstStart.welcomeBody')}</p></header>
      <RefusalList refusals={change.refusals} />
      {change.fault && <FaultNotice fault={change.fault} />}
      <div className={styles.ways}>
        <UnstyledButton className={styles.way} onClick={onReal} disabled={busy} autoFocus>
          <IconBuildingHospital size={30} stroke={1.5} aria-hidden />
          <strong>{t('firstStart.real')}</strong><span>{t('firstStart.realBody')}</span>
        </UnstyledButton>
        <UnstyledButton className={styles.way} data-tone="practice" onClick={() => { void practise(); }} disabled={busy}>
          {busy ? <Loader size={30} /> : <IconSchool size={30} stroke={1.5} aria-hidden />}
          <strong>{practiceExists ? t('firstStart.practiceAgain') : t('firstStart.practice')}</strong><span>{busy ? t('firstStart.practiceMaking') : t('firstStart.practiceBody')}</span>
        </UnstyledButton>
      </div>
    </>
  );
}
