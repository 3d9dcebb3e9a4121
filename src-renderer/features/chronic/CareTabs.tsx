import { useTranslation } from 'react-i18next';
import { routeToHash } from '../../ui/route.ts';
import styles from '../../ui/StoreTabs.module.css';

const pages = [{ page: 'chronic', words: 'chronic.dueTitle' }, { page: 'suspects', words: 'chronic.suspectsTitle' }, { page: 'chronicMonth', words: 'chronic.monthTitle' }] as const;

/** The three pages of chronic care: who is due, who may have hypertension, and the figures of a month. */
export function CareTabs({ here }: { here: (typeof pages)[number]['page'] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('chronic.tabs')}>
      {pages.map(({ page, words }) => <a key={page} href={routeToHash({ page })} aria-current={page === here ? 'page' : undefined}>{t(words)}</a>)}
    </nav>
  );
}
