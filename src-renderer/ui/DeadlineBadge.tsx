import { useTranslation } from 'react-i18next';
import { Badge } from './StatusBadge.tsx';

/** How long there is to report a case, or how late it is; red in the last six hours (chosen here). */
export function DeadlineBadge({ hoursLeft }: { hoursLeft: number }) {
  const { t } = useTranslation();
  if (hoursLeft < 0) return <Badge tone="stop">{hoursLeft === -1 ? t('surveillance.lateLess') : t('surveillance.lateBy', { count: -hoursLeft - 1 })}</Badge>;
  return <Badge tone={hoursLeft < 6 ? 'stop' : 'warn'}>{hoursLeft === 0 ? t('surveillance.leftLess') : t('surveillance.left', { count: hoursLeft })}</Badge>;
}
