import { Alert } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A quarter has gone by since anybody confirmed the profile. */
export function DueNote() {
  const { t } = useTranslation();
  return <Alert color="turmeric" variant="light" icon={<IconClockExclamation size={18} />} title={t('facility.due')}>{t('facility.dueBody')}</Alert>;
}
