import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './RecordsPage.module.css';

interface PagerProps { /** Rows before this page, rows of a full page, rows here and in all. */ offset: number; size: number; rows: number; total: number; onTurn(offset: number): void }

/** Which part of a long list this page is, and the way to the others; nothing where one page has all. */
export function Pager({ offset, size, rows, total, onTurn }: PagerProps) {
  const { t } = useTranslation();
  if (total <= size) return null;
  return (
    <div className={styles.pages}>
      <span>{t('hub.part', { from: offset + 1, to: offset + rows, count: total })}</span>
      <Button size="compact-sm" variant="default" disabled={offset === 0} onClick={() => { onTurn(Math.max(0, offset - size)); }}>{t('review.queue.previous')}</Button>
      <Button size="compact-sm" variant="default" disabled={offset + size >= total} onClick={() => { onTurn(offset + size); }}>{t('review.queue.next')}</Button>
    </div>
  );
}
