import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatDate } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { routeToHash } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './Cases.module.css';
import { CaseTabs } from './CaseTabs.tsx';

/** Two cases or more of one disease in one village, with who they are. */
export function OutbreaksPage() {
  const { t } = useTranslation();
  const live = useLive('surveillance', {});
  return (
    <Screen title={t('surveillance.page')} strip={<CaseTabs here="outbreaks" />}>
      <Answered live={live} lines={6}>
        {({ outbreaks }) => outbreaks.length === 0 ? <EmptyState icon={<IconMapPin size={24} />} title={t('surveillance.outbreaks.empty')} body={t('surveillance.outbreaks.emptyBody')} /> : (
          <div className={styles.page} data-testid="outbreaks">
            {outbreaks.map(({ diseaseId, village, from, until, people }) => (
              <Panel key={`${diseaseId} ${village} ${from}`} title={t('surveillance.outbreaks.of', { disease: t(`surveillance.diseases.${diseaseId}`), village })} beside={`${t('surveillance.outbreaks.cases', { count: people.length })} · ${t('surveillance.outbreaks.days', { from: formatDate(from), until: formatDate(until) })}`}>
                <ul className={styles.people}>
                  {people.map(({ patient, on, reported }) => (
                    <li key={`${patient.id} ${on}`}><a href={routeToHash({ page: 'person', id: patient.id })}><strong>{patient.fullName}</strong></a> · {formatDate(patient.bornOn)} · {t('surveillance.outbreaks.began', { on: formatDate(on) })} <Badge tone={reported ? 'good' : 'warn'}>{t(reported ? 'surveillance.outbreaks.reported' : 'surveillance.outbreaks.notReported')}</Badge></li>
                  ))}
                </ul>
              </Panel>
            ))}
          </div>
        )}
      </Answered>
    </Screen>
  );
}
