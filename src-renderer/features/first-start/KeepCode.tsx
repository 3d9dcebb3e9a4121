import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecoveryCode } from '../../ui/RecoveryCode.tsx';
import styles from './FirstStart.module.css';

/** The station is made; its recovery code must be on paper before work begins. */
export function KeepCode({ code, unitName, onDone, opening }: { code: string; unitName: string; onDone(): void; opening: boolean }) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(false);
  return (
    <>
      <header><h1>{t('firstStart.codeTitle')}</h1><p className={styles.lead}>{t('firstStart.codeBody', { station: unitName })}</p></header>
      <RecoveryCode code={code} onWritten={() => { setWritten(true); }} />
      <div className={styles.buttons}><Button disabled={!written} loading={opening} onClick={onDone}>{t('firstStart.begin')}</Button></div>
    </>
  );
}
