import { IconAlertTriangle, IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MaternalAlert } from '../../../src-shared/domain/maternal/maternal-alerts.ts';
import { alertWords } from '../../ui/maternal-words.ts';
import styles from './Maternal.module.css';

/** What is unusual, the most urgent first: a sign, a colour and words. */
export function AlertList({ alerts, testId }: { alerts: readonly MaternalAlert[]; testId?: string }) {
  const { t, i18n } = useTranslation();
  if (alerts.length === 0) return null;
  return (
    <ul className={styles.alerts} data-testid={testId}>
      {alerts.map((alert) => (
        <li key={`${alert.code} ${String(alert.field)}`} data-urgent={alert.isUrgent ?? undefined}>
          {alert.isUrgent ? <IconUrgent size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
          <span>{alertWords(alert, t, i18n.language)}{alert.isUrgent && <strong>{t('maternal.atOnce')}</strong>}</span>
        </li>
      ))}
    </ul>
  );
}
