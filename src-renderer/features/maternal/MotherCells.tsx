import { useTranslation } from 'react-i18next';
import type { MaternalRow } from '../../../src-shared/contract/queries.ts';
import { daysBetween } from '../../../src-shared/domain/common/partial-date.ts';
import { formatDate, today } from '../../ui/format.ts';
import { alertWords, gestationWords } from '../../ui/maternal-words.ts';
import styles from '../../ui/FollowedList.module.css';

/** How far she is, or how long ago she gave birth. */
export function WeeksCell({ standing: { gestation, due, bornOn } }: Pick<MaternalRow, 'standing'>) {
  const { t } = useTranslation();
  if (bornOn !== undefined) return <span><span className={styles.line}>{t('maternal.due.daysAfter', { count: Math.max(0, daysBetween(bornOn, today())) })}</span><span className={`${styles.under ?? ''} num`}>{t('maternal.due.bornOn', { on: formatDate(bornOn) })}</span></span>;
  return <span><span className={`${styles.line ?? ''} num`}>{gestation ? gestationWords(gestation, t) : '–'}</span><span className={`${styles.under ?? ''} num`}>{due ? t('maternal.due.dueOn', { on: formatDate(due.dueOn) }) : t('maternal.dueUnknown')}</span></span>;
}

/** What is to be watched: the first two, and how many more. */
export function AlertsCell({ standing: { alerts }, tetanus }: Pick<MaternalRow, 'standing'> & { tetanus: MaternalRow['tetanus'] | undefined }) {
  const { t, i18n } = useTranslation();
  const shown = alerts.filter(({ code }) => code !== 'DueDayPassed');
  const dose = tetanus?.next && tetanus.next.state !== 'toCome' ? tetanus.next : undefined;
  const words = [...shown.map((alert) => alertWords(alert, t, i18n.language)), ...(dose ? [t('maternal.tetanus.row', { number: dose.doseNumber })] : [])];
  const tone = shown.some(({ isUrgent }) => isUrgent) ? 'stop' : shown.length > 0 || dose?.state === 'late' ? 'warn' : undefined;
  if (words.length === 0) return <span />;
  return <span title={words.join('; ')}><span className={styles.line}>{tone ? <strong data-tone={tone}>{words[0]}</strong> : words[0]}</span>{words.length > 1 && <span className={styles.under}>{words.length === 2 ? words[1] : t('maternal.due.more', { count: words.length - 1 })}</span>}</span>;
}
