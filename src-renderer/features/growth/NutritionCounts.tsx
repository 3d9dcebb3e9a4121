import { useTranslation } from 'react-i18next';
import type { Nutrition } from '../../../src-shared/contract/queries.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './NutritionPage.module.css';

/** How many of those measured are underweight, stunted, wasted and overweight, and who was not weighed. */
export function NutritionCounts({ answer: { counts, notWeighed } }: { answer: Nutrition }) {
  const { t, i18n } = useTranslation();
  const shares = [
    { finding: 'underweight', low: counts.weightForAge.low, of: counts.weightForAge.of }, { finding: 'stunted', low: counts.heightForAge.low, of: counts.heightForAge.of },
    { finding: 'wasted', low: counts.weightForHeight.low, of: counts.weightForHeight.of }, { finding: 'overweight', low: counts.weightForHeight.high, of: counts.weightForHeight.of },
  ] as const;
  return (
    <dl className={styles.counts} data-testid="nutrition-counts">
      <dt>{t('growth.list.counts')}</dt>
      {shares.map(({ finding, low, of }) => (
        <dd key={finding} data-finding={finding}>
          {t(`growth.list.findings.${finding}`)}{' '}
          {of === 0 ? <span className={styles.faint}>{t('growth.list.noneMeasured')}</span> : <><strong className="num">{t('growth.list.share', { low, of })}</strong> <span className={`${styles.faint ?? ''} num`}>{t('growth.list.percent', { share: formatNumber(Math.round((low / of) * 1000) / 10, i18n.language) })}</span></>}
        </dd>
      ))}
      <dd data-finding="notWeighed">{t('growth.list.findings.notWeighed')} <strong className="num">{formatCount(notWeighed, i18n.language)}</strong></dd>
    </dl>
  );
}
