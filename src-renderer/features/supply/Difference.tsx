import { useTranslation } from 'react-i18next';
import { formatCount } from '../../ui/format.ts';
import styles from './Stocktake.module.css';

/** Over or short, in a word and a colour; nothing where the lot is as booked. */
export function Difference({ change }: { change: number | undefined }) {
  const { t, i18n } = useTranslation();
  if (change === undefined || change === 0) return null;
  return <span className={change > 0 ? styles.over : styles.short}>{t(change > 0 ? 'stocktake.over' : 'stocktake.short', { quantity: formatCount(Math.abs(change), i18n.language) })}</span>;
}
