import { PinInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './RecoveryCode.module.css';

/** Which group is asked back: one from the middle, so that the paper must be read. */
const askedGroup = 5;

/** The recovery code, large, in numbered groups; `onWritten` hears when the asked group was typed back rightly. */
export function RecoveryCode({ code, onWritten }: { code: string; onWritten(): void }) {
  const { t } = useTranslation();
  const groups = code.split('-');
  const [typed, setTyped] = useState('');
  const right = (text: string) => text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1') === groups[askedGroup];
  return (
    <div className={styles.box}>
      <ol className={styles.groups} data-testid="recovery-code" aria-label={t('accounts.recoveryCode')}>
        {groups.map((group, index) => <li key={`${index}-${group}`}><span className={styles.number} aria-hidden>{index + 1}</span><code>{group}</code></li>)}
      </ol>
      <p className={styles.how}>{t('accounts.recoveryHow')}</p>
      <div className={styles.back}>
        <span id="recovery-back">{t('accounts.typeBack', { number: askedGroup + 1 })}</span>
        <PinInput
          length={4} type="alphanumeric" placeholder="" value={typed} error={typed.length === 4 && !right(typed)} aria-labelledby="recovery-back" getInputProps={(index) => ({ 'aria-label': t('accounts.typeBackLetter', { number: index + 1 }) })}
          onChange={(text) => { setTyped(text); if (right(text)) onWritten(); }}
        />
        {typed.length === 4 && !right(typed) && <span className={styles.wrong} role="alert">{t('accounts.typedBackWrong')}</span>}
      </div>
    </div>
  );
}
