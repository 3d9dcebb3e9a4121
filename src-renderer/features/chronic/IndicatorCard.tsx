import { useTranslation } from 'react-i18next';
import type { CareIndicator } from '../../../src-shared/contract/queries.ts';
import { formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from './CareMonthPage.module.css';

interface IndicatorCardProps { indicator: CareIndicator; months: readonly { month: string; indicator: CareIndicator | undefined }[] }

const percentOf = ({ numerator, denominator }: Pick<CareIndicator, 'numerator' | 'denominator'>): number | undefined => (denominator === 0 ? undefined : Math.round((numerator / denominator) * 1000) / 10);

/** One share with what it counts, and how it went over the months. */
export function IndicatorCard({ indicator, months }: IndicatorCardProps) {
  const { t, i18n } = useTranslation();
  const { id, numerator, denominator } = indicator;
  const percent = percentOf(indicator);
  const bars = months.map(({ month, indicator: of }) => ({ month, of, percent: of === undefined ? undefined : percentOf(of) }));
  const say = ({ month, of, percent: share }: (typeof bars)[number]) => (share === undefined || of === undefined ? t('chronic.month.plotNone', { month: formatDate(month) }) : t('chronic.month.plotSay', { month: formatDate(month), percent: formatNumber(share, i18n.language), numerator: of.numerator, denominator: of.denominator }));
  return (
    <Panel title={t(`chronic.month.names.${id}`)}>
      <div className={styles.card} data-indicator={id}>
        <div>
          <p className={`${styles.share ?? ''} num`}>{percent === undefined ? '–' : `${formatNumber(percent, i18n.language)}\u00a0%`}</p>
          <p className={styles.of}>{percent === undefined ? t('chronic.month.nobody') : t('chronic.month.ofMany', { numerator, denominator })}</p>
        </div>
        {bars.some(({ of }) => of !== undefined) && <div className={styles.plot} role="img" aria-label={`${t('chronic.month.plot')}. ${bars.map(say).join('; ')}`}>
          {bars.map((bar, index) => (
            <span key={bar.month} title={say(bar)} data-now={index === bars.length - 1 || undefined}>
              <span className="num">{bar.percent === undefined ? '–' : Math.round(bar.percent)}</span><i style={{ height: `${((bar.percent ?? 0) / 100) * 2.75}rem` }} /><span className="num">{bar.month.slice(5)}</span>
            </span>
          ))}
        </div>}
        <p className={styles.counts}>{t(`chronic.month.counts.${id}`)}</p>
      </div>
    </Panel>
  );
}
