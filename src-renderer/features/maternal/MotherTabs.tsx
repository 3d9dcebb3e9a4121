import { useTranslation } from 'react-i18next';
import { routeToHash } from '../../ui/route.ts';
import styles from '../../ui/StoreTabs.module.css';

const pages = [{ page: 'mothers', words: 'maternal.dueTitle' }, { page: 'motherBirths', words: 'maternal.birthsTitle' }, { page: 'motherMonth', words: 'maternal.monthTitle' }] as const;

/** The three pages of maternal care: who is due, which births are expected, the figures of a month. */
export function MotherTabs({ here }: { here: (typeof pages)[number]['page'] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('maternal.tabs')}>
      {pages.map(({ page, words }) => <a key={page} href={routeToHash({ page })} aria-current={page === here ? 'page' : undefined}>{t(words)}</a>)}
    </nav>
  );
}
