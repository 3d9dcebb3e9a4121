import { useTranslation } from 'react-i18next';
import { routeToHash } from './route.ts';
import styles from './StoreTabs.module.css';

const pages = [{ page: 'immunizations', words: 'immunizations.dueTitle' }, { page: 'vaccineSession', words: 'immunizations.session.tab' }, { page: 'immunizationsMonth', words: 'immunizations.monthTitle' }, { page: 'nutrition', words: 'growth.nutrition' }] as const;

/** The pages about children: whose doses are due, what is thrown away after a session, what was given in a month, and how they grow. */
export function ChildrenTabs({ here }: { here: (typeof pages)[number]['page'] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t('growth.tabs')}>
      {pages.map(({ page, words }) => <a key={page} href={routeToHash({ page })} aria-current={page === here ? 'page' : undefined}>{t(words)}</a>)}
    </nav>
  );
}
