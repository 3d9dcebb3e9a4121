import { useTranslation } from 'react-i18next';
import type { PregnancyView } from '../../../src-shared/contract/queries.ts';
import { expectedFundalHeight } from '../../../src-shared/domain/maternal/gestation.ts';
import { formatNumber } from '../../ui/format-number.ts';
import styles from './MaternalPanel.module.css';
import type { WeekPoint } from './weeks-plot.ts';
import { WeeksPlot } from './WeeksPlot.tsx';

/** Weeks of the expected band, with a part of a week on both sides so that it is seen as one. */
const bandWeeks = Array.from({ length: 45 }, (_, weeks) => weeks);

/** Fundal height by week with the expected band behind it, and the weight. */
export function PregnancyPlots({ of: { points } }: { of: PregnancyView }) {
  const { t, i18n } = useTranslation();
  const course = (of: 'fundalHeightCm' | 'weightKg', isGood: (value: number, weeks: number) => boolean): WeekPoint[] => points.flatMap(({ on, days, [of]: value }) => (value === undefined ? [] : [{ on, weeks: days / 7, value, isGood: isGood(value, Math.floor(days / 7)) }]));
  const heights = course('fundalHeightCm', (value, weeks) => { const expected = expectedFundalHeight(weeks); return !expected || (value >= expected.from && value <= expected.until); });
  const weights = course('weightKg', () => true);
  if (heights.length + weights.length === 0) return null;
  if (heights.length < 2 && weights.length < 2) return <p className={styles.none}>{t('maternal.panel.plotNone')}</p>;
  const say = (unit: 'cm' | 'kg') => ({ weeks, value }: WeekPoint) => t('maternal.panel.plotSay', { weeks: Math.floor(weeks), value: formatNumber(value, i18n.language), unit: t(`maternal.units.${unit}`) });
  const steps = bandWeeks.flatMap((weeks) => { const expected = expectedFundalHeight(weeks); return expected ? [{ weeks, low: expected.from, high: expected.until }] : []; });
  return (
    <div className={styles.plots} data-testid="pregnancy-plots">
      {heights.length > 1 && <WeeksPlot title={`${t('maternal.panel.plotFundal')} (${t('maternal.units.cm')})`} points={heights} band={{ steps, words: t('maternal.panel.plotBand') }} width={400} height={190} say={say('cm')} />}
      {weights.length > 1 && <WeeksPlot title={`${t('maternal.panel.plotWeight')} (${t('maternal.units.kg')})`} points={weights} width={400} height={190} say={say('kg')} />}
    </div>
  );
}
