import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from './format.ts';
import styles from './RestoredNote.module.css';

/** The form goes on where it was left; throwing it away is one press. */
export function RestoredNote({ at, onDiscard }: { at: string | undefined; onDiscard(): void }) {
  const { t } = useTranslation();
  if (at === undefined) return null;
  return (
    <div className={styles.note} role="status">
      <IconHistory size={16} aria-hidden />
      <span>{t('encounters.restored', { when: formatWhen(at, t) })}</span>
      <Button variant="subtle" size="compact-xs" onClick={onDiscard}>{t('encounters.discardDraft')}</Button>
    </div>
  );
}
