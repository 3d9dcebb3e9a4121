import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../api/fault.ts';
import styles from './notices.module.css';
import { useBringIntoSight } from './use-bring-into-sight.ts';

interface FaultNoticeProps { fault: Fault; /** A save failed; otherwise something could not be read. */ saving?: boolean; onRetry?: () => void }

/** Something broke or did not answer: what it means for what was typed, the fault id, and a way to try again. */
export function FaultNotice({ fault, saving = false, onRetry }: FaultNoticeProps) {
  const { t } = useTranslation();
  const ref = useBringIntoSight<HTMLDivElement>(fault);
  const unreachable = fault.kind === 'unreachable';
  const damaged = fault.kind === 'damaged';
  const title = damaged ? t('common.damagedTitle') : unreachable ? t(saving ? 'common.unansweredTitle' : 'common.offlineTitle') : saving ? t('common.brokenTitle') : t('common.brokenReading');
  const body = damaged ? t('common.damagedBody') : unreachable ? t(saving ? 'common.unansweredBody' : 'common.offlineBody') : saving ? t('common.brokenBody') : t('common.brokenReadingBody');
  return (
    <Alert ref={ref} color={unreachable ? 'turmeric' : 'brick'} variant="light" title={title} icon={unreachable ? <IconPlugConnectedX size={18} /> : <IconAlertTriangle size={18} />} role="alert">
      <p>{body}</p>
      {fault.faultId && <p className={styles.faultId}>{t('common.faultId', { id: fault.faultId })}</p>}
      {onRetry && <Button mt="sm" size="xs" variant="default" onClick={onRetry}>{t('common.retry')}</Button>}
    </Alert>
  );
}
