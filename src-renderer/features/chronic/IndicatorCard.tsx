import { useTranslation } from 'react-i18next';
import type { CareIndicator } from '../../../src-shared/contract/queries.ts';
import { ShareCard } from '../../ui/ShareCard.tsx';

interface IndicatorCardProps { indicator: CareIndicator; months: readonly { month: string; indicator: CareIndicator | undefined }[] }

/** One share of chronic care with what it counts, and how it went over the months. */
export function IndicatorCard({ indicator, months }: IndicatorCardProps) {
  const { t } = useTranslation();
  const { id, numerator, denominator } = indicator;
  return (
    <ShareCard
      id={id} title={t(`chronic.month.names.${id}`)} explained={t(`chronic.month.counts.${id}`)} share={indicator} ofMany={t('chronic.month.ofMany', { numerator, denominator })} months={months.map(({ month, indicator: share }) => ({ month, share }))}
      words={{ nobody: t('chronic.month.nobody'), plot: t('chronic.month.plot'), said: (month, percent, of) => t('chronic.month.plotSay', { month, percent, numerator: of.numerator, denominator: of.denominator }), saidNone: (month) => t('chronic.month.plotNone', { month }) }}
    />
  );
}
