import { useTranslation } from 'react-i18next';
import type { ResourceRow } from '../../../src-shared/contract/hub-api.ts';
import { DOCTORS_TARGET } from '../../../src-shared/domain/facility/summarize-facility.ts';
import { formatCount } from '../../ui/format.ts';
import { doctorsPlot, MOST_BARS } from './resource-sums.ts';
import styles from './Resources.module.css';

/** How many stations have how many doctors: those below the target in the colour of what lacks. */
export function DoctorsPlot({ rows }: { rows: readonly ResourceRow[] }) {
  const { t, i18n } = useTranslation();
  const withoutProfile = rows.filter(({ profile }) => !profile).length;
  const bars = doctorsPlot(rows);
  const most = Math.max(1, withoutProfile, ...bars);
  const named = (doctors: number) => (doctors === MOST_BARS ? t('resources.orMore', { count: doctors }) : String(doctors));
  const label = t('resources.plotLabel', { parts: [...bars.map((stations, doctors) => t('resources.plotPart', { doctors: named(doctors), stations })), `${t('resources.noProfile')}: ${withoutProfile}`].join(', ') });
  const bar = (name: string, stations: number, tone: 'lacks' | 'fine' | 'unknown') => (
    <span key={name} className={styles.bar} data-tone={tone}><span className="num">{stations > 0 ? formatCount(stations, i18n.language) : ''}</span><i style={{ height: `${(stations / most) * 5}rem` }} /><span>{name}</span></span>
  );
  return (
    <div className={styles.plot} role="img" aria-label={label} data-testid="doctors-plot">
      {bars.map((stations, doctors) => bar(named(doctors), stations, doctors < DOCTORS_TARGET ? 'lacks' : 'fine'))}
      {bar(t('resources.noProfile'), withoutProfile, 'unknown')}
    </div>
  );
}
