import { Alert, Button } from '@mantine/core';
import { IconDatabaseX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../../ui/format.ts';

interface RestoreOfferProps { /** ISO 8601; `undefined` where this PC knows of no copy. */ copyAt: string | undefined; busy: boolean; onRestore: () => void }

/** The data file is damaged or gone: what pressing the button does, and of when the copy is. */
export function RestoreOffer({ copyAt, busy, onRestore }: RestoreOfferProps) {
  const { t } = useTranslation();
  if (copyAt === undefined) return <Alert color="brick" variant="light" title={t('session.noCopyTitle')} icon={<IconDatabaseX size={18} />}><p>{t('session.noCopyBody')}</p></Alert>;
  return (
    <Alert color="turmeric" variant="light" title={t('session.restoreTitle')} icon={<IconDatabaseX size={18} />} data-testid="restore-offer">
      <p>{t('session.restoreBody')}</p>
      <Button mt="sm" fullWidth variant="default" loading={busy} onClick={onRestore}>{t('session.restoreNewest', { when: formatWhen(copyAt, t) })}</Button>
    </Alert>
  );
}
