import { Button } from '@mantine/core';
import { IconBuildingHospital } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { Panel } from '../../ui/Panel.tsx';
import { go } from '../../ui/route.ts';
import styles from './TodayPage.module.css';

/** Tells the head that a quarter has gone by since anybody confirmed what the station has. */
export function ProfileDue() {
  const { t } = useTranslation();
  const isHead = useSession(({ session }) => session?.role === 'head');
  const { answer } = useLive('facilityProfile', {}, isHead);
  if (!isHead || !answer?.isDue) return null;
  return (
    <Panel tone="warn" flush>
      <div className={styles.draft} data-testid="profile-due">
        <IconBuildingHospital size={18} aria-hidden />
        <span className={styles.words}>{t(answer.profile ? 'facility.due' : 'facility.dueNever')}</span>
        <Button size="compact-sm" onClick={() => { go({ page: 'facility' }); }}>{t('facility.dueOpen')}</Button>
      </div>
    </Panel>
  );
}
