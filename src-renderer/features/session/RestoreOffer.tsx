import { Alert, Button } from '@mantine/core';
import { IconDatabaseX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { timeInUnitZone, todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { formatDate } from '../../ui/format.ts';

interface RestoreOfferProps { /** ISO 8601; `undefined` where this PC knows of no copy. */ copyAt: string | undefined; busy: boolean; onRestore: () => void }

/** The data file is damaged or gone: what pressing the button does, and of when the copy is. */
export function RestoreOffer({ copyAt, busy, onRestore }: RestoreOfferProps) {
  const { t } = useTranslation();
  if (copyAt === undefined) return <Alert color="brick" variant="light" title={t('session.noCopyTitle')} icon={<IconDatabaseX size={18} />}><p>{t('session.noCopyBody')}</p></Alert>;
  const at = Date.parse(copyAt);
  return (
    <Alert color="turmeric" variant="light" title={t('session.restoreTitle', { day: formatDate(todayInUnitZone(at)), time: timeInUnitZone(at) })} icon={<IconDatabaseX size={18} />} data-testid="restore-offer">
      <p>{t('session.restoreBody')}</p>
      <Button mt="sm" fullWidth loading={busy} onClick={onRestore}>{t('session.restoreNewest')}</Button>
    </Alert>
  );
}
