import { useTranslation } from 'react-i18next';
import { formatCount } from '../../ui/format.ts';
import table from '../../ui/table.module.css';
import styles from './CompletenessBars.module.css';

/** Below this share somebody should ask the station. Chosen here. */
const LITTLE = 50;

/** A part of a whole, as a number and as a line. */
export function Share({ part, total }: { part: number; total: number }) {
  const { t, i18n } = useTranslation();
  if (total === 0) return <span className={table.faint}>{t('resources.unknown')}</span>;
  const percent = Math.round((100 * part) / total);
  const count = (n: number) => formatCount(n, i18n.language);
  return <span className={styles.share} data-little={percent < LITTLE || undefined}><span className="num">{t('resources.ofTotal', { part: count(part), total: count(total) })}</span><span className={styles.line} aria-hidden><i style={{ width: `${percent}%` }} /></span></span>;
}
